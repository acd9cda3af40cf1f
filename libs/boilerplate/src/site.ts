import { droppedLimits } from './article-body.ts'
import { bare } from './furniture-line.ts'
import { type Footprint, hashOf } from './footprint.ts'
import { siteLimits, type SiteTemplate } from './site-template.ts'

export type Verdict = 'keep' | 'drop'
/** What a site remembers of a path: pages it stood on, characters kept and dropped there. */
export type PathMemory = { pages: number; kept: number; dropped: number }

/**
 * What the pages of one host have in common. Blocks whose words recur are furniture; paths that held the body hold it
 * again. Deterministic, bounded (`siteLimits`), aged by pages, not by the clock.
 */
export class Site {
  readonly host: string
  private pages = 0
  private readonly texts = new Map<number, { pages: number; last: number; chars: number }>()
  private readonly paths = new Map<number, { pages: number; last: number; kept: number; dropped: number }>()
  private readonly titles = new Set<number>()
  private readonly urls = new Set<number>()
  private readonly marks = new Map<number, Verdict>()

  constructor(host: string, template?: SiteTemplate) {
    this.host = host
    if (!template) return
    this.pages = template.pages
    for (const [hash, pages, last, chars] of template.texts) this.texts.set(hash, { pages, last, chars })
    for (const [hash, pages, last, kept, dropped] of template.paths)
      this.paths.set(hash, { pages, last, kept, dropped })
    for (const hash of template.titles) this.titles.add(hash)
    for (const hash of template.urls) this.urls.add(hash)
    for (const [hash, verdict] of template.marks) this.marks.set(hash, verdict)
  }

  /** Takes in what `clean()` saw of a page; a page seen before changes nothing. */
  absorb(footprint: Footprint): void {
    const url = hashOf(footprint.url)
    if (this.urls.has(url)) return
    remember(this.urls, url, siteLimits.urls)
    this.pages++
    const now = this.pages
    const seen = new Set<number>()
    const paths = new Map<number, { kept: number; dropped: number }>()
    for (const block of footprint.blocks) {
      const path = paths.get(block.path) ?? { kept: 0, dropped: 0 }
      if (block.kept) path.kept += block.chars
      else path.dropped += block.chars
      paths.set(block.path, path)
      if (block.text === EMPTY || seen.has(block.text)) continue
      seen.add(block.text)
      const known = this.texts.get(block.text)
      this.texts.set(block.text, { pages: (known?.pages ?? 0) + 1, last: now, chars: block.chars })
    }
    for (const [hash, { kept, dropped }] of paths) {
      const known = this.paths.get(hash)
      this.paths.set(hash, {
        pages: (known?.pages ?? 0) + 1,
        last: now,
        kept: (known?.kept ?? 0) + kept,
        dropped: (known?.dropped ?? 0) + dropped,
      })
    }
    if (footprint.title !== EMPTY) remember(this.titles, footprint.title, siteLimits.titles)
    evict(this.texts, siteLimits.texts, now)
    evict(this.paths, siteLimits.paths, now)
  }

  /** Number of pages taken in. */
  get size(): number {
    return this.pages
  }

  /** On how many other pages of the host a block with these words stood. */
  seen(text: string, url: string): number {
    const known = this.texts.get(hashOf(bare(text)))?.pages ?? 0
    return Math.max(0, this.urls.has(hashOf(url)) ? known - 1 : known)
  }

  path(path: string): PathMemory | undefined {
    return this.paths.get(hashOf(path))
  }

  /** Whether these words are the headline of an article of the host other than `ownTitle`. */
  isOtherHeadline(text: string, ownTitle: string): boolean {
    const hash = hashOf(bare(text))
    return hash !== EMPTY && hash !== hashOf(bare(ownTitle)) && this.titles.has(hash)
  }

  /** A person's word on a block of this host; it outranks everything the machine thinks. */
  mark(text: string, verdict: Verdict): void {
    const key = blockKey(text)
    if (key === EMPTY) return
    this.marks.delete(key)
    this.marks.set(key, verdict)
    if (this.marks.size > siteLimits.marks) this.marks.delete(this.marks.keys().next().value ?? 0)
  }

  marked(text: string): Verdict | undefined {
    return this.marks.size === 0 ? undefined : this.marks.get(blockKey(text))
  }

  toJSON(): SiteTemplate {
    return {
      version: 1,
      host: this.host,
      pages: this.pages,
      texts: [...this.texts].map(([hash, t]) => [hash, t.pages, t.last, t.chars]),
      paths: [...this.paths].map(([hash, p]) => [hash, p.pages, p.last, p.kept, p.dropped]),
      titles: [...this.titles],
      urls: [...this.urls],
      marks: [...this.marks],
    }
  }
}

const EMPTY = hashOf('')

/**
 * What a person's word on a block is kept under: its words without numbers and marks, as far as a dropped block is
 * listed. `hasWords` tells whether there is anything to know it by.
 */
export const blockKey = (text: string): number => hashOf(bare(text.slice(0, droppedLimits.chars)))
export const hasWords = (text: string): boolean => blockKey(text) !== EMPTY

function remember(set: Set<number>, value: number, most: number): void {
  set.delete(value)
  set.add(value)
  if (set.size > most) set.delete(set.values().next().value ?? 0)
}

/** Beyond the limit, what stood on few pages and long ago goes first: an entry loses one page of weight per fifty pages of absence. */
function evict<T extends { pages: number; last: number }>(
  map: Map<number, T>,
  most: number,
  now: number,
): void {
  if (map.size <= most) return
  const weight = (t: T): number => t.pages - (now - t.last) / 50
  const order = [...map].sort((a, b) => weight(a[1]) - weight(b[1]) || a[0] - b[0])
  for (const [hash] of order.slice(0, map.size - Math.floor(most * 0.8))) map.delete(hash)
}
