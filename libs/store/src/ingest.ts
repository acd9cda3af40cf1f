import { createHash } from 'node:crypto'
import type { Ingested, IngestEnd, IngestRequest } from '@newsbraid/model'
import { canonicalUrl, hostKey, urlKey } from '@newsbraid/web'
import type pg from 'pg'
import { ulid } from 'ulid'
import { sendInto } from './ledger.ts'
import { storable } from './storable.ts'
import { inTransaction, type Queryable } from './transaction.ts'

type StageOf = (queue: string) => string
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Takes one page in (an address to fetch, or a body as it came) and waits until it is placed, has left the line, or
 * `waitMs` is over. The same address or the same body is the same page: taking it in twice makes nothing twice.
 * Throws a TypeError for an address that isn't one of the web.
 */
export async function ingest(
  pool: pg.Pool,
  stageOf: StageOf,
  request: IngestRequest,
  waitMs: number,
): Promise<IngestEnd> {
  const address = addressOf(request)
  const pageId = await inTransaction(pool, (tx) => takeIn(tx, stageOf, request, address))
  for (const end = Date.now() + waitMs; ;) {
    const ended = await endOf(pool, pageId, address.url)
    if (ended) return ended
    if (Date.now() >= end) return { end: 'pending', url: address.url }
    await sleep(60)
  }
}

type Address = { url: string; key: string; host: string }

function addressOf(request: IngestRequest): Address {
  if (request.url) {
    const url = canonicalUrl(request.url)
    if (!url) throw new TypeError(`Cannot take in "${request.url}": it is no address of the web`)
    return { url, key: urlKey(url), host: hostKey(url) }
  }
  const digest = createHash('sha256')
    .update(request.kind === 'body' ? request.body : '')
    .digest('hex')
    .slice(0, 32)
  return { url: `urn:newsbraid:text:${digest}`, key: `text:${digest}`, host: 'text' }
}

async function takeIn(
  tx: Queryable,
  stageOf: StageOf,
  request: IngestRequest,
  { url, key, host }: Address,
): Promise<string> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`newsbraid-ingest-${key}`])
  const known = await tx.query<{ page_id: string }>('SELECT page_id FROM page_keys WHERE url_key = $1', [key])
  if (known.rows[0]) return known.rows[0].page_id
  const id = ulid()
  const title = request.kind === 'body' ? request.title : undefined
  await tx.query(
    'INSERT INTO pages (id, url, host, source_id, entry, fetched_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      id,
      url,
      host,
      await sourceFor(tx, url, host),
      JSON.stringify(title ? { title: storable(title) } : {}),
      request.kind === 'body' ? new Date() : null,
    ],
  )
  await tx.query('INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2)', [key, id])
  const send = sendInto(tx, { stageOf })
  if (request.kind === 'url') await send('fetch', [{ id, lane: host }])
  else {
    await tx.query('INSERT INTO page_bodies (page_id, kind, body) VALUES ($1, $2, $3)', [
      id,
      request.contentType === 'text/html' ? 'html' : 'text',
      storable(request.body),
    ])
    await send('clean', [{ id }])
  }
  return id
}

/** A source without a feed, one for each host that people hand in pages of. */
async function sourceFor(tx: Queryable, url: string, host: string): Promise<string> {
  const name = host === 'text' ? 'Handed in' : host
  const feeds = await tx.query<{ source_id: string }>(
    `SELECT source_id FROM pages JOIN sources s ON s.id = source_id WHERE host = $1 AND s.removing_at IS NULL ORDER BY pages.id LIMIT 1`,
    [host],
  )
  if (feeds.rows[0]) return feeds.rows[0].source_id
  const id = ulid()
  await tx.query('INSERT INTO sources (id, name, home_url) VALUES ($1, $2, $3)', [
    id,
    name,
    host === 'text' ? null : new URL('/', url).href,
  ])
  return id
}

type Step = { stage: string; state: string; outcome: string | null; detail: string | null }

async function endOf(pool: pg.Pool, pageId: string, url: string): Promise<IngestEnd | undefined> {
  const placed = await pool.query<Ingested['article'] & { event_id: string }>(
    `SELECT a.id, a.title, a.body AS text, a.language, ea.event_id FROM articles a JOIN event_articles ea ON ea.article_id = a.id
     JOIN work w ON w.item_id = a.id AND w.stage = 'place-article' AND w.state = 'done' WHERE a.id = $1`,
    [pageId],
  )
  const article = placed.rows[0]
  if (article) {
    const entities = await pool.query<{ id: string; name: string; type: string }>(
      `SELECT e.id, e.name, e.type FROM article_entities ae JOIN entities e ON e.id = ae.entity_id WHERE ae.article_id = $1 ORDER BY ae.weight DESC, e.id`,
      [pageId],
    )
    const { event_id, ...rest } = article
    return { end: 'placed', ingested: { article: rest, entities: entities.rows, event: { id: event_id } } }
  }
  const { rows } = await pool.query<Step>(
    `SELECT stage, state, outcome, detail FROM work WHERE item_id = $1 AND stage <> 'poll-feed' ORDER BY touched_at DESC, stage`,
    [pageId],
  )
  if (rows.length === 0 || rows.some(({ state }) => state !== 'done' && state !== 'quarantined'))
    return undefined
  const last = rows.find(({ state }) => state === 'quarantined') ?? rows[0]!
  const { stage, state, outcome, detail } = last
  return {
    end: 'ended',
    url,
    stage,
    outcome: state === 'quarantined' ? 'quarantined' : (outcome ?? 'done'),
    ...(detail ? { detail } : {}),
  }
}
