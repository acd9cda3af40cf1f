import {
  ApiSource,
  type ArticleDetail,
  ArticleDetail as ArticleDetailSchema,
  ArticleList,
  ArticleWhy,
  EntityDetail,
  EntityList,
  EventDetail,
  EventList,
  Pipeline,
  Problem,
  QuarantineItem,
  QuarantineList,
  SourceList,
  Trace,
} from '@newsbraid/model'
import { SAMPLE_ENTITIES, type SampleEntity } from './sample-entities.ts'
import { sampleArticles, sampleEvents } from './sample-events.ts'
import { idOf, minutesFrom } from './sample-ids.ts'
import { sampleSources } from './sample-sources.ts'

type Schema = { parse: (value: unknown) => unknown }
export type Asked = { method: string; path: string; query: URLSearchParams; body: string }
export type Answered = { status: number; json?: unknown; text?: string; type?: string; location?: string }

/** An API in memory over the invented news. Every answer passes the schema that the real one promises. */
export function createFixtureApi(now: number): (asked: Asked) => Answered {
  const events = sampleEvents(now)
  const articles = sampleArticles(now)
  let sources = sampleSources(now)
  let quarantine = sampleQuarantine(now)
  let asked = 0

  const one = <T extends { id: string }>(schema: Schema, items: readonly T[], id: string): Answered => {
    const found = items.find((item) => item.id === id)
    return found ? checked(schema, found) : problem(404, 'Not found', `Cannot find "${id}"`)
  }
  const changeSource = (id: string, change: Partial<ApiSource>, status = 200): Answered => {
    sources = sources.map((source) => (source.id === id ? { ...source, ...change } : source))
    return { ...one(ApiSource, sources, id), status }
  }

  const routes: [string, RegExp, (id: string, asked: Asked) => Answered][] = [
    [
      'GET',
      /^\/events$/,
      (_, { query }) =>
        list(
          EventList,
          events.filter((event) => !event.mergedInto && matches(event, query)).sort(byOrder(query)),
          query,
        ),
    ],
    [
      'GET',
      /^\/events\/(\w+)$/,
      (id) => {
        const event = events.find((event) => event.id === id)
        if (event?.mergedInto)
          return { status: 308, location: `/api/v1/events/${event.mergedInto}`, json: {} }
        return one(EventDetail, events, id)
      },
    ],
    [
      'POST',
      /^\/events\/(\w+)\/merge$/,
      (id, { body }) => {
        const into = events.find((event) => event.id === id)
        const others: unknown = JSON.parse(body).with
        const other = events.find((event) => Array.isArray(others) && event.id === others[0])
        if (!into || !other) return problem(404, 'Not found', 'Cannot find one of the events')
        into.articles.push(...other.articles)
        into.articleCount = into.articles.length
        other.mergedInto = id
        return checked(EventDetail, into)
      },
    ],
    [
      'POST',
      /^\/events\/(\w+)\/split$/,
      () => problem(422, 'Cannot split', 'Cannot leave event without an article'),
    ],
    [
      'GET',
      /^\/articles$/,
      (_, { query }) =>
        list(
          ArticleList,
          articles.filter((article) => matches(article, query)),
          query,
        ),
    ],
    ['GET', /^\/articles\/(\w+)$/, (id) => one(ArticleDetailSchema, articles, id)],
    [
      'GET',
      /^\/articles\/(\w+)\/why$/,
      (id) => {
        const event = events.find((event) => event.articles.some((article) => article.id === id))
        const placed = event?.articles.find((article) => article.id === id)
        const considered = events
          .slice(1, 3)
          .map(({ id, title }, i) => ({ eventId: id, score: 0.41 - i * 0.2, title: title.text }))
        return checked(ArticleWhy, {
          articleId: id,
          eventId: event?.id,
          role: placed?.role,
          why: placed?.why ?? [],
          considered,
        })
      },
    ],
    [
      'GET',
      /^\/entities$/,
      (_, { query }) => {
        const q = (query.get('q') ?? '').toLowerCase()
        const found = SAMPLE_ENTITIES.filter(({ spellings }) =>
          spellings.some(({ surface }) => surface.toLowerCase().includes(q)),
        )
        return list(
          EntityList,
          found.map((entity) => entityOf(entity, now, articles)),
          query,
        )
      },
    ],
    [
      'GET',
      /^\/entities\/(\w+)$/,
      (id) => {
        const entity = SAMPLE_ENTITIES.find((entity) => entity.id === id)
        if (!entity) return problem(404, 'Not found', `Cannot find entity "${id}"`)
        const detail = entityOf(entity, now, articles)
        return checked(EntityDetail, {
          ...detail,
          events: events.filter((event) => event.entities.some((named) => named.id === id)),
        })
      },
    ],
    ['GET', /^\/sources$/, (_, { query }) => list(SourceList, sources, query)],
    [
      'POST',
      /^\/sources$/,
      (_, { body }) => {
        const feedUrl = String(JSON.parse(body).feedUrl)
        if (sources.some((source) => source.feedUrl === feedUrl))
          return problem(409, 'Known', `Another source has the feed "${feedUrl}"`)
        const source = {
          ...sources[0],
          id: idOf('source', feedUrl),
          name: new URL(feedUrl).host,
          feedUrl,
          homeUrl: undefined,
          language: undefined,
          lastFetchAt: undefined,
          lastOutcome: undefined,
          lastStatus: undefined,
          articleCount: 0,
          entriesPerDay: 0,
        }
        sources = [ApiSource.parse(source), ...sources]
        return { ...checked(ApiSource, source), status: 201 }
      },
    ],
    ['PATCH', /^\/sources\/(\w+)$/, (id, { body }) => changeSource(id, JSON.parse(body))],
    [
      'POST',
      /^\/sources\/(\w+)\/poll$/,
      (id) =>
        changeSource(id, { nextPollAt: minutesFrom(now, 0), nextPollReason: 'Asked for by a person' }, 202),
    ],
    [
      'DELETE',
      /^\/sources\/(\w+)$/,
      (id) => {
        sources = sources.filter((source) => source.id !== id)
        return { status: 204 }
      },
    ],
    [
      'GET',
      /^\/opml$/,
      () => ({ status: 200, type: 'text/x-opml', text: '<opml version="2.0"><body/></opml>' }),
    ],
    [
      'POST',
      /^\/opml$/,
      (_, { body }) => ({ status: 200, json: { added: body.split('xmlUrl=').length - 1, known: 0 } }),
    ],
    ['GET', /^\/pipeline$/, () => checked(Pipeline, pipelineAt((asked += 1), events.length))],
    ['GET', /^\/pipeline\/trace$/, (_, { query }) => traceOf(query.get('url') ?? '', articles)],
    ['GET', /^\/quarantine$/, (_, { query }) => list(QuarantineList, quarantine, query)],
    [
      'POST',
      /^\/quarantine\/(\w+)\/replay$/,
      (id) => {
        const answer = one(QuarantineItem, quarantine, id)
        quarantine = quarantine.filter((item) => item.id !== id)
        return { ...answer, status: answer.status === 200 ? 202 : answer.status }
      },
    ],
  ]

  return (question) => {
    for (const [method, pattern, handle] of routes) {
      const match = method === question.method ? pattern.exec(question.path) : null
      if (match) return handle(match[1] ?? '', question)
    }
    return problem(404, 'Not found', `Cannot find "${question.path}"`)
  }
}

function checked(schema: Schema, value: unknown): Answered {
  return { status: 200, json: schema.parse(value) }
}

function problem(status: number, title: string, detail: string): Answered {
  return {
    status,
    type: 'application/problem+json',
    json: Problem.parse({ type: 'about:blank', title, status, detail }),
  }
}

function list(schema: Schema, items: readonly unknown[], query: URLSearchParams): Answered {
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 50)
  const rest = to < items.length ? { nextCursor: String(to) } : {}
  return checked(schema, { items: items.slice(from, to), total: items.length, ...rest })
}

type Filtered = {
  title: string | { text: string }
  lang?: string
  languages?: string[]
  independentSourceCount?: number
  summary?: string
  text?: string
  source?: { id: string }
  sources?: { id: string }[]
}

function matches(item: Filtered, query: URLSearchParams): boolean {
  const title = typeof item.title === 'string' ? item.title : item.title.text
  const words = `${title} ${item.summary ?? ''} ${item.text ?? ''}`.toLowerCase()
  const lang = query.get('lang')
  const source = query.get('source')
  return (
    words.includes((query.get('q') ?? '').toLowerCase()) &&
    (!lang || item.lang === lang || (item.languages ?? []).includes(lang)) &&
    (!source ||
      [...(item.sources ?? []), ...(item.source ? [item.source] : [])].some(({ id }) => id === source)) &&
    (item.independentSourceCount ?? 99) >= Number(query.get('minSources') ?? 0)
  )
}

const byOrder =
  (query: URLSearchParams) =>
  (a: EventDetail, b: EventDetail): number =>
    (query.get('sort') ? 0 : b.independentSourceCount - a.independentSourceCount) ||
    b.lastDevelopment.localeCompare(a.lastDevelopment)

function entityOf(
  { spellings, titles, ...head }: SampleEntity,
  now: number,
  articles: readonly ArticleDetail[],
): EntityDetail {
  const naming = articles.filter(({ mentions }) => mentions.some(({ entityId }) => entityId === head.id))
  const mentionCount = spellings.reduce((sum, { count }) => sum + count, 0)
  const mentionsByDay = Array.from({ length: 34 }, (_, i) => i)
    .filter((i) => (i * 7 + head.name.length) % 4 !== 0)
    .map((i) => ({
      day: minutesFrom(now, (i - 33) * 1440).slice(0, 10),
      count: i === 33 ? 26 : (i * i * 5 + head.name.length * 3) % 13,
    }))
  const others = SAMPLE_ENTITIES.filter(({ id }) => id !== head.id).slice(0, 5)
  const namedWith = others.map(({ id, name, type }, i) => ({ id, name, type, articles: 14 - i * 3 }))
  const dir = head.lang === 'ar' ? 'rtl' : 'ltr'
  return {
    ...head,
    dir,
    articleCount: Math.max(naming.length, 1),
    mentionCount,
    lastSeen: minutesFrom(now, -12),
    spellings,
    titles,
    mentionsByDay,
    namedWith,
    events: [],
  }
}

function traceOf(url: string, articles: readonly ArticleDetail[]): Answered {
  const article = articles.find((one) => one.url === url)
  if (!article) return problem(404, 'Not found', `Never saw "${url}"`)
  const steps = article.trace.map((step) => ({ ...step, attempts: 1 }))
  return checked(Trace, { url, canonicalUrl: url, articleId: article.id, eventId: article.eventId, steps })
}

function pipelineAt(turn: number, events: number): Pipeline {
  const placed = 7400 + turn * 3
  const rate = (i: number): number => Math.round(38 + 14 * Math.sin(turn / 3 + i))
  const stage = (name: string, i: number, outcomes: [string, number][]): Pipeline['stages'][number] => ({
    name,
    unfinished: Math.max(0, 14 - i * 3),
    quarantined: name === 'clean-page' ? 2 : 0,
    doneLastMinute: rate(i),
    outcomes: outcomes.map(([outcome, count]) => ({ outcome, count })),
  })
  return {
    articles: {
      discovered: placed + 64,
      fetched: placed + 31,
      cleaned: placed + 12,
      extracted: placed + 5,
      placed,
    },
    events,
    queues: ['poll', 'fetch', 'clean', 'extract', 'place'].map((name, i) => ({
      name,
      waiting: (turn + i * 3) % 17,
      active: i % 3,
      delayed: i === 1 ? 22 : 0,
      failed: i === 2 ? 2 : 0,
    })),
    stages: [
      stage('poll-feed', 0, [
        ['not-modified', 5120],
        ['ok', 911],
        ['not-a-feed', 12],
      ]),
      stage('fetch-page', 1, [
        ['ok', placed + 31],
        ['error-page', 61],
      ]),
      stage('clean-page', 2, [
        ['ok', placed + 12],
        ['too-short', 84],
        ['not-an-article', 37],
        ['paywall', 9],
      ]),
      stage('extract-mentions', 3, [['ok', placed + 5]]),
      stage('place-article', 4, [['ok', placed]]),
    ],
    idle: false,
  }
}

function sampleQuarantine(now: number): QuarantineItem[] {
  return [
    {
      id: idOf('quarantine', '1'),
      stage: 'clean-page',
      url: 'https://kuestenblatt.example/archiv/1998/seite-7',
      reason: 'Cannot read a page of 61 MB',
      attempts: 1,
      at: minutesFrom(now, -38),
    },
    {
      id: idOf('quarantine', '2'),
      stage: 'fetch-page',
      url: 'https://waha-radio.example/أخبار/42',
      reason: 'Refuse to connect to "10.0.0.7": the address is private',
      attempts: 1,
      at: minutesFrom(now, -300),
    },
  ]
}
