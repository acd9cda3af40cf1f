const DAY_MS = 86_400_000

/**
 * Counts for every day from the first to the last, gaps as zero: at least `least`, at most `most` days up to the last. Days
 * are `YYYY-MM-DD`; others are left out.
 */
export function everyDay(
  days: readonly { day: string; count: number }[],
  least: number,
  most: number,
): { day: string; count: number }[] {
  const counts = new Map<number, number>()
  for (const { day, count } of days) {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
    if (!Number.isNaN(at)) counts.set(at, (counts.get(at) ?? 0) + count)
  }
  if (counts.size === 0) return []
  const last = Math.max(...counts.keys())
  const earliest = Math.min(...counts.keys(), last - (least - 1) * DAY_MS)
  const first = Math.max(earliest, last - (most - 1) * DAY_MS)
  const filled: { day: string; count: number }[] = []
  for (let at = first; at <= last; at += DAY_MS)
    filled.push({ day: new Date(at).toISOString().slice(0, 10), count: counts.get(at) ?? 0 })
  return filled
}
