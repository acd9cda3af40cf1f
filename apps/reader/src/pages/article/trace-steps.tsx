import { fullTime } from '../../format/time.ts'
import { locale, t, wordsFor } from '../../i18n/translate.ts'

type Step = { stage: string; state: string; outcome?: string; detail?: string; attempts?: number; at: string }

/** The way through the stages, one step a line. */
export function TraceSteps({ steps, titled = true }: { steps: readonly Step[]; titled?: boolean }) {
  if (steps.length === 0) return null
  return (
    <section aria-label={t('trace.title')}>
      {titled && <h2 class="section-title">{t('trace.title')}</h2>}
      <ol class="steps">
        {steps.map((step, i) => (
          <li key={i} class={`step step-${step.state}`}>
            <span class="step-stage">{wordsFor('stage', step.stage)}</span>
            <span class="step-state">
              {step.state === 'done' && step.outcome
                ? wordsFor('outcome', step.outcome)
                : wordsFor('state', step.state)}
              {step.attempts !== undefined &&
                step.attempts > 1 &&
                ` · ${t('trace.attempts', { count: step.attempts })}`}
            </span>
            <time class="step-time" dateTime={step.at}>
              {fullTime(step.at, locale())}
            </time>
            {step.detail && (
              <span class="step-detail" dir="auto">
                {step.detail}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
