import type { Image } from '@newsbraid/model'
import { bareText } from './bare-text.ts'
import type { Hint } from './class-hints.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { subtreeText } from './subtree-text.ts'
import { safeUrl } from '@newsbraid/text'

/** Pictures that stand for the site, not for the article */
const PLACEHOLDER =
  /(?:^|[/_.-])(?:logo|logos|default|placeholder|fallback|no-?image|blank|spacer|pixel|avatar|gravatar|favicon|site-?icon|og-?default|default-?og|share-?default)(?=[/_.\-\d]|$)/i
const ELSEWHERE = new Set<Hint>([
  'related',
  'comments',
  'navigation',
  'footer',
  'sidebar',
  'advertisement',
  'author-box',
  'newsletter',
  'share-bar',
  'hidden',
])
const CREDIT_CLASS =
  /(?:^|[\s_-])(?:credits?|copyrights?|photo-?credit|image-?credit|photographer|rights|bildrechte|bildnachweis|bildquelle|quelle|fotograf|foto-?credit|picture-?source|source|agency|attribution|credit-?line|crédit|firma)(?:$|[\s_-])/i
/** The word before the name of who made a picture, in a caption */
const CREDIT_LABEL =
  /(?:^|[\s(|[/–—.،-])(?:photos?|image|images|picture|credits?|crédits?(?: photo)?|copyright|©|\(c\)|source|fotos?|bild(?:er|quelle|rechte|nachweis)?|quelle|fuente|fonte|imagen|foto[gğ]raf|фото|تصوير|بعدسة|عدسة|المصدر|مصدر الصورة|الصورة|صورة|عکس|عكس|写真|图片来源|摄影|图)\s*(?:by\s|von\s|de\s|par\s|[:：/=]|(?<=©)|(?<=\(c\)))\s*([^|()[\]]{2,80})/iu
/** A credit in brackets or behind a stroke at the end of a caption: "(AFP)", "| dpa" */
const CREDIT_END =
  /\(((?:photo by |foto: ?)?[^()]{0,40}(?:AFP|AP|Reuters|dpa|Getty|EPA|EFE|ANSA|APA|SPA|WAM|أ ف ب|رويترز|الأناضول|وكالات|الفرنسية)[^()]{0,40})\)\s*$|[|/©]\s*([\p{L}][\p{L}\p{N} .&/'-]{1,60})\s*$/iu
const MAX_CREDIT = 120
const MAX_CREDIT_WORDS = 9
const LABEL_ALONE =
  /^(?:copyright|photo|image|credit|source|foto|bild|quelle|all rights reserved|file|archive|archiv)$/i
/** Elements before and after the headline among which the lead picture stands */
const NEAR = 400

/** The picture that leads the article: its address, what it shows, and who made it. */
export function leadImage(
  facts: PageFacts,
  head: PageHead,
  url: string,
  titleBlock: number,
  bodyStart: number,
): Image | undefined {
  const declared = [
    head.meta.get('og:image'),
    head.meta.get('og:image:url'),
    head.meta.get('og:image:secure_url'),
    head.structured.image,
    head.meta.get('twitter:image'),
    head.meta.get('twitter:image:src'),
  ].filter((a): a is string => a !== undefined && a !== '')
  const chosen = declared.find((a) => !PLACEHOLDER.test(a))
  const shown = shownImage(facts, chosen ?? '', titleBlock, bodyStart)
  const address = safeUrl(chosen ?? shown?.src ?? declared[0] ?? '', url, 'web')
  if (!address) return undefined
  const image: Image = { url: address }
  const isShown = shown !== undefined && (shown.isSame || chosen === undefined)
  const alt = bareText(
    head.meta.get('og:image:alt') ??
      head.meta.get('twitter:image:alt') ??
      (isShown && shown.alt ? shown.alt : (head.structured.imageCaption ?? '')),
  )
  if (alt !== '') image.alt = alt.slice(0, 500)
  const credit =
    trimmed(head.structured.imageCredit) ??
    (isShown || chosen === undefined ? shown?.credit : undefined) ??
    creditIn(head.structured.imageCaption ?? '')
  if (credit) image.credit = credit
  return image
}

type Shown = { src: string; alt: string; credit?: string; isSame: boolean }

/** The picture on the page that is the declared one, else the first that stands between headline and body. */
function shownImage(
  { tree, blocks, hint }: PageFacts,
  declared: string,
  titleBlock: number,
  bodyStart: number,
): Shown | undefined {
  const wanted = stemOf(declared)
  const title = blocks[titleBlock]?.first ?? 0
  const body = blocks[Math.max(bodyStart, 0)]?.last ?? title
  let first: number | undefined
  let found: number | undefined
  for (const i of tree.images) {
    if (found !== undefined) break
    const where = hint[i]
    if (where && ELSEWHERE.has(where)) continue
    const sources = sourcesOf(tree, i)
    if (wanted !== '' && sources.some((s) => stemOf(s) === wanted)) found = i
    else if (
      i > title - NEAR &&
      i < body + NEAR &&
      first === undefined &&
      sources[0] &&
      !PLACEHOLDER.test(sources[0])
    )
      first = i
  }
  const node = found ?? first
  if (node === undefined) return undefined
  const figure = figureOf(tree, node)
  return {
    src: sourcesOf(tree, node)[0] ?? '',
    alt: tree.attributes[node]?.alt?.trim() ?? '',
    credit: figure < 0 ? undefined : creditAround(tree, figure),
    isSame: found !== undefined,
  }
}

const sourcesOf = (tree: PageFacts['tree'], node: number): string[] => {
  const a = tree.attributes[node] ?? {}
  return [a.src, a['data-src'], a['data-lazy-src'], a.srcset?.split(/[\s,]/)[0]].filter(
    (s): s is string => s !== undefined && s !== '' && !s.startsWith('data:'),
  )
}

/** Name of a picture's file without size and ending, the same in all its sizes. */
function stemOf(address: string): string {
  const file = address.split(/[?#]/)[0]?.split('/').pop() ?? ''
  const stem = file
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?|large|medium|small|full|cropped)$/i, '')
  return stem.length >= 5 ? stem.toLowerCase() : ''
}

/** The figure, or the box named for a caption, around a picture. */
function figureOf(tree: PageFacts['tree'], img: number): number {
  let node = tree.parent[img] ?? -1
  for (let up = 0; up < 6 && node > 0; up++, node = tree.parent[node] ?? -1) {
    const a = tree.attributes[node]
    if (
      tree.name[node] === 'figure' ||
      /(?:^|[\s_-])(?:wp-caption|figure|media|image|photo|bild|teaser-?image)(?:$|[\s_-])/i.test(
        a?.class ?? '',
      )
    )
      return node
    if (tree.name[node] === 'article' || tree.name[node] === 'main' || tree.name[node] === 'body') return -1
  }
  return -1
}

function creditAround(tree: PageFacts['tree'], figure: number): string | undefined {
  const end = Math.min(tree.end[figure] ?? figure, figure + 200)
  let text = ''
  for (let i = figure; i < end; i++) {
    const a = tree.attributes[i]
    if (i > figure && a?.class !== undefined && CREDIT_CLASS.test(a.class)) {
      const own = trimmed(subtreeText(tree, i, 300))
      if (own) return own
    }
    text += tree.text[i] ?? ''
    if (tree.name[i] !== '') text += ' '
  }
  return creditIn(text.replace(/\s+/g, ' ').trim())
}

/** Who a caption names as the maker of its picture. */
export function creditIn(caption: string): string | undefined {
  const text = caption.slice(-400)
  const labelled = CREDIT_LABEL.exec(text)
  if (labelled) return trimmed(labelled[1])
  const ending = CREDIT_END.exec(text)
  return trimmed(ending?.[1] ?? ending?.[2])
}

/** A credit without the word before it and without marks at its ends; nothing when too long to be one. */
function trimmed(credit: string | undefined): string | undefined {
  const bare = bareText(credit ?? '')
    .replace(/(?:https?:\/\/|www\.)\S+|\S+@\S+/g, '')
    .replace(
      /^(?:(?:photo|image|picture|credits?|crédits?(?: photo)?|copyright|source|foto|bild(?:quelle|rechte|nachweis)?|quelle|تصوير|عدسة|المصدر|مصدر الصورة|الصورة|صورة|عکس)\s*(?:by\s|von\s|[:：/=])\s*|[©(\[|–—/:.،,-]\s*)+/iu,
      '',
    )
    .replace(/[\s)\]|–—/:.،,-]+$/u, '')
    .trim()
  const isCredit =
    bare.length >= 2 &&
    bare.length <= MAX_CREDIT &&
    bare.split(' ').length <= MAX_CREDIT_WORDS &&
    /\p{L}/u.test(bare) &&
    !LABEL_ALONE.test(bare)
  return isCredit ? bare : undefined
}
