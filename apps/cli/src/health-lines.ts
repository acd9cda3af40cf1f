import type { ApiSource, RobotsState } from '@newsbraid/model'

/** How a source fares, a line for each thing: last answer, next poll and why, entries, repairs, robots, errors. */
export function healthLines(source: ApiSource): string[] {
  const { lastOutcome, lastStatus, lastFetchAt, nextPollAt, nextPollReason, failures } = source
  const rows: [string, string | undefined][] = [
    ['Source', source.name],
    ['Id', source.id],
    ['Address', source.feedUrl + (source.kind ? ` (${source.kind})` : '')],
    ['Folder', source.folder?.join(' / ')],
    ['State', source.state + (source.silent ? ', unusually silent' : '')],
    [
      'Last answer',
      joined(lastFetchAt, lastOutcome, lastStatus === undefined ? undefined : `status ${lastStatus}`),
    ],
    [
      'Error',
      source.lastError && joined(source.lastError, failures > 1 ? `${failures} times in a row` : undefined),
    ],
    ['What to do', source.whatToDo],
    ['Next poll', joined(nextPollAt, nextPollReason) ?? (source.state === 'active' ? undefined : 'none')],
    ['Articles', joined(String(source.articleCount), `${source.entriesPerDay} entries a day`)],
    [
      'Last entry',
      joined(source.lastEntryAt, source.usualGapHours && `usually one every ${source.usualGapHours} h`),
    ],
    ['robots.txt', source.robots && robotsLine(source.robots)],
    ...source.repairs.map((repair): [string, string] => ['Repair', repair]),
  ]
  return rows.flatMap(([what, words]) => (words ? [`${what.padEnd(12)}${words}`] : []))
}

const joined = (...parts: (string | number | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(', ') || undefined

const robotsLine = ({ state, rule, crawlDelaySeconds, readAt }: RobotsState): string | undefined =>
  joined(
    rule ? `${state} by "Disallow: ${rule}"` : state,
    crawlDelaySeconds && `asks for ${crawlDelaySeconds} s between two`,
    readAt && `read ${readAt}`,
  )
