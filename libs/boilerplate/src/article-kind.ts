import type { ArticleKind } from '@newsbraid/model'
import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'

/** A line that begins with a time of day, or is nothing else: an entry of a live blog */
const CLOCK_LINE =
  /^(?:\d{1,2}\.\d{1,2}\.(?:\d{2,4})?,?\s)?\d{1,2}[:.h٫]\d{2}(?!\d|\.\d)\s*(?:uhr|h|am|pm|a\.m\.|p\.m\.|gmt|ص|م|بتوقيت [^\d]{2,20})?(?:\s|[:|–—-]|$)/iu
const LIVE_WORD =
  /(?:^|[^\p{L}])(?:live|live-?blog|live-?ticker|news-?ticker|ticker|liveticker|en direct|le direct|minuto a minuto|en vivo|en directo|canli|diretta|на живо|онлайн|مباشر|لحظه بلحظه|تغطيه مباشره|تغطيه مستمره|زنده)(?:$|[^\p{L}])/u
const GALLERY_WORD =
  /(?:^|[^\p{L}])(?:gallery|photo gallery|in pictures|photos of the day|photo essay|fotostrecke|bildergalerie|bilderstrecke|in bildern|diaporama|en images|galerie photos?|fotogaleria|en imagenes|foto galeri|بالصور|صور|معرض صور|كزارش تصويري|عكس)(?:$|[^\p{L}])/u
const GALLERY_PATH =
  /\/(?:gallery|galleries|photo-?gallery|photos|pictures|bildergalerie|fotostrecke|diaporama|slideshow|fotogaler[iy]a?)(?=[/\-_.]|$)/i
const LIVE_PATH =
  /[/\-_](?:live-?blog|live-?ticker|news-?ticker|ticker|live-updates?|live|en-direct|minuto-a-minuto|canli)(?:[/\-_.,]|$)/i
/** Entries with different times that make a live blog of a page that is called one */
const MIN_CLOCKS = 5
/** Pictures of a gallery, and letters beside each, where it is called one and where it isn't */
const FIGURES = { named: 5, alone: 8, namedChars: 300, aloneChars: 60 }
/** A letter of Chinese or Japanese says as much as these of an alphabet */
const DENSE = 2.5

/** What kind of article a page holds; `bodyChars`: size of its text, `first` and `last`: its first and last block. */
export function articleKind(
  facts: PageFacts,
  head: PageHead,
  body: { title: string; chars: number; first: number; last: number },
  url: string,
): ArticleKind {
  const { structured } = head
  if (structured.isLive || structured.type === 'LiveBlogPosting') return 'live-blog'
  const title = fold(body.title)
  if ((LIVE_WORD.test(title) || LIVE_PATH.test(url)) && clocksIn(facts, body.first, body.last) >= MIN_CLOCKS)
    return 'live-blog'
  const type = head.meta.get('og:type') ?? ''
  if ((/^video/.test(type) || structured.type === 'VideoObject') && (facts.prose[0] ?? 0) < 1500)
    return 'video'
  if (structured.type === 'ImageGallery' || /gallery/.test(type)) return 'gallery'
  const figures = figuresIn(facts, body.first, body.last)
  const isNamed = GALLERY_WORD.test(title) || GALLERY_PATH.test(url)
  const chars = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(body.title) ? body.chars * DENSE : body.chars
  // Hardly a sentence beside each picture
  if (
    figures >= (isNamed ? FIGURES.named : FIGURES.alone) &&
    chars < figures * (isNamed ? FIGURES.namedChars : FIGURES.aloneChars)
  )
    return 'gallery'
  return 'article'
}

/** How many different times of day begin a line of the body. */
function clocksIn({ blocks }: PageFacts, first: number, last: number): number {
  const times = new Set<string>()
  for (let b = Math.max(first - 2, 0); b <= last; b++) {
    const text = blocks[b]?.text.slice(0, 60)
    const clock = text !== undefined && /^\d/.test(text) ? CLOCK_LINE.exec(text)?.[0] : undefined
    if (clock !== undefined) times.add(clock)
  }
  return times.size
}

/** Pictures within the article, or within a picture's own caption box around it. */
function figuresIn(
  { tree, blocks, hint, mainNode, bodyNode }: PageFacts,
  first: number,
  last: number,
): number {
  const from = blocks[Math.max(0, first - 3)]?.first ?? 0
  const node = blocks[first]?.node ?? 0
  const container = Math.max(mainNode[node] ?? -1, bodyNode[node] ?? -1)
  const to = Math.max(
    blocks[Math.min(blocks.length - 1, last + 3)]?.last ?? 0,
    (tree.end[container] ?? 0) - 1,
  )
  let count = 0
  for (let i = from; i <= to; i++)
    if (tree.name[i] === 'img' && (hint[i] === undefined || hint[i] === 'caption')) count++
  return count
}
