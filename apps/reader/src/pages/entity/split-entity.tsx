import type { EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { splitEntity } from '../../api/entity-actions.ts'
import { languageName } from '../../format/language-name.ts'
import { locale, t, tn } from '../../i18n/translate.ts'
import { entityHref } from '../../parts/entity-link.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** Makes an entity of its own of chosen spellings. */
export function SplitEntity({ entity, changed }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const surfaces = [...new Set(entity.spellings.map(({ surface }) => surface))]
  const all = chosen.size === surfaces.length

  const change = (surface: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(surface)
    else next.delete(surface)
    setChosen(next)
  }
  const run = async (): Promise<void> => {
    const detail = t('entity.split.ask.detail', { names: [...chosen].join(' · '), name: entity.name })
    if (!(await confirmed({ title: t('entity.split.ask'), detail, yes: t('entity.split.do') }))) return
    setBusy(true)
    try {
      const done = await splitEntity(entity.id, [...chosen])
      say(t('entity.split.done'), { text: t('split.see'), href: entityHref(done.split.id) })
      setChosen(new Set())
      changed(done.entity)
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }

  return (
    <section aria-labelledby="split-title">
      <h3 id="split-title">{t('entity.split')}</h3>
      <p class="quiet">{t('entity.split.line')}</p>
      <fieldset class="choices choices-many">
        <legend class="unseen">{t('entity.split')}</legend>
        {surfaces.map((surface) => {
          const same = entity.spellings.filter((one) => one.surface === surface)
          return (
            <label key={surface}>
              <input
                type="checkbox"
                checked={chosen.has(surface)}
                onChange={(input) => change(surface, input.currentTarget.checked)}
              />
              <span>
                <bdi lang={same[0]?.lang}>{surface}</bdi>
                <small>
                  {same.map(({ lang }) => languageName(lang, locale())).join(' · ')} ·{' '}
                  {tn(
                    'count.mentions',
                    same.reduce((sum, { count }) => sum + count, 0),
                  )}
                </small>
              </span>
            </label>
          )
        })}
      </fieldset>
      <button
        type="button"
        class="button button-main"
        disabled={chosen.size === 0 || all || busy}
        onClick={() => void run()}
      >
        {t('entity.split.do')}
      </button>
      {all && <p class="quiet">{t('entity.split.all')}</p>}
    </section>
  )
}
