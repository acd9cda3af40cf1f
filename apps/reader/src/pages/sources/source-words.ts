import type { ApiSource } from '@newsbraid/model'
import { spanOfMinutes } from '../../format/time.ts'
import { formatNumber } from '../../format/numbers.ts'
import { fillIn } from '../../i18n/fill-in.ts'
import { knownWords, locale, t, tn } from '../../i18n/translate.ts'

/** Why the next poll is when it is, in the interface's language; in the API's English where no words are known. */
export function pollWords({ nextPollWhy, nextPollReason = '' }: ApiSource): string {
  const words = nextPollWhy && knownWords('poll', nextPollWhy.code)
  if (!nextPollWhy || words === undefined) return capitalised(nextPollReason)
  const { minutes = 0, times = 0, skips } = nextPollWhy.params
  const told = fillIn(words, { span: spanOfMinutes(minutes, locale()), times: tn('sources.failures', times) })
  return capitalised(skips ? `${told}; ${knownWords('poll', 'skips') ?? ''}` : told)
}

/** What ails a source and what can be done about it; `exact` is what the API says of it, where that says more. */
export function faultWords(source: ApiSource): { what: string; todo: string | undefined; exact?: string } {
  const { lastOutcome = '', lastError = '', lastStatus = 0, whatToDo } = source
  const wide = lastOutcome.replace(/^http-([45])\d\d$/, 'http-$1xx')
  const known = knownWords('fault', lastOutcome) ?? knownWords('fault', wide)
  const todo = knownWords('todo', lastOutcome) ?? knownWords('todo', wide) ?? whatToDo
  if (known === undefined) return { what: lastError, todo }
  const status = new Intl.NumberFormat(locale(), { useGrouping: false }).format(lastStatus)
  return { what: fillIn(known, { status }), todo, exact: lastError }
}

/** How long a silent source has been so, beside how often it brings something. */
export function quietWords({ lastEntryAt, usualGapHours }: ApiSource, nowMs: number): string | undefined {
  if (lastEntryAt === undefined || usualGapHours === undefined) return undefined
  const minutes = (nowMs - Date.parse(lastEntryAt)) / 60_000
  return t('sources.quiet', { span: spanOfMinutes(minutes, locale()), gap: gapWords(usualGapHours) })
}

const gapWords = (hours: number): string => t('sources.gap', { span: spanOfMinutes(hours * 60, locale()) })

/** What robots.txt says of a source's pages. */
export function robotsWords({ robots }: ApiSource): string | undefined {
  if (!robots) return undefined
  const { state, crawlDelaySeconds } = robots
  const delay =
    crawlDelaySeconds &&
    t('robots.delay', {
      span: new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
        crawlDelaySeconds,
      ),
    })
  return [t(`robots.${state}`), delay].filter(Boolean).join(' ')
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const perDay = ({ entriesPerDay }: ApiSource): string => formatNumber(entriesPerDay, locale())
