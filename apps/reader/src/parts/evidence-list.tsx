import type { Evidence } from '@newsbraid/model'
import { signedNumber } from '../format/numbers.ts'
import { locale, t, wordsFor } from '../i18n/translate.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'

/** Why an article stands where it stands: each signal in words, what was seen, and its signed weight as a bar. */
export function EvidenceList({ why }: { why: readonly Evidence[] }) {
  if (why.length === 0) return <p class="quiet">{t('why.none')}</p>
  const most = Math.max(...why.map(({ weight }) => Math.abs(weight)), 0.01)
  return (
    <table class="evidence" dir={interfaceDirection()}>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('why.signal')}</th>
          <th scope="col">{t('why.seen')}</th>
          <th scope="col">{t('why.weight')}</th>
        </tr>
      </thead>
      <tbody>
        {why.map(({ signal, weight, evidence }, i) => (
          <tr key={i}>
            <th scope="row">{wordsFor('signal', signal)}</th>
            <td class="evidence-seen">
              <bdi>{evidence}</bdi>
            </td>
            <td class="evidence-weight">
              <span class={weight < 0 ? 'weight weight-against' : 'weight'}>
                <span class="weight-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(Math.abs(weight) / most) * 100}%` }} />
                </span>
                <bdi class="number">{signedNumber(weight, locale())}</bdi>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
