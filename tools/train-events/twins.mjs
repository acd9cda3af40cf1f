// Twins of invented happenings: the same articles with the place, or a name, changed in every language. The hardest
// negatives there are, since a desk tells two accidents in one form of words.
import { skeletonOf, tokens } from '../../libs/events/dist/index.js'
import { readPlaces } from './places.mjs'

const NAMES = [
  ['Bergomi', 'برغومي', 'Бергоми'],
  ['Tallarek', 'تلاريك', 'Талларек'],
  ['Madsoni', 'مدسوني', 'Мадсони'],
  ['Kirdani', 'كرداني', 'Кирдани'],
  ['Zoulfane', 'زولفان', 'Зульфан'],
  ['Premberg', 'برمبرغ', 'Премберг'],
  ['Lokatis', 'لوكاتيس', 'Локатис'],
  ['Vasmadi', 'فسمادي', 'Васмади'],
]
const scriptOf = (lang) => (lang === 'ar' || lang === 'fa' ? 1 : lang === 'ru' ? 2 : 0)
const PARTICLES = ['', 'ال', 'ب', 'بال', 'وال', 'لل', 'ل', 'و']

/** Twins of every third happening whose place, or a name told in several articles, can be changed in at least half of them. */
export function twinsOf(rows) {
  const happenings = new Map()
  for (const row of rows) (happenings.get(row.gold) ?? happenings.set(row.gold, []).get(row.gold)).push(row)
  const places = readPlaces()
  return [...happenings.values()].flatMap((articles, i) => {
    if (i % 3 !== 0) return []
    const swap =
      i % 6 === 0
        ? (placeSwap(articles, places, i) ?? nameSwap(articles, i))
        : (nameSwap(articles, i) ?? placeSwap(articles, places, i))
    if (!swap) return []
    return articles.map((row) => ({
      ...row,
      id: `${row.id}/twin`,
      gold: `${row.gold}/twin`,
      title: swap(row.title, row.lang),
      text: swap(row.text, row.lang),
      publishedAt: new Date(Date.parse(row.publishedAt) + (1 + ((i * 13) % 20)) * 36e5).toISOString(),
    }))
  })
}

function placeSwap(articles, places, seed) {
  const inLanguage = (place, lang) => place.names[lang] ?? place.name
  const counted = places
    .map((place) => ({
      place,
      n: articles.filter((a) => a.title.includes(inLanguage(place, a.lang))).length,
    }))
    .sort((a, b) => b.n - a.n)
  if (!counted[0] || counted[0].n * 2 < articles.length) return undefined
  const found = counted[0].place
  const others = places.filter(
    (p) => p.country !== found.country && p.isCountry === found.isCountry && p.names.ar,
  )
  const other = others[(seed * 31) % others.length]
  return (text, lang) => text.split(inLanguage(found, lang)).join(inLanguage(other, lang))
}

function nameSwap(articles, seed) {
  const heard = new Map()
  for (const { title, lang } of articles)
    for (const skeleton of new Set(
      tokens(title)
        .filter((t) => lang === 'ar' || /^\p{Lu}/u.test(t.surface))
        .map((t) => skeletonOf(t.folded))
        .filter((s) => s.length >= 4),
    ))
      heard.set(skeleton, (heard.get(skeleton) ?? 0) + 1)
  const [best] = [...heard].sort((a, b) => b[1] - a[1])
  if (!best || best[1] * 2 < articles.length || best[1] < 2) return undefined
  const name = NAMES[seed % NAMES.length]
  return (text, lang) => {
    let out = '',
      at = 0
    for (const token of tokens(text)) {
      if (skeletonOf(token.folded) !== best[0]) continue
      const particle =
        lang === 'ar'
          ? (PARTICLES.filter((p) => token.surface.startsWith(p)).sort((a, b) => b.length - a.length)[0] ??
            '')
          : ''
      out +=
        text.slice(at, token.start) +
        (lang === 'ar' && token.surface.length - particle.length > 3 ? particle.replace('ال', '') : '') +
        name[scriptOf(lang)]
      at = token.end
    }
    return out + text.slice(at)
  }
}
