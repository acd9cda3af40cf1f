import type { ArticleSummary, EntitySummary, EventSummary } from '@newsbraid/model'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Link, useLocation, useSearch } from 'wouter-preact'
import { typedDirection } from '../format/typed-direction.ts'
import { type Pages, usePages } from '../api/use-pages.ts'
import { withQuery } from '../format/address.ts'
import { shortNumber } from '../format/numbers.ts'
import { locale, t, tn } from '../i18n/translate.ts'
import { ArticleCard } from '../parts/article-card.tsx'
import { EntityChips, entityHref, EntityType } from '../parts/entity-link.tsx'
import { EventCard } from '../parts/event-card.tsx'
import { FeedLinks } from '../parts/feed-links.tsx'
import { SearchIcon } from '../parts/icons.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { EmptyState, ErrorState, LoadingState } from '../parts/states.tsx'
import { Switcher } from '../parts/switcher.tsx'
import { useTitle } from '../shell/use-title.ts'

const KINDS = ['events', 'articles', 'entities'] as const
type Kind = (typeof KINDS)[number]
const LIMIT = 20
const NAMED = 6

/** Events, articles and entities that hold the words. */
export function SearchPage() {
  const params = new URLSearchParams(useSearch())
  const q = params.get('q') ?? ''
  const kind = KINDS.find((one) => one === params.get('in'))
  const [, go] = useLocation()
  useTitle(q ? t('search.for', { words: q }) : t('search.title'))
  return (
    <div class="page page-search">
      <h1 class="unseen">{t('search.title')}</h1>
      <SearchField
        q={q}
        search={(words) => go(withQuery('/search', { q: words, in: params.get('in') ?? undefined }))}
      />
      {q === '' ? (
        <EmptyState title={t('search.start')}>{t('search.start.todo')}</EmptyState>
      ) : (
        <Results
          q={q}
          chosen={kind}
          turn={(next) => go(withQuery('/search', { q, in: next }), { replace: true })}
        />
      )}
    </div>
  )
}

function SearchField({ q, search }: { q: string; search: (words: string) => void }) {
  const [words, setWords] = useState(q)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setWords(q), [q])
  useEffect(() => {
    if (q === '') field.current?.focus()
  }, [])
  return (
    <form
      role="search"
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault()
        search(words.trim())
      }}
    >
      <SearchIcon />
      <input
        ref={field}
        type="search"
        dir={typedDirection(words)}
        value={words}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <button type="submit" class="button button-main">
        {t('search.do')}
      </button>
    </form>
  )
}

function Results({ q, chosen, turn }: { q: string; chosen: Kind | undefined; turn: (kind: Kind) => void }) {
  const query = { q, limit: LIMIT }
  const events = usePages<EventSummary>('/events', { ...query, choice: 'all' })
  const articles = usePages<ArticleSummary>('/articles', query)
  const entities = usePages<EntitySummary>('/entities', query)
  const found = { events, articles, entities }
  const isEmpty = (one: Kind): boolean => found[one].items?.length === 0
  const kind = chosen ?? KINDS.find((one) => !isEmpty(one)) ?? 'events'
  const named = (one: Kind, pages: Pages<unknown>): readonly [Kind, string] => [
    one,
    pages.items ? `${t(`search.${one}`)} (${shortNumber(pages.total, locale())})` : t(`search.${one}`),
  ]
  return (
    <>
      <Switcher
        label={t('search.in')}
        value={kind}
        choices={[named('events', events), named('articles', articles), named('entities', entities)]}
        change={turn}
      />
      {kind === 'events' && entities.items && <EntityChips entities={entities.items} most={NAMED} />}
      {kind === 'events' && <ResultList pages={events} show={(event) => <EventCard event={event} />} />}
      {kind === 'articles' && (
        <ResultList pages={articles} show={(article) => <ArticleCard article={article} words={q} />} />
      )}
      {kind === 'entities' && (
        <ResultList pages={entities} show={(entity) => <EntityRow entity={entity} />} />
      )}
      {kind === 'events' && (events.items?.length ?? 0) > 0 && <FeedLinks base="/feeds/top" query={{ q }} />}
    </>
  )
}

function ResultList<T extends { id: string }>({
  pages,
  show,
}: {
  pages: Pages<T>
  show: (item: T) => JSX.Element
}) {
  if (!pages.items && pages.error !== undefined)
    return <ErrorState error={pages.error} retry={pages.reload} />
  if (!pages.items) return <LoadingState rows={4} />
  if (pages.items.length === 0)
    return <EmptyState title={t('search.none')}>{t('search.none.todo')}</EmptyState>
  return (
    <>
      <ol class="cards">
        {pages.items.map((item) => (
          <li key={item.id}>{show(item)}</li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </>
  )
}

function EntityRow({ entity }: { entity: EntitySummary }) {
  return (
    <div class="entity-row">
      <EntityType type={entity.type} />
      <Link href={entityHref(entity.id)} lang={entity.lang} data-item>
        <bdi>{entity.name}</bdi>
      </Link>
      <span class="quiet">{tn('count.articles', entity.articleCount)}</span>
    </div>
  )
}
