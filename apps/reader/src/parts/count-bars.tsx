import type { ComponentChildren } from 'preact'
import { shortNumber } from '../format/numbers.ts'
import { locale, tn } from '../i18n/translate.ts'

type Row = { key: string; name: ComponentChildren; note?: string | undefined; count: number }

/** Names with their counts, each with a bar in proportion to the largest; the rest beyond `most` is folded away. */
export function CountBars({ rows, most }: { rows: readonly Row[]; most: number }) {
  const sorted = [...rows].sort((a, b) => b.count - a.count)
  const largest = sorted[0]?.count ?? 1
  const list = (some: readonly Row[]) => (
    <ul class="count-bars">
      {some.map(({ key, name, note, count }) => (
        <li key={key}>
          <span class="count-name">
            {name}
            {note && <small>{note}</small>}
          </span>
          <span class="count-number">{shortNumber(count, locale())}</span>
          <span class="count-bar" aria-hidden="true">
            <span style={{ inlineSize: `${(count / largest) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(sorted.slice(0, most))}
      {sorted.length > most && (
        <details class="fold">
          <summary>{tn('count.more', sorted.length - most)}</summary>
          {list(sorted.slice(most))}
        </details>
      )}
    </>
  )
}
