import type { Pipeline } from '@newsbraid/model'
import { shortNumber } from '../../format/numbers.ts'
import { locale, t } from '../../i18n/translate.ts'

const STEPS = ['discovered', 'fetched', 'cleaned', 'extracted', 'placed'] as const

/** From feed to event in one row: how many articles have come as far as each step. */
export function Flow({ line }: { line: Pipeline }) {
  const most = Math.max(line.articles.discovered, 1)
  return (
    <ol class="flow" aria-label={t('pipeline.flow')}>
      {STEPS.map((step) => {
        const count = line.articles[step]
        return (
          <li key={step} class="flow-step">
            <span class="flow-count">{shortNumber(count, locale())}</span>
            <span class="flow-name">{t(`flow.${step}`)}</span>
            <span class="flow-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(100, (count / most) * 100)}%` }} />
            </span>
          </li>
        )
      })}
      <li class="flow-step flow-events">
        <span class="flow-count">{shortNumber(line.events, locale())}</span>
        <span class="flow-name">{t('flow.events')}</span>
      </li>
    </ol>
  )
}
