import type { CleanArticle } from '@newsbraid/model'
import { droppedLimits } from './article-body.ts'
import { bareText } from './bare-text.ts'
import { wordKey } from './site-names.ts'

/** A line that speaks of the paging itself: "Page 2 of 3", «الصفحة التالية» */
const PAGING =
  /^(?:page \d+(?: (?:of|sur|von) \d+)?|seite \d+(?: von \d+)?|(?:weiter|continued?|continue reading|suite|lire la suite|read on) .{0,12}(?:page|seite) \d+.*|(?:next|previous) page|nachste seite|page suivante|الصفحه (?:التاليه|السابقه|\d+).*|صفحه بعد(?:ي)?)$/u
const MAX_PAGING = 60

/**
 * One article of the pages it was cut into, in their order: bodies one after another, without the lines that a later page
 * repeats (headline, standfirst, furniture) and the lines about paging. All else is the first page's; the latest change counts.
 */
export function joinPages(pages: readonly CleanArticle[]): CleanArticle {
  const [first, ...later] = pages
  if (!first) throw new Error('Cannot join "0" pages')
  if (later.length === 0) return first
  const joined: CleanArticle = { ...first, authors: [...first.authors], dropped: [...first.dropped] }
  const seen = new Set([wordKey(first.title)])
  for (const block of blocksOf(first.text)) seen.add(wordKey(block))
  for (const page of later) {
    const isNew = (text: string): boolean => {
      const key = wordKey(text)
      return key !== '' && !seen.has(key) && !(key.length <= MAX_PAGING && PAGING.test(key))
    }
    const fresh = blocksOf(page.text).filter(isNew)
    const html = page.html.split('\n').filter((line) => line !== '' && isNew(bareText(line)))
    for (const block of blocksOf(page.text))
      if (!isNew(block) && joined.dropped.length < droppedLimits.blocks)
        joined.dropped.push({
          text: block.slice(0, droppedLimits.chars),
          reason: 'repeated',
          evidence: 'an earlier page of the article',
        })
    // Within one page a line may stand twice; between pages it may not
    for (const block of fresh) seen.add(wordKey(block))
    if (fresh.length > 0) joined.text = [joined.text, ...fresh].filter((t) => t !== '').join('\n\n')
    if (html.length > 0) joined.html = [joined.html, ...html].filter((t) => t !== '').join('\n')
    for (const dropped of page.dropped)
      if (joined.dropped.length < droppedLimits.blocks) joined.dropped.push(dropped)
    for (const author of page.authors)
      if (first.authors.length === 0 && !joined.authors.includes(author)) joined.authors.push(author)
    if (
      page.modifiedAt &&
      (!joined.modifiedAt || Date.parse(page.modifiedAt) > Date.parse(joined.modifiedAt))
    )
      joined.modifiedAt = page.modifiedAt
    joined.image ??= page.image
  }
  return joined
}

const blocksOf = (text: string): string[] => text.split('\n\n').filter((b) => b.trim() !== '')
