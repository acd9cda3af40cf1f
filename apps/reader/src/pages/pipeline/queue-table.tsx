import type { Pipeline } from '@newsbraid/model'
import { formatNumber } from '../../format/numbers.ts'
import { locale, t, wordsFor } from '../../i18n/translate.ts'

const COUNTS = ['waiting', 'active', 'delayed', 'failed'] as const

/** What waits where. */
export function QueueTable({ queues }: { queues: Pipeline['queues'] }) {
  if (queues.length === 0) return null
  return (
    <section aria-labelledby="queues-title">
      <h2 id="queues-title" class="section-title">
        {t('pipeline.queues')}
      </h2>
      <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="queues-title">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('pipeline.queue')}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col" class="number-cell">
                  {t(`queue.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue.name}>
                <th scope="row">{wordsFor('stage', queue.name)}</th>
                {COUNTS.map((name) => (
                  <td
                    key={name}
                    class={name === 'failed' && queue.failed > 0 ? 'number-cell warn' : 'number-cell'}
                  >
                    {formatNumber(queue[name], locale())}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
