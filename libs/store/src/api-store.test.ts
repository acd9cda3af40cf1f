import type { ApiStore } from '@newsbraid/model'
import {
  ArticleDetail,
  ArticleList,
  EntityDetail,
  EntityList,
  EventDetail,
  EventList,
  Pipeline,
  SourceList,
  Trace,
  writeCursor,
} from '@newsbraid/model'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createApiStore } from './api-store.ts'
import type { Database } from './database.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { seedArticle } from './testing/seed.ts'

let database: Database
let store: ApiStore
const ids: Record<string, string> = {}

/** Five events at hours 1 to 5 of 1 March; the third is told in English and Arabic by two sources. */
beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  const add = async (feedUrl: string, name: string) => {
    const added = await store.addSource({ feedUrl, name, homeUrl: 'https://gazette.example/' })
    return 'done' in added ? added.done.id : ''
  }
  const gazette = (ids['gazette'] = await add('https://gazette.example/feed', 'Harbour Gazette'))
  const mina = (ids['mina'] = await add('https://mina.example/feed', 'جريدة الميناء'))
  for (let n = 1; n <= 5; n++) {
    const placed = await seedArticle(database, {
      sourceId: gazette,
      url: `https://gazette.example/ferry-${n}`,
      title: `Ferry number ${n} leaves the harbour`,
      text: `The ferry number ${n} left the harbour of Skagen in the morning. Anna Larsen was on board with 40${n} passengers.`,
      language: 'en',
      publishedAt: `2026-03-01T0${n}:00:00.000Z`,
      people: n % 2 ? ['Anna Larsen'] : [],
      places: n === 4 ? ['Skagen'] : [],
    })
    ids[`event${n}`] = placed.eventId
    ids[`article${n}`] = placed.articleId
  }
  const arabic = await seedArticle(database, {
    sourceId: mina,
    url: 'https://mina.example/3',
    title: 'العبّارة الثالثة تغادر الميناء',
    text: 'غادرت العبّارة الثالثة الميناء صباح اليوم، وكان على متنها 403 ركاب.',
    language: 'ar',
    publishedAt: '2026-03-01T03:30:00.000Z',
    eventId: ids['event3'],
  })
  ids['arabic'] = arabic.articleId
}, 60_000)
afterAll(() => database.close())

const idsOf = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id)
const named = (...names: string[]) => names.map((name) => ids[name])

test('events() gives what the API promises, newest development first', async () => {
  const list = await store.events({ sort: 'latest' }, { limit: 50 })
  expect(EventList.parse(list)).toEqual(list)
  expect(idsOf(list)).toEqual(named('event5', 'event4', 'event3', 'event2', 'event1'))
  const third = list.items[2]
  expect(third?.languages.sort()).toEqual(['ar', 'en'])
  expect(third?.sources.map(({ id }) => id)).toEqual(named('gazette', 'mina'))
  expect(third).toMatchObject({ articleCount: 2, independentSourceCount: 2 })
})

test.each(['top', 'latest', 'new', 'relevance'] as const)(
  'events() by %s pages through all of them once',
  async (sort) => {
    const q = sort === 'relevance' ? 'harb' : undefined
    const whole = idsOf(await store.events({ q, sort }, { limit: 50 }))
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await store.events({ q, sort }, { limit: 2, cursor })
      expect(page.total).toBe(5)
      paged.push(...idsOf(page))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(5)
  },
)

test('events() by top puts two independent sources before an hour or two', async () => {
  const [first] = idsOf(await store.events({ sort: 'top' }, { limit: 1 }))
  expect(first).toBe(ids['event3'])
})

test('pages lose nothing among events of the very same microsecond', async () => {
  await database.pool.query(`UPDATE events SET first_seen = '2026-03-01T00:00:00.123456Z'`)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.events({ sort: 'new' }, { limit: 1, cursor })
    paged.push(...idsOf(page))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  expect(new Set(paged).size).toBe(5)
})

test('events() filters by words, language, source, person, time and sources', async () => {
  const find = async (query: Omit<Parameters<ApiStore['events']>[0], 'sort'>) =>
    idsOf(await store.events({ ...query, sort: 'latest' }, { limit: 50 }))
  const [person] = (await store.entities({ q: 'anna', sort: 'mentions' }, { limit: 1 })).items
  expect(await find({ lang: 'ar' })).toEqual(named('event3'))
  expect(await find({ source: ids['mina'] })).toEqual(named('event3'))
  expect(await find({ entity: person?.id })).toEqual(named('event5', 'event3', 'event1'))
  expect(await find({ since: '2026-03-01T04:00:00Z' })).toEqual(named('event5', 'event4'))
  expect(await find({ until: '2026-03-01T02:00:00Z' })).toEqual(named('event1'))
  expect(await find({ minSources: 2 })).toEqual(named('event3'))
  expect(await find({ lang: 'ar', until: '2026-03-01T02:00:00Z' })).toEqual([])
  const [place] = (await store.entities({ type: 'place', sort: 'name' }, { limit: 1 })).items
  for (const asked of ['Skagen', 'SKAGEN', place?.id ?? ''])
    expect(await find({ place: asked })).toEqual(named('event4'))
  expect(await find({ place: 'Nowhere' })).toEqual([])
  expect(await find({ place: 'Anna Larsen' })).toEqual([])
})

test('words are found in part, in any case, with and without the Arabic article', async () => {
  const find = async (q: string) => idsOf(await store.events({ q, sort: 'relevance' }, { limit: 50 }))
  expect(await find('NUMBER harb')).toHaveLength(5)
  expect(await find('ferry harbour numbr')).toEqual([])
  expect(await find('ميناء')).toEqual(named('event3'))
  expect(await find('العبارة')).toEqual(named('event3'))
})

test.each([
  "' OR 1=1 --",
  "'; DROP TABLE events; --",
  '%',
  '_',
  '!!',
  '& | !',
  "a' & 'b",
  'ferry:*A',
  '\\',
  '<->',
  '(((',
  '"',
  '$1',
])('the search %p is text, nothing else', async (q) => {
  for (const sort of ['latest', 'relevance'] as const) {
    await expect(store.events({ q, sort }, { limit: 5 })).resolves.toMatchObject({
      total: expect.any(Number),
    })
    await expect(store.articles({ q, sort }, { limit: 5 })).resolves.toMatchObject({
      total: expect.any(Number),
    })
  }
  expect((await store.entities({ q, sort: 'name' }, { limit: 5 })).total).toBe(0)
  expect((await store.sources({ q }, { limit: 5 })).total).toBe(0)
  expect(
    (await store.events({ place: q, entity: q, source: q, lang: q, sort: 'top' }, { limit: 5 })).total,
  ).toBe(0)
})

test('a cursor with a key of another kind is refused before the database sees it', async () => {
  for (const key of [['x', 'y'], [1], [1e300, 'x'], [1, 2], [1.5, 'x'], ['\0', 'x']] as (string | number)[][])
    await expect(
      store.events({ sort: 'latest' }, { limit: 5, cursor: writeCursor('latest', key) }),
    ).rejects.toThrow('Cannot go on')
  await expect(store.sources({}, { limit: 5, cursor: writeCursor('name', ['\0', 'x']) })).rejects.toThrow(
    'Cannot go on',
  )
})

test('event() shows its articles with their reasons, in the order they came', async () => {
  const event = await store.event(ids['event3'] ?? '')
  expect(EventDetail.parse(event)).toEqual(event)
  expect(event?.articles.map(({ id }) => id)).toEqual(named('article3', 'arabic'))
  expect(event?.articles[1]).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
    publishedAt: '2026-03-01T03:30:00.000Z',
  })
  expect(event?.articles[1]?.why[0]?.evidence).toBe('the same ferry')
  expect(await store.timeline(ids['event3'] ?? '')).toEqual(event?.timeline)
  expect(event?.timeline.length).toBeGreaterThan(0)
  expect(await store.event('01J8ZK4Q2M00000000000E0099')).toBeUndefined()
})

test('eventsById() keeps the order asked for and leaves out what is not there', async () => {
  const asked = [...named('event2', 'event5'), 'nonsense', ...named('event1')].map((id) => id ?? '')
  expect((await store.eventsById(asked)).map(({ id }) => id)).toEqual(named('event2', 'event5', 'event1'))
})

test('articles() and article() give what the API promises', async () => {
  const list = await store.articles({ sort: 'latest' }, { limit: 4 })
  expect(ArticleList.parse(list)).toEqual(list)
  const rest = await store.articles({ sort: 'latest' }, { limit: 4, cursor: list.nextCursor })
  expect([...idsOf(list), ...idsOf(rest)]).toEqual(
    named('article5', 'article4', 'arabic', 'article3', 'article2', 'article1'),
  )
  expect(idsOf(await store.articles({ event: ids['event3'], sort: 'oldest' }, { limit: 9 }))).toEqual(
    named('article3', 'arabic'),
  )
  const article = await store.article(ids['article1'] ?? '')
  expect(ArticleDetail.parse(article)).toEqual(article)
  expect(article).toMatchObject({
    eventId: ids['event1'],
    mentions: [{ surface: 'Anna Larsen' }],
    entities: [{ name: 'Anna Larsen' }],
  })
  const [mention] = article?.mentions ?? []
  expect(`${article?.title}\n\n${article?.text}`.slice(mention?.start, mention?.end)).toBe('Anna Larsen')
})

test('articleWhy() tells the evidence', async () => {
  const why = await store.articleWhy(ids['arabic'] ?? '')
  expect(why).toMatchObject({
    eventId: ids['event3'],
    role: 'report',
    why: [{ signal: 'shared-name' }],
    considered: [],
  })
  expect(await store.articleWhy('nonsense')).toBeUndefined()
})

test('entities() and entity() give what the API promises', async () => {
  const list = await store.entities({ type: 'person', sort: 'mentions' }, { limit: 5 })
  expect(EntityList.parse(list)).toEqual(list)
  const entity = await store.entity(list.items[0]?.id ?? '')
  expect(EntityDetail.parse(entity)).toEqual(entity)
  expect(entity).toMatchObject({
    name: 'Anna Larsen',
    articleCount: 3,
    spellings: [{ surface: 'Anna Larsen', lang: 'en', count: 3 }],
    titles: [{ title: 'Captain', count: 3 }],
    mentionsByDay: [{ day: '2026-03-01', count: 3 }],
  })
  expect(entity?.events.map(({ id }) => id)).toEqual(named('event5', 'event3', 'event1'))
})

test('sources() counts what each brought', async () => {
  const list = await store.sources({}, { limit: 5 })
  expect(SourceList.parse(list)).toEqual(list)
  expect(list.items.map(({ name, articleCount }) => [name, articleCount])).toEqual([
    ['Harbour Gazette', 5],
    ['جريدة الميناء', 1],
  ])
  expect((await store.sources({ q: 'gazette.example/f' }, { limit: 5 })).total).toBe(1)
})

test('trace() finds a page under any spelling of its address', async () => {
  const trace = await store.trace('http://www.gazette.example/ferry-1?utm_source=x#top')
  expect(Trace.parse(trace)).toEqual(trace)
  expect(trace).toMatchObject({
    articleId: ids['article1'],
    eventId: ids['event1'],
    steps: [{ stage: 'discover' }],
  })
  expect(await store.trace('https://gazette.example/never')).toBeUndefined()
})

test('pipeline() counts what stands where', async () => {
  const line = await store.pipeline()
  expect(Pipeline.omit({ queues: true }).parse(line)).toEqual(line)
  expect(line).toMatchObject({
    articles: { discovered: 6, cleaned: 6, extracted: 6, placed: 6 },
    events: 5,
    idle: false,
  })
  expect(line.stages.map(({ name }) => name)).toEqual([
    'poll-feed',
    'fetch-page',
    'clean-page',
    'extract-mentions',
    'place-article',
  ])
})
