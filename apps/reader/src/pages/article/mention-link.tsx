import type { ApiMention, ArticleDetail } from '@newsbraid/model'
import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { t, tn } from '../../i18n/translate.ts'
import { EntityType, entityHref } from '../../parts/entity-link.tsx'
import { interfaceDirection } from '../../settings/interface-direction.ts'

const CARD = 'mention-card'
const GAP = 8

/** The one mention whose card is open: the last that was pointed at or focused. */
const shown = signal<{ mention: ApiMention; anchor: HTMLElement } | undefined>(undefined)

/** A name in the text: a link to its entity that shows who is meant on hover and on focus. */
export function MentionLink({ mention, children }: { mention: ApiMention; children: ComponentChildren }) {
  const on = (event: { currentTarget: EventTarget | null }): void => {
    if (event.currentTarget instanceof HTMLElement) shown.value = { mention, anchor: event.currentTarget }
  }
  const off = (): void => {
    if (shown.peek()?.mention === mention) shown.value = undefined
  }
  return (
    <Link
      href={entityHref(mention.entityId)}
      className={`mention mention-${mention.type}`}
      onMouseEnter={on}
      onMouseLeave={off}
      onFocus={on}
      onBlur={off}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && off()}
    >
      {children}
    </Link>
  )
}

/** Who is meant: the entity's name, kind, the titles given here and how often the article names it. */
export function MentionCard({ article }: { article: ArticleDetail }) {
  // The name it belongs to goes with the article
  useEffect(() => () => void (shown.value = undefined), [])
  return shown.value ? <OpenCard {...shown.value} article={article} /> : null
}

function OpenCard({
  mention,
  anchor,
  article,
}: {
  mention: ApiMention
  anchor: HTMLElement
  article: ArticleDetail
}) {
  const card = useRef<HTMLSpanElement>(null)
  const entity = article.entities.find(({ id }) => id === mention.entityId)
  const same = article.mentions.filter(({ entityId }) => entityId === mention.entityId)
  const spellings = [...new Set(same.map(({ surface }) => surface))].filter(
    (surface) => surface !== entity?.name,
  )
  const titles = [...new Set(same.flatMap(({ titles }) => titles))]

  useLayoutEffect(() => {
    if (card.current) placeBeside(card.current, anchor)
    anchor.setAttribute('aria-describedby', CARD)
    return () => anchor.removeAttribute('aria-describedby')
  }, [anchor])

  return (
    <span id={CARD} ref={card} class="mention-card" role="tooltip" dir={interfaceDirection()}>
      <span class="mention-card-name">
        <EntityType type={mention.type} />
        <bdi>{entity?.name ?? mention.surface}</bdi>
      </span>
      {titles.length > 0 && (
        <span class="mention-card-line">
          {t('mention.titles')} <bdi>{titles.join(' · ')}</bdi>
        </span>
      )}
      {spellings.length > 0 && (
        <span class="mention-card-line">
          {t('mention.spellings')} <bdi>{spellings.join(' · ')}</bdi>
        </span>
      )}
      <span class="mention-card-line">{tn('mention.times', same.length)}</span>
    </span>
  )
}

/** Below the name where there is room, else above it; never beyond the window's sides. */
function placeBeside(card: HTMLElement, anchor: HTMLElement): void {
  const name = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
  const { width, height } = card.getBoundingClientRect()
  const below = name.bottom + GAP + height < innerHeight
  const middle = (name.left + name.right) / 2 - width / 2
  card.style.top = `${below ? name.bottom + GAP : Math.max(name.top - GAP - height, GAP)}px`
  card.style.left = `${Math.max(GAP, Math.min(middle, document.documentElement.clientWidth - width - GAP))}px`
}
