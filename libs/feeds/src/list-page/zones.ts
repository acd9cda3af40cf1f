/** Where on the page something stands: bits of `ZONES`, inherited by what is inside. */
export type Zone = number
export const ZONES = {
  nav: 1,
  footer: 2,
  header: 4,
  aside: 8,
  /** Search boxes and forms */
  side: 16,
  card: 32,
  heading: 64,
  date: 128,
  summary: 256,
  /** Navigation, footer or side by a class name alone: some pages name their outermost boxes after what is inside */
  boxed: 512,
}

const BY_ROLE = new Map([
  ['navigation', ZONES.nav],
  ['menu', ZONES.nav],
  ['menubar', ZONES.nav],
  ['search', ZONES.side],
  ['contentinfo', ZONES.footer],
  ['banner', ZONES.header],
  ['complementary', ZONES.aside],
  ['article', ZONES.card],
  ['heading', ZONES.heading],
])
const words = (list: string, zone: Zone): [string, Zone][] => list.split(' ').map((word) => [word, zone])
/** What the last part of a class name stands for (`main-nav`, `post-title`): the vocabulary of themes, not of a language. */
const BY_PART = new Map<string, Zone>([
  ...words('nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging', ZONES.boxed),
  ...words('footer colophon copyright', ZONES.boxed),
  ...words('sidebar', ZONES.aside),
  ...words(
    'tags tagcloud categories byline author authors share sharing social ads advert advertisement sponsor sponsored login cookie comments newsletter partners',
    ZONES.boxed,
  ),
  ...words('card post story teaser article entry item tease', ZONES.card),
  ...words('title headline heading', ZONES.heading),
  ...words('date time timestamp datetime published', ZONES.date),
  ...words('summary excerpt description lead standfirst dek intro', ZONES.summary),
])
const TAGS = new Map<string, Zone>([
  ['nav', ZONES.nav],
  ['aside', ZONES.aside],
  ['article', ZONES.card],
  ['form', ZONES.side],
  ['time', ZONES.date],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Zone] => [name, ZONES.heading]),
])
const NOT_ITSELF = new Set(['has', 'with', 'no', 'is', 'show', 'hide', 'open', 'sticky', 'category', 'tag'])
const MOST_CLASSES = 20

/** The zones an element opens, by its tag, role and class names. A card's own header and footer are none of the page's. */
export function zoneOf(name: string, attributes: Record<string, string>, around: Zone): Zone {
  const inCard = (around & ZONES.card) !== 0
  let zone = TAGS.get(name) ?? 0
  if (name === 'footer' && !inCard) zone |= ZONES.footer
  if (name === 'header' && !inCard) zone |= ZONES.header
  zone |= BY_ROLE.get((attributes.role ?? '').toLowerCase()) ?? 0
  const named = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 400)
  let classes = 0
  for (const token of named.split(/\s+/)) {
    if (token === '' || token.length > 40 || ++classes > MOST_CLASSES) continue
    const parts = token
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/)
      .filter(Boolean)
    if (parts.length > 1 && NOT_ITSELF.has(parts[0] ?? '')) continue
    zone |= BY_PART.get(parts[parts.length - 1] ?? '') ?? 0
  }
  return zone
}
