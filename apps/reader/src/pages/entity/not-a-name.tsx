import type { ArticleList, EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { notAName } from '../../api/entity-actions.ts'
import { getJson } from '../../api/request.ts'
import { withQuery } from '../../format/address.ts'
import { t } from '../../i18n/translate.ts'
import { type Choice, chosen } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const LOOKED_AT = 50
const EVERYWHERE = 'everywhere'
type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** Says that what was taken for a name is none: everywhere, in one source, or in one article. */
export function NotAName({ entity, changed }: Props) {
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    try {
      const choices = await places(entity.id)
      const where = await chosen({
        title: t('entity.no-name.ask', { name: entity.name }),
        detail: t('entity.no-name.ask.detail'),
        yes: t('entity.no-name.do'),
        danger: true,
        choices,
      })
      if (where !== undefined) {
        setBusy(true)
        const [kind, id] = where.split(' ')
        const within = id === undefined ? {} : kind === 'source' ? { source: id } : { article: id }
        const left = await notAName(entity.id, within)
        say(t('entity.no-name.done'))
        changed(left)
      }
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <section aria-labelledby="no-name-title">
      <h3 id="no-name-title">{t('entity.no-name')}</h3>
      <p class="quiet">{t('entity.no-name.line')}</p>
      <button type="button" class="button button-danger" disabled={busy} onClick={() => void run()}>
        {t('entity.no-name.do')}…
      </button>
    </section>
  )
}

/** Everywhere, then the sources and the articles that name it, the latest first. */
async function places(id: string): Promise<Choice[]> {
  const { items } = await getJson<ArticleList>(withQuery('/articles', { entity: id, limit: LOOKED_AT }))
  const sources = new Map(items.map(({ source }) => [source.id, source.name]))
  return [
    { value: EVERYWHERE, label: t('entity.no-name.everywhere') },
    ...[...sources].slice(0, 5).map(([source, name]) => ({
      value: `source ${source}`,
      label: t('entity.no-name.source', { name }),
    })),
    ...items.slice(0, 5).map((article) => ({
      value: `article ${article.id}`,
      label: t('entity.no-name.article', { title: article.title }),
    })),
  ]
}
