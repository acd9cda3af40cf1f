import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { withQuery } from '../../format/address.ts'
import { typedDirection } from '../../format/typed-direction.ts'
import { languageName } from '../../format/language-name.ts'
import { locale, t, tn } from '../../i18n/translate.ts'
import { SearchIcon } from '../../parts/icons.tsx'

export type Filters = {
  q: string | undefined
  lang: string | undefined
  minSources: string | undefined
  sort: string | undefined
  source: string | undefined
  choice: string | undefined
}

const LEAST_SOURCES = ['2', '3', '5']
const SORTS = ['latest', 'new'] as const
const CHOICES = ['followed', 'muted', 'all'] as const
const USUAL_LANGUAGES = ['ar', 'en', 'fr', 'de', 'es', 'tr']

/** The filters that stand in the page's address. */
export function readFilters(search: string): Filters {
  const params = new URLSearchParams(search)
  const of = (name: string): string | undefined => params.get(name) || undefined
  return {
    q: of('q'),
    lang: of('lang'),
    minSources: of('minSources'),
    sort: of('sort'),
    source: of('source'),
    choice: of('choice'),
  }
}

export function TopFilters({ filters, languages }: { filters: Filters; languages: readonly string[] }) {
  const [, go] = useLocation()
  const [words, setWords] = useState(filters.q ?? '')
  useEffect(() => setWords(filters.q ?? ''), [filters.q])
  const apply = (change: Partial<Filters>): void =>
    go(withQuery('/', { ...filters, ...change }), { replace: true })
  const offered = [...new Set([...USUAL_LANGUAGES, ...languages, ...(filters.lang ? [filters.lang] : [])])]
  return (
    <form
      class="filters"
      aria-label={t('filter.label')}
      onSubmit={(event) => {
        event.preventDefault()
        apply({ q: words.trim() })
      }}
    >
      <label class="field field-search">
        <span class="unseen">{t('filter.words')}</span>
        <SearchIcon />
        <input
          type="search"
          dir={typedDirection(words)}
          value={words}
          placeholder={t('filter.words')}
          onInput={(event) => setWords(event.currentTarget.value)}
          onBlur={() => words.trim() !== (filters.q ?? '') && apply({ q: words.trim() })}
        />
      </label>
      <label class="field">
        <span class="unseen">{t('filter.language')}</span>
        <select value={filters.lang ?? ''} onChange={(event) => apply({ lang: event.currentTarget.value })}>
          <option value="">{t('filter.language.any')}</option>
          {offered.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag, locale()) ?? tag}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="unseen">{t('filter.sources')}</span>
        <select
          value={filters.minSources ?? ''}
          onChange={(event) => apply({ minSources: event.currentTarget.value })}
        >
          <option value="">{t('filter.sources.any')}</option>
          {LEAST_SOURCES.map((least) => (
            <option key={least} value={least}>
              {tn('filter.sources.least', Number(least))}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="unseen">{t('filter.sort')}</span>
        <select value={filters.sort ?? ''} onChange={(event) => apply({ sort: event.currentTarget.value })}>
          <option value="">{t('filter.sort.top')}</option>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`filter.sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="unseen">{t('filter.choice')}</span>
        <select
          value={filters.choice ?? ''}
          onChange={(event) => apply({ choice: event.currentTarget.value })}
        >
          <option value="">{t('filter.choice.usual')}</option>
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`filter.choice.${choice}`)}
            </option>
          ))}
        </select>
      </label>
      {Object.values(filters).some(Boolean) && (
        <button type="button" class="link-button" onClick={() => go('/', { replace: true })}>
          {t('filter.clear')}
        </button>
      )}
    </form>
  )
}
