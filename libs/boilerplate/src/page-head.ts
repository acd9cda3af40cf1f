import { type StructuredArticle, structuredArticle } from './json-ld.ts'
import type { PageTree } from './parse-page.ts'

/** What the head of a page and its structured data declare. Meta names are lower case; the first value counts. */
export type PageHead = {
  meta: Map<string, string>
  all: Map<string, string[]>
  link: Map<string, string>
  structured: StructuredArticle
  title: string
  language?: string
}

const MAX_TITLE = 2_000

export function headOf(tree: PageTree): PageHead {
  const meta = new Map<string, string>()
  const all = new Map<string, string[]>()
  for (const m of tree.metas) {
    const content = m.content?.trim()
    if (!content) continue
    for (const name of [m.property, m.name, m.itemprop])
      if (name) {
        const key = name.trim().toLowerCase()
        if (!meta.has(key)) meta.set(key, content)
        const list = all.get(key)
        if (!list) all.set(key, [content])
        else if (list.length < 20) list.push(content)
      }
  }
  const link = new Map<string, string>()
  for (const l of tree.links)
    if (l.rel && l.href)
      for (const rel of l.rel.toLowerCase().split(/\s+/)) if (!link.has(rel)) link.set(rel, l.href)
  const root = tree.name.indexOf('html')
  const language =
    tree.attributes[root]?.lang ||
    meta.get('content-language') ||
    meta.get('og:locale') ||
    meta.get('language')
  return {
    meta,
    all,
    link,
    structured: structuredArticle(tree.jsonLd, link.get('canonical') ?? meta.get('og:url')),
    title: tree.title.slice(0, MAX_TITLE).replace(/\s+/g, ' ').trim(),
    language,
  }
}
