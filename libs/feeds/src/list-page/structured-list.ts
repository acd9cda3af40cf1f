/** What a page's structured data (schema.org, JSON-LD) says of one article it lists. */
export type StructuredLink = { url: string; title?: string; published?: string }

type Thing = Record<string, unknown>
const MOST_THINGS = 5000
const isThing = (x: unknown): x is Thing => typeof x === 'object' && x !== null && !Array.isArray(x)
const textOf = (x: unknown): string | undefined => (typeof x === 'string' && x.trim() ? x.trim() : undefined)
const typesOf = ({ '@type': type }: Thing): unknown[] => (Array.isArray(type) ? type : [type])
const isArticle = (thing: Thing): boolean =>
  typesOf(thing).some((type) => typeof type === 'string' && /(?:Article|BlogPosting|Report)$/.test(type))

/** The links of ItemLists and the articles that JSON-LD scripts name; crumbs and menus are none. Broken scripts are left out. */
export function structuredLinks(scripts: readonly string[]): StructuredLink[] {
  const found: StructuredLink[] = []
  const open: { value: unknown; inList: boolean }[] = []
  for (const script of scripts.slice(0, 30)) {
    try {
      open.push({ value: JSON.parse(script), inList: false })
    } catch {
      continue
    }
  }
  open.reverse()
  let things = 0
  for (let next = open.pop(); next && things < MOST_THINGS; next = open.pop()) {
    const { value, inList } = next
    if (Array.isArray(value)) {
      for (let i = Math.min(value.length, MOST_THINGS) - 1; i >= 0; i--)
        open.push({ value: value[i], inList })
      continue
    }
    if (!isThing(value)) {
      if (inList && typeof value === 'string' && /^https?:|^\//.test(value)) found.push({ url: value })
      continue
    }
    things++
    const types = typesOf(value)
    if (types.includes('BreadcrumbList') || types.includes('SiteNavigationElement')) continue
    const item = isThing(value.item) ? value.item : undefined
    const isItem = inList && types.includes('ListItem')
    const url =
      textOf(value.url) ?? textOf(value.item) ?? textOf(value['@id']) ?? textOf(value.mainEntityOfPage)
    if (url && ((isItem && !item) || isArticle(value) || (inList && !isItem))) {
      const title = textOf(value.headline) ?? textOf(value.name)
      const published = textOf(value.datePublished)
      found.push({ url, ...(title ? { title } : {}), ...(published ? { published } : {}) })
    }
    const isList = types.includes('ItemList')
    for (const [key, inner] of Object.entries(value).reverse())
      if (typeof inner === 'object')
        open.push({
          value: inner,
          inList: (isList && key === 'itemListElement') || (isItem && key === 'item'),
        })
  }
  return found
}
