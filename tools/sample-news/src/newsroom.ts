import type { Outlet } from './outlet.ts'
import type { PublishedReport, SampleReport } from './sample-report.ts'

const minuteMs = 60_000
const wholeMinute = (ms: number): Date => new Date(Math.floor(ms / minuteMs) * minuteMs)

/** What is out and what is still to come, on the clock it is given. */
export type Newsroom = {
  published: () => PublishedReport[]
  /** Brings out the next step of what develops; false when all is out */
  publishNext: () => boolean
  stepCount: number
}

/** Reports before the start are out at once, their times counted back from `now()`; steps come out one by one. */
export function openNewsroom(
  reports: SampleReport[],
  outlets: Outlet[],
  originOf: (outlet: Outlet) => string,
  now: () => Date,
): Newsroom {
  const start = now().getTime()
  const place = (report: SampleReport, publishedAt: Date): PublishedReport => {
    const outlet = outlets.find(({ key }) => key === report.outlet)
    if (!outlet) throw new Error(`Cannot find outlet "${report.outlet}"`)
    const path = outlet.pathOf(report)
    return { ...report, path, url: new URL(path, originOf(outlet)).href, publishedAt }
  }
  const published = reports.flatMap((report) =>
    'minutesBefore' in report.at
      ? [place(report, wholeMinute(start - report.at.minutesBefore * minuteMs))]
      : [],
  )
  const steps = [...new Set(reports.flatMap(({ at }) => ('step' in at ? [at.step] : [])))].sort(
    (a, b) => a - b,
  )
  let next = 0
  return {
    published: () => published.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()),
    publishNext: () => {
      const step = steps[next]
      if (step === undefined) return false
      next += 1
      const publishedAt = wholeMinute(now().getTime())
      for (const report of reports)
        if ('step' in report.at && report.at.step === step) published.unshift(place(report, publishedAt))
      return true
    },
    stepCount: steps.length,
  }
}
