import type { Pipeline } from '@newsbraid/model'
import { formatNumber, shortNumber } from '../../format/numbers.ts'
import { locale, t, wordsFor } from '../../i18n/translate.ts'
import { CountBars } from '../../parts/count-bars.tsx'
import { interfaceDirection } from '../../settings/interface-direction.ts'

const WIDTH = 120
const HEIGHT = 28
const OUTCOMES = 5

/** One card a stage: what it did in the last minute, what is unfinished, how its items ended. */
export function StageCards({
  stages,
  history,
}: {
  stages: Pipeline['stages']
  history: ReadonlyMap<string, readonly number[]>
}) {
  return (
    <section aria-labelledby="stages-title">
      <h2 id="stages-title" class="section-title">
        {t('pipeline.stages')}
      </h2>
      <ul class="stage-cards">
        {stages.map((stage) => (
          <li key={stage.name} class="stage-card">
            <h3>{wordsFor('stage', stage.name)}</h3>
            <div class="stage-rate">
              <p>
                <strong>{shortNumber(stage.doneLastMinute, locale())}</strong>{' '}
                <span class="quiet">{t('pipeline.minute')}</span>
              </p>
              <Spark values={history.get(stage.name) ?? []} />
            </div>
            <p class="stage-line">
              <span>
                {t('pipeline.unfinished')} <strong>{formatNumber(stage.unfinished, locale())}</strong>
              </span>
              <span class={stage.quarantined > 0 ? 'warn' : undefined}>
                {t('pipeline.quarantined')} <strong>{formatNumber(stage.quarantined, locale())}</strong>
              </span>
            </p>
            {stage.outcomes.length > 0 && (
              <CountBars
                most={OUTCOMES}
                rows={stage.outcomes.map(({ outcome, count }) => ({
                  key: outcome,
                  name: wordsFor('outcome', outcome),
                  count,
                }))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The rate of the last minutes as a thin line, newest at the end of the line of writing. */
function Spark({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null
  const most = Math.max(...values, 1)
  const points = values.map((value, i) => {
    const along = (i / (values.length - 1)) * WIDTH
    const x = interfaceDirection() === 'rtl' ? WIDTH - along : along
    return `${x.toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`
  })
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polyline points={points.join(' ')} />
    </svg>
  )
}
