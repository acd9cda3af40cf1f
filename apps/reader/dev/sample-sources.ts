import type { ApiSource } from '@newsbraid/model'
import { idOf, minutesFrom } from './sample-ids.ts'

type Told = Pick<ApiSource, 'name' | 'language'> & { key: string; host: string } & Partial<ApiSource>

/** Invented outlets, one for each way a source can fare. */
const TOLD: Told[] = [
  {
    key: 'marfa',
    name: 'صحيفة المرفأ',
    language: 'ar',
    host: 'almarfa.example',
    entriesPerDay: 42.5,
    articleCount: 1284,
  },
  {
    key: 'riyah',
    name: 'وكالة الرياح للأنباء',
    language: 'ar',
    host: 'riyah.example',
    entriesPerDay: 118,
    articleCount: 4310,
  },
  {
    key: 'sahel',
    name: 'منبر الساحل',
    language: 'ar',
    host: 'minbar-sahel.example',
    entriesPerDay: 17.3,
    articleCount: 512,
    repairs: [
      'Read as windows-1256 although its HTTP header says utf-8',
      'Closed quotes that were left open',
    ],
  },
  {
    key: 'delta',
    name: 'Delta Courier',
    language: 'en',
    host: 'deltacourier.example',
    entriesPerDay: 31,
    articleCount: 977,
  },
  {
    key: 'north',
    name: 'North Shore Herald',
    language: 'en',
    host: 'nsherald.example',
    entriesPerDay: 24.1,
    articleCount: 803,
    silent: true,
    lastEntryAt: '2020-01-01T00:00:00Z',
    usualGapHours: 1,
    nextPollReason: 'nothing was published for 3 days',
    nextPollWhy: { code: 'quiet', params: { minutes: 4320 } },
  },
  {
    key: 'golfe',
    name: 'Le Quotidien du Golfe',
    language: 'fr',
    host: 'quotidien-golfe.example',
    entriesPerDay: 12.8,
    articleCount: 344,
    repairs: ['Closed elements that were left open'],
  },
  {
    key: 'kuste',
    name: 'Küstenblatt',
    language: 'de',
    host: 'kuestenblatt.example',
    entriesPerDay: 8.4,
    articleCount: 96,
    failures: 4,
    lastStatus: 200,
    lastOutcome: 'not-a-feed',
    lastError: 'The address answers with a web page, not with a feed',
    nextPollReason: 'it failed 4 times in a row',
    nextPollWhy: { code: 'failed', params: { times: 4 } },
    robots: {
      state: 'refused',
      rule: '/private/*',
      status: 200,
      crawlDelaySeconds: 10,
      readAt: '2026-03-01T00:00:00Z',
    },
  },
  {
    key: 'island',
    name: 'Island Bulletin',
    language: 'en',
    host: 'island-bulletin.example',
    state: 'paused',
    entriesPerDay: 3,
    articleCount: 41,
  },
  {
    key: 'oasis',
    name: 'إذاعة الواحة',
    language: 'ar',
    host: 'waha-radio.example',
    state: 'gone',
    entriesPerDay: 0,
    articleCount: 12,
    lastStatus: 410,
    lastOutcome: 'gone',
    lastError: 'The address says 410 Gone: it will not come back',
  },
]

/** The invented sources as the API tells of them, at a moment in milliseconds. */
export function sampleSources(now: number): ApiSource[] {
  return TOLD.map(({ key, host, ...told }, i) => ({
    id: idOf('source', key),
    homeUrl: `https://${host}/`,
    feedUrl: `https://${host}/feed.xml`,
    state: 'active',
    lastFetchAt: minutesFrom(now, -(3 + i * 4)),
    lastStatus: i % 2 === 0 ? 304 : 200,
    lastOutcome: i % 2 === 0 ? 'not-modified' : 'ok',
    failures: 0,
    nextPollAt: minutesFrom(now, 6 + i * 5),
    nextPollReason: 'an entry comes every 35 min',
    nextPollWhy: { code: 'entry-every', params: { minutes: 35, skips: i % 3 === 0 ? 1 : 0 } },
    robots: { state: 'allowed', status: 200, readAt: minutesFrom(now, -90) },
    repairs: [],
    articleCount: 0,
    entriesPerDay: 0,
    lastEntryAt: minutesFrom(now, -40 * (i + 1)),
    silent: false,
    ...told,
  }))
}

export function sourceRef(key: string): { id: string; name: string; homeUrl: string } {
  const told = TOLD.find((source) => source.key === key)
  if (!told) throw new Error(`Cannot find sample source "${key}"`)
  return { id: idOf('source', key), name: told.name, homeUrl: `https://${told.host}/` }
}
