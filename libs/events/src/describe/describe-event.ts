import type { Headline, TimelineItem } from '@newsbraid/model'
import { directionOf } from '@newsbraid/text'
import { type ArticleFeatures, type ArticleInput, featuresOf } from '../features/article-features.ts'
import { type Chosen, chooseSentences, chooseTitle } from './choose-text.ts'
import { type Lineage, lineageOf } from './lineage.ts'
import { disagreementsOf, type Figure, figuresByValue, type Reading, readingsOf } from './quoted-figures.ts'

/** An article of the event; `features` saves making them anew. */
export type DescribedArticle = ArticleInput & { features?: ArticleFeatures }

export type EventDescription = {
  /** The title in the language most reports are in, and one for each language */
  title: Headline
  titles: Record<string, Headline>
  /** Whole sentences of the reports, and the articles they come from */
  summary: string
  summaries: Record<string, { text: string; sentences: Chosen[] }>
  firstSeen: string
  /** When the last new fact came: a figure, a place, a name; a copy brings none */
  lastDevelopment: string
  languages: string[]
  independentSourceCount: number
  lineage: Lineage[]
  figures: Figure[]
  disagreements: { what: string; values: Figure[] }[]
  timeline: TimelineItem[]
}

/** Share of an article's names that must be new for it to be a development by names alone. */
const NEW_NAMES = 0.5
const DEVELOPING = new Set(['dead', 'injured', 'missing', 'arrested', 'magnitude', 'score'])

/** Tells an event from its articles, with nothing in it that none of them says. Throws on an empty list. */
export function describeEvent(articles: readonly DescribedArticle[]): EventDescription {
  if (articles.length === 0) throw new RangeError('Cannot describe an event of "0" articles')
  const told = articles
    .map((article) => ({
      ...article,
      features: article.features ?? featuresOf(article),
      at: Date.parse(article.publishedAt),
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const { lineage, rootOf } = lineageOf(told.map((t) => t.features))
  const reports = told.filter((t) => rootOf.get(t.id) === t.id)
  const languages = [...new Set(told.map((t) => t.lang))].sort(
    (a, b) => count(reports, b) - count(reports, a),
  )
  const titles: Record<string, Headline> = {}
  const summaries: EventDescription['summaries'] = {}
  for (const lang of languages) {
    const own = reports.filter((r) => r.lang === lang)
    const from = own.length > 0 ? own : told.filter((t) => t.lang === lang)
    const title = chooseTitle(from)
    if (title) titles[lang] = { text: title.text, lang, dir: directionOf(title.text) }
    const sentences = chooseSentences(from)
    summaries[lang] = { text: sentences.map((s) => s.text).join(' '), sentences }
  }
  const readings = reports.flatMap(readingsOf)
  const { timeline, lastDevelopment } = timelineOf(told, rootOf, readings)
  const main = languages[0] ?? 'und'
  const first = told[0]
  return {
    title: titles[main] ?? { text: first?.title ?? '', lang: main, dir: directionOf(first?.title ?? '') },
    titles,
    summary: summaries[main]?.text ?? '',
    summaries,
    firstSeen: new Date(first?.at ?? 0).toISOString(),
    lastDevelopment: new Date(lastDevelopment).toISOString(),
    languages,
    independentSourceCount: new Set(reports.map((r) => r.source || r.id)).size,
    lineage,
    figures: figuresByValue(readings).slice(0, 20),
    disagreements: disagreementsOf(readings),
    timeline,
  }
}

const count = (reports: readonly { lang: string }[], lang: string): number =>
  reports.filter((r) => r.lang === lang).length

type Told = DescribedArticle & { features: ArticleFeatures; at: number }

function timelineOf(
  told: readonly Told[],
  rootOf: ReadonlyMap<string, string>,
  readings: readonly Reading[],
): { timeline: TimelineItem[]; lastDevelopment: number } {
  const figures = new Set<string>(),
    names = new Set<string>(),
    places = new Set<string>()
  const timeline: TimelineItem[] = []
  let lastDevelopment = told[0]?.at ?? 0
  told.forEach((article, i) => {
    const { features } = article
    const own = readings.filter((r) => r.articleId === article.id && DEVELOPING.has(r.what))
    const news = own.find((r) => figures.size > 0 && !figures.has(`${r.what}:${r.value}`))
    const freshNames = features.names.filter(([name, weight]) => weight >= 0.7 && !names.has(name)).length
    const freshPlaces = features.places.filter(([place]) => !places.has(place)).length
    const isCopy = rootOf.get(article.id) !== article.id
    const sameTongue = told.slice(0, i).some((t) => t.lang === article.lang)
    const developed =
      i > 0 &&
      !isCopy &&
      (news !== undefined ||
        (sameTongue && (freshPlaces > 0 || freshNames > NEW_NAMES * features.names.length)))
    const kind = i === 0 ? 'first-report' : isCopy ? 'copy' : developed ? 'development' : 'joined'
    if (developed) lastDevelopment = article.at
    timeline.push({
      at: new Date(article.at).toISOString(),
      kind,
      articleId: article.id,
      text: developed && news ? news.quote : article.title,
      lang: article.lang,
    })
    for (const { what, value } of own) figures.add(`${what}:${value}`)
    for (const [name] of features.names) names.add(name)
    for (const [place] of features.places) places.add(place)
  })
  return { timeline, lastDevelopment }
}
