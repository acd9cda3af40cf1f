import type { CleanArticle, Extraction } from '@newsbraid/model'
import { featuresOf } from '@newsbraid/events'
import { siteFrom } from '@newsbraid/boilerplate'
import { urlKey } from '@newsbraid/web'
import { ulid } from 'ulid'
import type { Database } from '../database.ts'
import { createLease } from '../lease.ts'
import { inTransaction } from '../transaction.ts'
import { saveArticle } from '../write/save-article.ts'
import { saveExtractions } from '../write/save-extractions.ts'
import { savePlacements } from '../write/save-placements.ts'

export type SeedArticle = {
  sourceId: string
  url: string
  title: string
  text: string
  language: string
  publishedAt: string
  /** Names of people that stand in the text */
  people?: string[]
  /** Names of places likewise */
  places?: string[]
  /** The event to place it into; a new one when absent */
  eventId?: string
  role?: 'report' | 'copy' | 'followup'
  copyOf?: string
}

/** Puts one article through the store's own writes, as the stages do; returns its id and its event's. */
export async function seedArticle(
  { pool }: Database,
  seed: SeedArticle,
): Promise<{ articleId: string; eventId: string }> {
  const { url, title, text, language, publishedAt } = seed
  const lease = createLease(pool, 'place', 'seed', 60_000)
  await lease.hold()
  const id = ulid()
  const host = new URL(url).host
  const page = { id, url, host }
  const people = [...named('person', seed.people), ...named('place', seed.places)]
  await inTransaction(pool, async (tx) => {
    await tx.query(
      'INSERT INTO pages (id, url, host, source_id, final_url, fetched_at) VALUES ($1, $2, $3, $4, $2, $5)',
      [id, url, host, seed.sourceId, publishedAt],
    )
    await tx.query('INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2)', [urlKey(url), id])
    await saveArticle(
      tx,
      {
        ...page,
        kind: 'html',
        body: text,
        hints: {},
        site: siteFrom(undefined, host),
        fetchedMs: Date.parse(publishedAt),
      },
      { article: cleaned(title, text, language), publishedAt },
    )
    await saveExtractions(tx, [
      {
        article: { id, title, text, language },
        extraction: extraction(`${title}\n\n${text}`, language, people),
      },
    ])
  })
  const features = featuresOf({
    id,
    title,
    text,
    lang: language,
    publishedAt,
    source: seed.sourceId,
    entities: extraction(`${title}\n\n${text}`, language, people).entities.map(
      ({ type, name, keys, weight }) => ({
        id: `${type}:${keys[0]}`,
        type,
        name,
        keys,
        weight,
      }),
    ),
  })
  const eventId = seed.eventId ?? ulid()
  const why =
    seed.eventId === undefined ? [] : [{ signal: 'shared-name', weight: 2, evidence: 'the same ferry' }]
  const { role = 'report', copyOf } = seed
  const placement = {
    articleId: id,
    eventId,
    isNew: seed.eventId === undefined,
    role,
    copyOf,
    why,
    considered: [],
    changes: [],
  }
  await inTransaction(pool, (tx) => savePlacements(tx, [{ features, placement }], lease))
  return { articleId: id, eventId }
}

const cleaned = (title: string, text: string, language: string): CleanArticle => ({
  title,
  authors: ['R. Porter'],
  language,
  dir: language === 'ar' ? 'rtl' : 'ltr',
  text,
  html: `<p>${text}</p>`,
  kind: 'article',
  dropped: [{ reason: 'share-bar', text: 'Share' }],
})

type Named = { type: 'person' | 'place'; name: string }
const named = (type: Named['type'], names: readonly string[] = []): Named[] =>
  names.map((name) => ({ type, name }))

function extraction(whole: string, language: string, wanted: readonly Named[]): Extraction {
  const found = wanted
    .map((one) => ({ ...one, start: whole.indexOf(one.name) }))
    .filter(({ start }) => start >= 0)
  return {
    mentions: found.map(({ name, type, start }, entity) => ({
      start,
      end: start + name.length,
      surface: name,
      type,
      titles: [],
      entity,
    })),
    entities: found.map(({ name, type }) => ({
      type,
      name,
      language,
      spellings: [{ surface: name, count: 1 }],
      titles: type === 'person' ? ['Captain'] : [],
      keys: [name.toLowerCase()],
      blocks: [],
      count: 1,
      inTitle: false,
      weight: 1,
    })),
  }
}
