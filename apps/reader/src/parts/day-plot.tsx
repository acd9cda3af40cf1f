import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formatNumber } from '../format/numbers.ts'
import { shortDate } from '../format/time.ts'
import { locale, t, tn } from '../i18n/translate.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'
import { everyDay } from '../format/every-day.ts'
import { nowMs } from './now.ts'

const USUAL_WIDTH = 640
const HEIGHT = 140
const FLOOR = 116
const LEAST_DAYS = 14
const MOST_DAYS = 90

/** Counts by day as bars, time running in the interface's direction; the same numbers stand in a table for screen readers. */
export function DayPlot({ days, label }: { days: readonly { day: string; count: number }[]; label: string }) {
  const [frame, width] = useWidth()
  const shown = everyDay(days, LEAST_DAYS, MOST_DAYS)
  if (shown.length === 0) return <p class="quiet">{t('plot.empty')}</p>
  const most = Math.max(...shown.map(({ count }) => count), 1)
  const direction = interfaceDirection()
  const rtl = direction === 'rtl'
  const step = width / shown.length
  const x = (i: number): number => (rtl ? width - (i + 1) * step : i * step)
  const name = (day: string): string => shortDate(day, nowMs.value, locale())
  const ticks = tickPlaces(shown.length, step)
  return (
    <figure class="plot" ref={frame}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        <line class="plot-line" x1="0" x2={width} y1={FLOOR} y2={FLOOR} />
        <line class="plot-grid" x1="0" x2={width} y1="14" y2="14" />
        <text class="plot-text" x={rtl ? width : 0} y="10" direction={direction}>
          {formatNumber(most, locale())}
        </text>
        {shown.map(({ day, count }, i) => {
          const height = (count / most) * (FLOOR - 14)
          const thick = Math.max(step - Math.min(3, step / 4), 1)
          return (
            <g key={day} class="plot-day">
              <title>{`${name(day)}: ${tn('count.mentions', count)}`}</title>
              <rect class="plot-hit" x={x(i)} y="0" width={step} height={FLOOR} />
              <rect
                class="plot-bar"
                x={x(i)}
                y={FLOOR - height}
                width={thick}
                height={height}
                rx={Math.min(2, thick / 2)}
              />
            </g>
          )
        })}
        {ticks.map((i) => {
          const day = shown[i]?.day ?? ''
          const atEnd = i > 0 && i === ticks.at(-1) && shown.length * step > width - 40
          const place = x(i) + (rtl !== atEnd ? step : 0)
          return (
            <text
              key={i}
              class="plot-text"
              x={place}
              y={HEIGHT - 6}
              direction={direction}
              text-anchor={atEnd ? 'end' : 'start'}
            >
              {name(day)}
            </text>
          )
        })}
      </svg>
      <table class="unseen">
        <caption>{label}</caption>
        <tbody>
          {shown.map(({ day, count }) => (
            <tr key={day}>
              <th scope="row">{name(day)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function tickPlaces(count: number, step: number): number[] {
  const apart = Math.max(1, Math.ceil(110 / step))
  const places: number[] = []
  for (let i = 0; i < count; i += apart) places.push(i)
  if (places.length > 1 && count - 1 - (places.at(-1) ?? 0) < apart) places.pop()
  if (count > 1) places.push(count - 1)
  return places
}

/** The width of an element in pixels, so that the plot's letters are as large as all others. */
function useWidth(): [frame: RefObject<HTMLElement>, width: number] {
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(USUAL_WIDTH)
  useLayoutEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(200, Math.round(entry.contentRect.width))),
    )
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}
