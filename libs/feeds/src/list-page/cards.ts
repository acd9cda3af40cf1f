import { parseDate } from '@newsbraid/text'
import type { Fact, PageLinks } from './page-links.ts'

/** What stands in a link's own card beside the link. */
export type Card = { published?: string; summary?: string; image?: string }

const NOBODY = ''
const SEVERAL = '*'

/**
 * The cards of a page: of each article the largest element in which no other article is linked, with its first date,
 * paragraph and picture. `articles`: nodes of links by the article's key. Linear in the page's nodes.
 */
export function cardsOf(page: PageLinks, articles: ReadonlyMap<number, string>): Map<string, Card> {
  const { parent } = page
  const held: string[] = parent.map((_, node) => articles.get(node) ?? NOBODY)
  for (let node = parent.length - 1; node > 0; node--) {
    const up = parent[node] ?? 0
    const mine = held[node] ?? NOBODY
    if (mine === NOBODY) continue
    const theirs = held[up] ?? NOBODY
    held[up] = theirs === NOBODY || theirs === mine ? mine : SEVERAL
  }
  // Downwards: what stands inside a card belongs to it; a page that holds one article is no card
  const owner: string[] = [NOBODY]
  for (let node = 1; node < parent.length; node++) {
    const above = owner[parent[node] ?? 0] ?? NOBODY
    const mine = held[node] ?? NOBODY
    owner.push(above !== NOBODY ? above : mine === SEVERAL ? NOBODY : mine)
  }
  const isAlone = held[0] !== SEVERAL
  const cards = new Map<string, Card>()
  for (const fact of page.facts) {
    const key = owner[fact.node] ?? NOBODY
    if (key === NOBODY || isAlone) continue
    const card = cards.get(key) ?? {}
    cards.set(key, card)
    take(card, fact)
  }
  return cards
}

function take(card: Card, { kind, value, text }: Fact): void {
  const line = text.replace(/\s+/g, ' ').trim()
  if (kind === 'image') card.image ??= value
  else if (kind === 'summary') {
    if (line.length >= 40) card.summary ??= line
  } else {
    const date = dateOf(value) ?? dateOf(line)
    if (date !== undefined) card.published ??= date
  }
}

/** A date with its year, from 1990 on; an hour alone or «two hours ago» is none. */
export function dateOf(text: string): string | undefined {
  if (
    text.length < 6 ||
    text.length > 80 ||
    !/\d{4}|[\u0660-\u0669\u06f0-\u06f9]{4}|\d{1,2}[./]\d{1,2}[./]\d{2}/.test(text)
  )
    return undefined
  const date = parseDate(text)
  return date !== undefined && date >= '1990' && date < '2100' ? date : undefined
}
