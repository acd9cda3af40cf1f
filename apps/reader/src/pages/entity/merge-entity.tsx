import type { EntityDetail, EntityList, EntitySummary } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { mergeEntities } from '../../api/entity-actions.ts'
import { getJson } from '../../api/request.ts'
import { withQuery } from '../../format/address.ts'
import { typedDirection } from '../../format/typed-direction.ts'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const OFFERED = 8
type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** Finds another entity by a name in any script and takes it into this one. */
export function MergeEntity({ entity, changed }: Props) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<EntitySummary[]>()
  const [chosen, setChosen] = useState<EntitySummary>()
  const [busy, setBusy] = useState(false)

  const find = async (): Promise<void> => {
    setBusy(true)
    setChosen(undefined)
    try {
      const list = await getJson<EntityList>(withQuery('/entities', { q: words.trim(), limit: OFFERED + 1 }))
      setFound(list.items.filter(({ id }) => id !== entity.id).slice(0, OFFERED))
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  const merge = async (other: EntitySummary): Promise<void> => {
    if (!(await mergedByWord(entity, other, changed))) return
    setFound(undefined)
    setChosen(undefined)
    setWords('')
  }

  return (
    <section aria-labelledby="merge-title">
      <h3 id="merge-title">{t('entity.merge')}</h3>
      <p class="quiet">{t('entity.merge.line')}</p>
      <form
        class="one-line"
        onSubmit={(submit) => {
          submit.preventDefault()
          void find()
        }}
      >
        <input
          class="input"
          dir={typedDirection(words)}
          required
          value={words}
          aria-label={t('entity.merge.words')}
          placeholder={t('entity.merge.words')}
          onInput={(input) => setWords(input.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {t('merge.find')}
        </button>
      </form>
      {found?.length === 0 && <p class="quiet">{t('entity.merge.none')}</p>}
      {found && found.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{t('entity.merge')}</legend>
          {found.map((other) => (
            <label key={other.id}>
              <input
                type="radio"
                name="merge"
                checked={chosen?.id === other.id}
                onChange={() => setChosen(other)}
              />
              <span>
                <bdi lang={other.lang}>{other.name}</bdi>
                <small>
                  {wordsFor('type', other.type)} · {tn('count.articles', other.articleCount)}
                </small>
              </span>
            </label>
          ))}
          <button
            type="button"
            class="button button-main"
            disabled={!chosen || busy}
            onClick={() => chosen && void merge(chosen)}
          >
            {t('entity.merge.do')}
          </button>
        </fieldset>
      )}
    </section>
  )
}

/** Asks, merges and says so; true when it was done. */
export async function mergedByWord(
  entity: EntityDetail,
  other: { id: string; name: string },
  changed: (entity: EntityDetail) => void,
): Promise<boolean> {
  const detail = t('entity.merge.ask.detail', { other: other.name, name: entity.name })
  if (!(await confirmed({ title: t('entity.merge.ask'), detail, yes: t('entity.merge.do') }))) return false
  try {
    const whole = await mergeEntities(entity.id, other.id)
    say(t('entity.merge.done'))
    changed(whole)
    return true
  } catch (error) {
    sayError(error)
    return false
  }
}
