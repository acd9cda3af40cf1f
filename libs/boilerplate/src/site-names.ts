import { fold } from '@newsbraid/text'
import { bareText } from './bare-text.ts'
import type { PageHead } from './page-head.ts'

/** Words of a text, folded, one space apart. */
export function wordKey(text: string): string {
  if (text.length > MEMO_CHARS) return keyOf(text)
  let key = memo.get(text)
  if (key === undefined) {
    if (memo.size >= MEMO_TEXTS) memo.clear()
    memo.set(text, (key = keyOf(text)))
  }
  return key
}
const keyOf = (text: string): string => fold(text).replace(NO_WORD, ' ').trim()
/** One headline is compared with many wordings; emptied when full. */
const MEMO_CHARS = 300
const MEMO_TEXTS = 500
const memo = new Map<string, string>()
/** Runs of other signs but for a single blank, which stays as it is */
const NO_WORD = / [^\p{L}\p{N}]+|[^\p{L}\p{N} ][^\p{L}\p{N}]*/gu

/** What a site calls itself, as word keys, and the telling labels of its host. */
export type SiteNames = { names: string[]; labels: string[] }

const DECLARED = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'al:android:app_name',
  'al:ios:app_name',
  'twitter:app:name:iphone',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
]
/** Labels of a host that name no site */
const COMMON_LABEL =
  /^(?:www\d*|m|mobile|amp|news|blog|blogs|en|ar|fr|de|es|fa|com?|org|net|gov|edu|ac|info|web|online)$/

/** Names of the site: what head and structured data declare, and its host. */
export function siteNamesOf(head: PageHead, url?: string): SiteNames {
  const names = new Set<string>()
  for (const name of [head.structured.siteName, ...DECLARED.map((n) => head.meta.get(n))]) {
    const key = name ? wordKey(bareText(name)) : ''
    if (key !== '' && key.length <= 60) names.add(key)
  }
  const labels = new Set<string>()
  for (const address of [url, head.meta.get('og:url'), head.link.get('canonical')]) {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(address ?? '')?.[1]?.toLowerCase()
    for (const label of host?.split('.').slice(0, -1) ?? [])
      if (!COMMON_LABEL.test(label)) labels.add(label.replace(/[^\p{L}\p{N}]+/gu, ''))
  }
  return { names: [...names], labels: [...labels] }
}

/** Whether a part of a title or a byline is the site's own name, perhaps with a word more. */
export function isSiteName(part: string, { names, labels }: SiteNames): boolean {
  const key = wordKey(part)
  if (key === '') return false
  if (
    names.some(
      (n) =>
        n === key ||
        (key.length > 2 && ` ${n} `.includes(` ${key} `)) ||
        (n.length > 2 && key.length < n.length + 20 && ` ${key} `.includes(` ${n} `)),
    )
  )
    return true
  const squeezed = key.replace(/ /g, '')
  return labels.some(
    (l) =>
      l === squeezed ||
      (l.length >= 4 && squeezed.length <= l.length + 12 && squeezed.includes(l)) ||
      (squeezed.length >= 4 && 2 * squeezed.length >= l.length && l.includes(squeezed)),
  )
}
