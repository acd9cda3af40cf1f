import type { Evidence } from '@newsbraid/model'
import { signedNumber } from '../format/numbers.ts'
import { knownWords, locale, t, wordsFor } from '../i18n/translate.ts'
import { type EvidenceVoice, evidenceWords } from '../reading/evidence-words.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'

type Named = { id: string; name: string }

/** Why an article stands where it stands: each signal in words, what was seen, and its signed weight as a bar. */
export function EvidenceList({ why, entities }: { why: readonly Evidence[]; entities: readonly Named[] }) {
  if (why.length === 0)
    return (
      <p class="quiet" dir={interfaceDirection()}>
        {t('why.none')}
      </p>
    )
  const voice = voiceFor(entities)
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
            <th scope="row">{signalWords(signal, weight)}</th>
            <td class="evidence-seen">
              <bdi>{evidenceWords(evidence, voice) || '–'}</bdi>
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

/** A signal that speaks against the grouping is named for what is missing. */
function signalWords(signal: string, weight: number): string {
  return (weight < 0 ? knownWords('against', signal) : undefined) ?? wordsFor('signal', signal)
}

function voiceFor(entities: readonly Named[]): EvidenceVoice {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const hours = new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  })
  return {
    nameOf: (id) => names.get(id),
    figureWord: (what) => wordsFor('figure', what),
    hours: (count) => hours.format(count),
    likeBoth: (articles) => t('count.articles', { count: articles }),
  }
}
