import { expect, test } from '@jest/globals'
import { onAWalkedLine } from './testing/on-a-walked-line.ts'
import type { Origin, WalkedLine } from './testing/walk-line.ts'

let line: WalkedLine
let origin: Origin
onAWalkedLine((walked, fresh) => {
  line = walked
  origin = fresh
})

const FIRST = [
  'The lifeboat crew of Oldwick brought in four sailors on Tuesday night after their boat had struck the Gull Rocks in heavy fog.',
  'The harbour master, Edda Thorne, said that the boat had lost its radio an hour before, and that a farmer had seen the flares.',
  'Two of the four were taken to the hospital of Marham with signs of cold; the other two stayed with families in the village.',
  'The boat itself, a ketch of eleven metres, lies on the rocks and is to be towed off as soon as the wind has turned.',
]
const SECOND = [
  ...FIRST.slice(0, 3),
  'The ketch was towed off on Wednesday morning and lies in Oldwick, where her keel is looked at by a shipwright.',
]
type Around = { date?: string; shares?: number; related?: readonly string[]; title?: string }
const page = (
  paragraphs: readonly string[],
  { date = '4 March 2026, 07:10', shares = 3, related = [], title }: Around = {},
) =>
  `<!doctype html><html lang="en"><head><title>Four sailors brought in | Oldwick Post</title></head><body>
  <header><a href="/">Oldwick Post</a><nav><a href="/news">News</a> <a href="/sport">Sport</a> <a href="/tides">Tides</a></nav></header>
  <main><article><h1>${title ?? 'Four sailors brought in after boat strikes the Gull Rocks'}</h1>
  <p class="byline">By Jonas Reed</p><p class="date"><time datetime="2026-03-04T07:10:00Z">${date}</time></p>
  <div class="share">Share ${shares} <a href="#">Facebook</a> <a href="#">Email</a></div>
  ${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
  </article><aside class="related"><h2>Related stories</h2><ul>${related.map((text) => `<li><a href="/${text.length}">${text}</a></li>`).join('')}</ul></aside></main>
  <footer><p>© 2026 Oldwick Post. All rights reserved.</p></footer></body></html>`
const feed = (updated?: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Oldwick Post</title><id>urn:oldwick</id><updated>2026-03-04T08:00:00Z</updated>
  <entry><id>urn:oldwick:1</id><title>Four sailors brought in after boat strikes the Gull Rocks</title><link href="${origin.url}/sailors"/>
  <published>2026-03-04T07:10:00Z</published>${updated ? `<updated>${updated}</updated>` : ''}<summary>Four sailors were brought in.</summary></entry></feed>`
const withTag = (tag: string, body: string) => (asked: { headers: Record<string, unknown> }) =>
  asked.headers['if-none-match'] === tag
    ? { status: 304, headers: { etag: tag } }
    : { headers: { etag: tag }, body }
const looks = () => origin.asked.filter(({ path }) => path === '/sailors')
/** Adds the source and brings its one article in. */
const begin = async (first: Parameters<Origin['pages']['set']>[1] = withTag('"one"', page(FIRST))) => {
  origin.pages.set('/feed', { headers: { 'content-type': 'application/atom+xml' }, body: feed() })
  origin.pages.set('/sailors', first)
  await line.store.addSource({ feedUrl: `${origin.url}/feed` })
  await line.walk()
  const { items } = await line.store.articles({ sort: 'latest' }, { limit: 5 })
  expect(items).toHaveLength(1)
  return items[0]!.id
}
const article = async (id: string) => {
  const found = await line.store.article(id)
  if (!found) throw new Error(`There is no article "${id}"`)
  return found
}
const hoursToNextLook = async (id: string) => {
  const { rows } = await line.database.pool.query<{ hours: number }>(
    `SELECT extract(epoch FROM due_at - now())::float8 / 3600 AS hours FROM work WHERE stage = 'fetch-page' AND item_id = $1 AND state = 'ready'`,
    [id],
  )
  return rows[0]?.hours
}
const bodyOf = async (id: string) => {
  const { rows } = await line.database.pool.query<{ body: string; former: string | null }>(
    'SELECT body, former FROM page_bodies WHERE page_id = $1',
    [id],
  )
  return rows[0]
}
const lookAgain = async () => {
  const { rows } = await line.database.pool.query<{ hours: number | null }>(
    `SELECT extract(epoch FROM max(due_at) - now())::float8 / 3600 AS hours FROM work WHERE stage = 'fetch-page' AND state = 'ready'`,
  )
  await line.pass((rows[0]?.hours ?? 3) + 0.001)
  await line.walk()
}

test('a young article is looked at again at growing intervals, until it is four days old', async () => {
  const id = await begin()
  const waits: number[] = []
  for (
    let wait = await hoursToNextLook(id);
    wait !== undefined && waits.length < 40;
    wait = await hoursToNextLook(id)
  ) {
    waits.push(wait)
    await line.pass(wait + 0.001)
    await line.walk()
  }
  expect(waits[0]).toBeCloseTo(1, 1)
  expect(waits.every((wait, n) => n === 0 || wait >= waits[n - 1]! - 0.01)).toBe(true)
  expect(waits.at(-1)).toBeCloseTo(24, 0)
  const sum = waits.reduce((total, wait) => total + wait, 0)
  expect(sum).toBeGreaterThan(96)
  expect(sum).toBeLessThan(96 + 25)
  expect(waits.length).toBeLessThan(20)
  // Each a conditional request
  expect(
    looks()
      .slice(1)
      .every(({ headers }) => headers['if-none-match'] === '"one"'),
  ).toBe(true)
})

test('an unchanged page costs one conditional request and stores nothing', async () => {
  const id = await begin()
  const before = await article(id)
  const { rows: work } = await line.database.pool.query(
    `SELECT * FROM work WHERE stage <> 'fetch-page' AND stage <> 'poll-feed'`,
  )
  await lookAgain()
  expect(looks()).toHaveLength(2)
  const after = await article(id)
  expect({ ...after, fetchedAt: '', trace: [] }).toEqual({ ...before, fetchedAt: '', trace: [] })
  expect(after.revisions).toEqual([])
  // Nothing was cleaned, extracted or placed again
  const { rows } = await line.database.pool.query(
    `SELECT stage, outcome, attempts FROM work WHERE stage <> 'fetch-page' AND stage <> 'poll-feed'`,
  )
  expect(rows).toEqual(work.map(({ stage, outcome, attempts }) => ({ stage, outcome, attempts })))
})

test('a page that a server without validators sends again byte for byte is not even cleaned again', async () => {
  const id = await begin({ body: page(FIRST) })
  const cleaned = async () =>
    (
      await line.database.pool.query(
        `SELECT coalesce(sum(n), 0)::integer AS n FROM tallies WHERE stage = 'clean-page'`,
      )
    ).rows[0]
  const before = await cleaned()
  await lookAgain()
  expect(looks()).toHaveLength(2)
  expect(await cleaned()).toEqual(before)
  expect((await article(id)).revisions).toEqual([])
})

test('a changed page keeps both versions, and its event is told from the new one', async () => {
  const id = await begin()
  origin.pages.set(
    '/sailors',
    withTag('"two"', page(SECOND, { title: 'Four sailors saved at the Gull Rocks' })),
  )
  await lookAgain()
  const now = await article(id)
  expect(now.title).toBe('Four sailors saved at the Gull Rocks')
  expect(now.text).toContain('towed off on Wednesday morning')
  expect(now.revisions).toHaveLength(1)
  expect(now.revisions[0]).toMatchObject({
    title: 'Four sailors brought in after boat strikes the Gull Rocks',
  })
  expect(now.revisions[0]?.text).toContain('to be towed off as soon as the wind has turned')
  expect((await line.store.event(now.eventId!))?.title.text).toBe('Four sailors saved at the Gull Rocks')
  // The same once more is no third version
  await lookAgain()
  expect((await article(id)).revisions).toHaveLength(1)
  expect((await bodyOf(id))?.former).toBeNull()
})

test('an entry whose `updated` moves brings a second look at once', async () => {
  const id = await begin()
  await line.pass(0.5)
  origin.pages.set('/sailors', withTag('"two"', page(SECOND)))
  origin.pages.set('/feed', {
    headers: { 'content-type': 'application/atom+xml' },
    body: feed(new Date().toISOString()),
  })
  await line.walk()
  expect(looks()).toHaveLength(2)
  expect((await article(id)).revisions).toHaveLength(1)
  // The same word of the feed is not obeyed twice
  await line.pass(0.5)
  await line.walk()
  expect(looks()).toHaveLength(2)
})

test('furniture that changes around the same words makes no revision', async () => {
  const id = await begin({ body: page(FIRST, { related: ['Ferry late again', 'New mayor for Marham'] }) })
  const changes: Around[] = [
    {
      date: 'Updated 4 March 2026, 09:30',
      shares: 412,
      related: ['Storm warning for the coast', 'Fair opens on Friday'],
    },
    { date: '2 hours ago', shares: 1207, related: ['Fair opens on Friday'] },
    { date: '4 March 2026, 07:10', shares: 2, related: [] },
  ]
  for (const around of changes) {
    origin.pages.set('/sailors', { body: page(FIRST, around) })
    await lookAgain()
  }
  expect(looks()).toHaveLength(4)
  const { revisions, text } = await article(id)
  expect(revisions).toEqual([])
  expect(text).toContain('Edda Thorne')
})

const WALL = `<html><head><title>Oldwick Post</title></head><body><main><h1>Four sailors brought in after boat strikes the Gull Rocks</h1>
  <p>${FIRST[0]}</p><div class="paywall"><p>Subscribe to read the full story.</p></div></main></body></html>`
const REFUSALS = [
  [
    'an error page sent as 200',
    {
      body: '<html><head><title>503</title></head><body><h1>Something went wrong</h1><p>Please try again later.</p></body></html>',
    },
    undefined,
  ],
  ['a paywall with the first paragraph', { body: WALL }, undefined],
  ['the mere beginning of the text', { body: page(FIRST.slice(0, 1)) }, undefined],
  ['an empty page', { body: '' }, undefined],
  ['a page that refuses', { status: 403, body: 'no' }, undefined],
  ['something that is no page', { headers: { 'content-type': 'application/pdf' }, body: '%PDF' }, undefined],
  ['404', { status: 404, body: page(['Not found.']) }, 'gone'],
  ['410', { status: 410 }, 'gone'],
] as const

test.each(REFUSALS)('a second look that meets %s never replaces the article', async (_what, answer, gone) => {
  const id = await begin()
  const before = await article(id)
  const body = await bodyOf(id)
  origin.pages.set('/sailors', answer)
  await lookAgain()
  expect(looks()).toHaveLength(2)
  const after = await article(id)
  expect(after).toMatchObject({
    title: before.title,
    text: before.text,
    revisions: [],
    eventId: before.eventId,
  })
  expect(after.goneAt === undefined).toBe(gone === undefined)
  expect(await bodyOf(id)).toEqual(body)
  const { total } = await line.store.quarantine({}, { limit: 5 })
  expect(total).toBe(0)
  // Back again, it is an article like any other; only 410 is for good
  origin.pages.set('/sailors', { body: page(SECOND) })
  await lookAgain()
  const back = await article(id)
  expect(back.revisions).toHaveLength('status' in answer && answer.status === 410 ? 0 : 1)
  if (gone && 'status' in answer && answer.status === 404) expect(back.goneAt).toBeUndefined()
})
