import {
  ApiSource,
  type ArticleDetail,
  ArticleDetail as ArticleDetailSchema,
  ArticleList,
  ArticleWhy,
  BlockMark,
  BlockMarkList,
  EntityDetail,
  EntityList,
  EventDetail,
  EventList,
  Pipeline,
  QuarantineItem,
  QuarantineList,
  SourceList,
  SourceRemoval,
  Trace,
} from '@newsbraid/model'
import {
  type Answered,
  type Asked,
  byOrder,
  checked,
  list,
  matches,
  problem,
  type Schema,
} from './fixture-answers.ts'
import { entityOf, SAMPLE_ENTITIES } from './sample-entities.ts'
import { sampleArticles } from './sample-article-details.ts'
import { sampleEvents } from './sample-events.ts'
import { idOf, minutesFrom } from './sample-ids.ts'
import { pipelineAt, sampleQuarantine } from './sample-operations.ts'
import { sampleSources } from './sample-sources.ts'

/** What is muted stays out until it is asked for. */
const isWished = ({ choice }: EventDetail, query: URLSearchParams): boolean => {
  const wished = query.get('choice')
  return wished === 'all' || (wished ? choice === wished : choice !== 'muted')
}

/** An API in memory over the invented news. Every answer passes the schema that the real one promises. */
export function createFixtureApi(now: number): (asked: Asked) => Answered {
  const events = sampleEvents(now)
  const articles = sampleArticles(now)
  let sources = sampleSources(now)
  let quarantine = sampleQuarantine(now)
  let marks: BlockMark[] = []
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
          events
            .filter((event) => !event.mergedInto && isWished(event, query) && matches(event, query))
            .sort(byOrder(query)),
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
    ...(['follow', 'mute'] as const).map((verb): [string, RegExp, (id: string, asked: Asked) => Answered] => [
      'POST',
      new RegExp(`^/events/(\\w+)/${verb}$`),
      (id, { body }) => {
        const event = events.find((one) => one.id === id)
        if (event) {
          delete event.choice
          if (JSON.parse(body).on) event.choice = verb === 'follow' ? 'followed' : 'muted'
        }
        return one(EventDetail, events, id)
      },
    ]),
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
      'POST',
      /^\/articles\/(\w+)\/blocks$/,
      (id, { body }) => {
        const host = articles.find((article) => article.id === id)?.host ?? ''
        const { text, verdict } = JSON.parse(body)
        const mark = { id: idOf('mark', `${marks.length}`), host, text, verdict, at: minutesFrom(now, 0) }
        marks = [mark, ...marks]
        return { ...checked(BlockMark, mark), status: 201 }
      },
    ],
    [
      'GET',
      /^\/block-marks$/,
      (_, { query }) =>
        list(
          BlockMarkList,
          marks.filter(({ host }) => host === query.get('host')),
          query,
        ),
    ],
    [
      'DELETE',
      /^\/block-marks\/(\w+)$/,
      (id) => {
        const answer = one(BlockMark, marks, id)
        marks = marks.filter((mark) => mark.id !== id)
        return answer
      },
    ],
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
    [
      'POST',
      /^\/entities\/(\w+)\/(?:rename|not-same)$/,
      (id, { body }) => {
        const entity = SAMPLE_ENTITIES.find((entity) => entity.id === id)
        if (!entity) return problem(404, 'Not found', `Cannot find entity "${id}"`)
        const { name = entity.name } = JSON.parse(body)
        const detail = entityOf({ ...entity, name }, now, articles)
        return checked(EntityDetail, {
          ...detail,
          suggestions: name === entity.name ? [] : detail.suggestions,
        })
      },
    ],
    ['GET', /^\/sources$/, (_, { query }) => list(SourceList, sources, query)],
    [
      'POST',
      /^\/sources$/,
      (_, { body }) => {
        const { kind, ...given } = JSON.parse(body)
        const feedUrl = String(given.feedUrl)
        if (sources.some((source) => source.feedUrl === feedUrl))
          return problem(409, 'Known', `Another source has the feed "${feedUrl}"`)
        const source = {
          ...sources[0],
          id: idOf('source', feedUrl),
          name: new URL(feedUrl).host,
          feedUrl,
          kind: kind === 'auto' ? undefined : kind,
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
      'GET',
      /^\/sources\/(\w+)\/removal$/,
      (id) => {
        const source = sources.find((one) => one.id === id)
        if (!source) return problem(404, 'Not found', `Cannot find source "${id}"`)
        const { articleCount } = source
        const removal = {
          articles: articleCount,
          articlesShared: articleCount > 100 ? 3 : 0,
          events: Math.floor(articleCount / 3),
          eventsChanged: Math.floor(articleCount / 5),
        }
        return checked(SourceRemoval, removal)
      },
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
      (_, { body }) => ({
        status: 200,
        json: { added: body.split('xmlUrl=').length - 1, known: 0, refused: [] },
      }),
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

function traceOf(url: string, articles: readonly ArticleDetail[]): Answered {
  const article = articles.find((one) => one.url === url)
  if (!article) return problem(404, 'Not found', `Never saw "${url}"`)
  return checked(Trace, {
    url,
    canonicalUrl: url,
    articleId: article.id,
    eventId: article.eventId,
    steps: article.trace,
  })
}
