import type { Reason } from '@newsbraid/model'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** What is known about a feed when its next poll is decided. Times are milliseconds since 1970. */
export type PollHistory = {
  nowMs: number
  /** When its entries were published, in any order; the last hundred or so are enough */
  entryTimesMs?: readonly number[]
  /** Interval that observation has led to: shortened by every poll that brought something, lengthened by every idle one */
  learnedMs?: number
  /** Failed polls in a row; 0 after an answer */
  failures?: number
  ttlMinutes?: number
  updatePeriodMinutes?: number
  /** Hours of the day UTC, 0 to 23 */
  skipHours?: readonly number[]
  /** English names of days */
  skipDays?: readonly string[]
  /** How long the answer stays fresh by Cache-Control or Expires */
  cacheLifetimeMs?: number
  /** What the server asked to wait */
  retryAfterMs?: number
  minMs: number
  maxMs: number
  /** 0 to 1, made by the caller: spreads feeds that were added together */
  jitter: number
}

/** `why` is what `reason` says in English; durations in minutes */
export type NextPoll = { atMs: number; reason: string; why: Reason }

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value))

function spoken(ms: number): string {
  if (ms < 90 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} min`
  return ms < 2 * DAY_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / DAY_MS)} days`
}

type Told = { ms: number; why: Reason }
const inMinutes = (ms: number): number => Math.round(ms / MINUTE_MS)

/** What each code means; `skips` is 1 when the feed's skipped hours moved the poll besides. */
function sentence({ code, params }: Reason): string {
  const span = spoken((params['minutes'] ?? 0) * MINUTE_MS)
  const times = params['times'] ?? 0
  const words: Record<string, string> = {
    'asked-to-wait': 'the server asked to wait',
    'entry-every': `an entry comes every ${span}`,
    failed: `it failed ${times === 1 ? 'once' : `${times} times in a row`}`,
    fresh: 'its answer stays fresh so long',
    idle: 'it is asked less often the longer it brings nothing',
    'long-silent': 'nothing was published for four weeks',
    'no-entries': 'no entries are known yet',
    quiet: `nothing was published for ${span}`,
    ttl: 'its ttl asks for it',
    'update-period': 'its update period asks for it',
  }
  return `${words[code] ?? code}${params['skips'] ? '; it skips the hours before' : ''}`
}
const told = (code: string, params: Reason['params'] = {}): Reason => ({ code, params })

/** Half the usual gap between recent entries; silence longer than the gap counts as the gap growing. */
function historyInterval(nowMs: number, times: readonly number[], min: number, max: number): Told {
  const recent = times.filter((time) => time <= nowMs && time > nowMs - 28 * DAY_MS).sort((a, b) => b - a)
  const newest = recent[0]
  if (newest === undefined) {
    const isNew = times.length === 0
    const ms = isNew ? clamp(HOUR_MS, min, max) : max
    return { ms, why: told(isNew ? 'no-entries' : 'long-silent') }
  }
  // Days weigh more than weeks: a paper that woke up is polled like one
  const lastDays = recent.filter((time) => time > nowMs - 3 * DAY_MS)
  const counted = lastDays.length >= 4 ? lastDays : recent
  const oldest = counted[counted.length - 1] ?? newest
  const gap = counted.length > 1 ? (newest - oldest) / (counted.length - 1) : DAY_MS
  const silence = nowMs - newest
  const ms = clamp(Math.max(gap / 2, silence / 10), min, max)
  return {
    ms,
    why:
      silence / 10 > gap / 2
        ? told('quiet', { minutes: inMinutes(silence) })
        : told('entry-every', { minutes: inMinutes(Math.max(gap, MINUTE_MS)) }),
  }
}

/** The first moment from `atMs` on whose hour and day the feed doesn't ask to skip; within a week, else a day later. */
function afterSkips(atMs: number, skipHours: readonly number[], skipDays: readonly string[]): number {
  for (let step = 0, at = atMs; step <= 7 * 24; step++) {
    const date = new Date(at)
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(DAYS[date.getUTCDay()] ?? '')) return at
    // The same minute of the next hour keeps the spread
    at += HOUR_MS
  }
  // Every hour of every day is skipped: once a day all the same
  return atMs + DAY_MS
}

const LONGEST_BACKOFF_MS = DAY_MS

/**
 * When to poll a feed next, and why, in words for its page. From its entries' history between `minMs` and `maxMs`;
 * later when ttl, update period, cache headers or Retry-After ask for it; after failures doubling up to a day; not in
 * hours and days the feed skips. `jitter` spreads a quarter to either side, never below what was asked for.
 */
export function nextPoll(history: PollHistory): NextPoll {
  const { nowMs, minMs, maxMs, jitter, failures = 0, skipHours = [], skipDays = [] } = history
  const usual = historyInterval(nowMs, history.entryTimesMs ?? [], minMs, maxMs)
  let { ms, why } = usual
  const learned = clamp(history.learnedMs ?? maxMs, minMs, maxMs)
  if (learned < ms) [ms, why] = [learned, told('idle')]
  let floor = minMs
  const ask = (asked: number | undefined, code: string): void => {
    // A feed may ask for patience, not for silence: more than the longest interval is not honoured
    const capped = Math.min(asked ?? 0, maxMs)
    if (capped <= floor) return
    floor = capped
    if (capped > ms) [ms, why] = [capped, told(code)]
  }
  ask((history.ttlMinutes ?? 0) * MINUTE_MS, 'ttl')
  ask((history.updatePeriodMinutes ?? 0) * MINUTE_MS, 'update-period')
  ask(history.cacheLifetimeMs, 'fresh')
  if (failures > 0) {
    ms = Math.min(Math.max(LONGEST_BACKOFF_MS, minMs), Math.max(minMs, 1000) * 2 ** Math.min(failures, 12))
    why = told('failed', { times: failures })
  }
  const retry = history.retryAfterMs ?? 0
  if (retry > 0) {
    floor = Math.max(floor, retry)
    if (retry >= ms) [ms, why] = [retry, told('asked-to-wait')]
  }
  const spread = clamp(jitter, 0, 1)
  const earliest = Math.max(floor, ms * 0.75)
  const planned = nowMs + Math.round(earliest + spread * 0.5 * ms)
  const atMs = afterSkips(planned, skipHours, skipDays)
  const whole = atMs > planned ? { ...why, params: { ...why.params, skips: 1 } } : why
  return { atMs, reason: sentence(whole), why: whole }
}
