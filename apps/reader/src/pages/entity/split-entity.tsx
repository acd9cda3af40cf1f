import type { ArticleList, EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { splitEntity } from '../../api/entity-actions.ts'
import { useResource } from '../../api/use-resource.ts'
import { withQuery } from '../../format/address.ts'
import { languageName } from '../../format/language-name.ts'
import { locale, t, tn } from '../../i18n/translate.ts'
import { entityHref } from '../../parts/entity-link.tsx'
import { Switcher } from '../../parts/switcher.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const ARTICLES = 50
type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }
type By = 'spellings' | 'articles'
type Option = { value: string; label: string; lang?: string | undefined; note: string }

/** Makes an entity of its own of chosen spellings, or of the mentions of chosen articles. */
export function SplitEntity({ entity, changed }: Props) {
  const [by, setBy] = useState<By>('spellings')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const articles = useResource<ArticleList>(
    by === 'articles' ? withQuery('/articles', { entity: entity.id, limit: ARTICLES }) : undefined,
  )
  const options = by === 'spellings' ? spellingsOf(entity) : articlesOf(articles.data)
  const whole = by === 'spellings' ? options.length : entity.articleCount
  const all = chosen.size > 0 && chosen.size === whole

  const change = (value: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(value)
    else next.delete(value)
    setChosen(next)
  }
  const run = async (): Promise<void> => {
    const names = options.filter(({ value }) => chosen.has(value)).map(({ label }) => label)
    const detail = t('entity.split.ask.detail', { names: names.join(' · '), name: entity.name })
    if (!(await confirmed({ title: t('entity.split.ask'), detail, yes: t('entity.split.do') }))) return
    setBusy(true)
    try {
      const done = await splitEntity(entity.id, { [by]: [...chosen] })
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
      <Switcher
        label={t('entity.split')}
        value={by}
        choices={[
          ['spellings', t('entity.split.spellings')],
          ['articles', t('entity.split.articles')],
        ]}
        change={(one: By) => {
          setBy(one)
          setChosen(new Set())
        }}
      />
      <fieldset class="choices choices-many">
        <legend class="unseen">{t('entity.split')}</legend>
        {options.map(({ value, label, lang, note }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.has(value)}
              onChange={(input) => change(value, input.currentTarget.checked)}
            />
            <span>
              <bdi lang={lang}>{label}</bdi>
              <small>
                <bdi>{note}</bdi>
              </small>
            </span>
          </label>
        ))}
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

function spellingsOf({ spellings }: EntityDetail): Option[] {
  return [...new Set(spellings.map(({ surface }) => surface))].map((surface) => {
    const same = spellings.filter((one) => one.surface === surface)
    const languages = same.map(({ lang }) => languageName(lang, locale())).join(' · ')
    const mentions = tn(
      'count.mentions',
      same.reduce((sum, { count }) => sum + count, 0),
    )
    return { value: surface, label: surface, lang: same[0]?.lang, note: `${languages} · ${mentions}` }
  })
}

const articlesOf = (list: ArticleList | undefined): Option[] =>
  (list?.items ?? []).map(({ id, title, lang, source }) => ({
    value: id,
    label: title,
    lang,
    note: source.name,
  }))
