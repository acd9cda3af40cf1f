import { agencyOf } from './agencies.ts'
import { distinctionsOf } from './distinctions.ts'
import { packEmbedding } from './embedding.ts'
import { figuresOf, scoresOf } from './figures.ts'
import { meaningsOf } from './meanings.ts'
import { knownNames, nameTokens } from './names.ts'
import { placesOf } from './places.ts'
import { skeletonOfWord } from './skeleton.ts'
import { sketchOf } from './shingles.ts'
import { termsOf, type Token, tokens } from './terms.ts'

/** One entity of an article, as extraction or the store knows it. */
export type GivenEntity = { id: string; type: string; name: string; keys?: string[]; weight: number }

/** What `featuresOf` reads. `publishedAt` is ISO 8601; `text` may be empty; `links` may hold image addresses too. */
export type ArticleInput = {
  id: string
  title: string
  text: string
  lang: string
  publishedAt: string
  source: string
  entities?: readonly GivenEntity[]
  links?: readonly string[]
  agency?: string
  /** What a model makes of the article, of whatever length; one model for all articles */
  embedding?: readonly number[]
}

/** All that placing an article needs, as plain JSON: a few kilobytes, made once on any worker and stored. */
export type ArticleFeatures = {
  version: 2
  id: string
  lang: string
  source: string
  /** Milliseconds since 1970 */
  at: number
  title: string
  /** Characters of body */
  length: number
  titleTerms: string[]
  /** Body stems with weight by count and place, heaviest first */
  bodyTerms: [string, number][]
  /** Name-like keys over scripts (`~` skeletons, `@` entity ids) with weights */
  names: [string, number][]
  /** Stems of words that are (part of) a name, as far as capitals, given entities or the glossary tell */
  nameTerms: string[]
  /** English stems and skeletons the words may stand for, with weights */
  pivots: [string, number][]
  /** Places named in title or lead, by English stem, each with its country */
  places: [string, string][]
  /** `unit:value`; what the title tells the happening by first, then its numbers, then those of the lead */
  figures: string[]
  links: string[]
  agency?: string
  /** The embedding, packed */
  embedding?: string
  sketch: number[]
  shingles: number
}

const LEAD_CHARACTERS = 700
const BODY_CHARACTERS = 6000
const BODY_TERMS = 60
const NAMES = 40
const PIVOTS = 60

/** Reads an article into features. Pure: the same article gives the same features on any machine. */
export function featuresOf(article: ArticleInput): ArticleFeatures {
  const { title, lang } = article
  const at = Date.parse(article.publishedAt)
  if (Number.isNaN(at)) throw new RangeError(`Cannot read date "${article.publishedAt}"`)
  const body = withoutLeadingTitle(article.text.slice(0, BODY_CHARACTERS), title)
  const titleTokens = tokens(title.slice(0, 600)),
    bodyTokens = tokens(body)
  const lead = body.slice(0, LEAD_CHARACTERS)
  const leadTokens = bodyTokens.filter((t) => t.start < LEAD_CHARACTERS)
  const { sketch, shingles } = sketchOf(article.text.length > 80 ? article.text : `${title} ${article.text}`)
  const agency = article.agency ?? agencyOf(article.text)
  const pivots = pivotsOf(titleTokens, leadTokens, bodyTokens, lang)
  return {
    version: 2,
    id: article.id,
    lang,
    source: article.source,
    at,
    title,
    length: article.text.length,
    titleTerms: termsOf(titleTokens, lang).slice(0, 40),
    bodyTerms: bodyTermsOf(bodyTokens, lang),
    names: namesOf(article, titleTokens, lead, leadTokens, bodyTokens),
    nameTerms: nameTermsOf(article, titleTokens, lead, leadTokens),
    pivots: pivots.slice(0, PIVOTS),
    places: placesOf(titleTokens, leadTokens, lang),
    figures: allFigures(title, titleTokens, body, bodyTokens, lang),
    links: [...new Set(article.links ?? [])].slice(0, 20),
    ...(agency ? { agency } : {}),
    ...(article.embedding ? { embedding: packEmbedding(article.embedding) } : {}),
    sketch,
    shingles,
  }
}

function withoutLeadingTitle(text: string, title: string): string {
  const at = title.length > 15 ? text.slice(0, 400).indexOf(title) : -1
  return at >= 0 ? text.slice(at + title.length) : text
}

function top(weights: Map<string, number>, most: number): [string, number][] {
  return [...weights]
    .map(([key, weight]): [string, number] => [key, Math.round(weight * 100) / 100])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
}

function bodyTermsOf(bodyTokens: readonly Token[], lang: string): [string, number][] {
  const weights = new Map<string, number>()
  for (const part of [bodyTokens.filter((t) => t.start < LEAD_CHARACTERS), bodyTokens])
    for (const term of termsOf(part, lang)) weights.set(term, (weights.get(term) ?? 0) + 1)
  for (const [term, count] of weights) weights.set(term, 1 + Math.log(count))
  return top(weights, BODY_TERMS)
}

function namesOf(
  article: ArticleInput,
  titleTokens: Token[],
  lead: string,
  leadTokens: Token[],
  bodyTokens: Token[],
): [string, number][] {
  const weights = new Map<string, number>()
  const give = (key: string, weight: number): void => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight)
  }
  for (const name of nameTokens(article.title, titleTokens, article.lang))
    give(keyOfName(name, article.lang), 1)
  for (const name of nameTokens(lead, leadTokens, article.lang)) give(keyOfName(name, article.lang), 0.7)
  for (const name of nameTokens(
    article.text.slice(0, BODY_CHARACTERS),
    bodyTokens.slice(leadTokens.length),
    article.lang,
  ))
    give(keyOfName(name, article.lang), 0.35)
  weights.delete('')
  for (const entity of article.entities ?? []) {
    give(`@${entity.id}`, 0.5 + 0.5 * Math.min(1, entity.weight * 3))
    for (const key of entity.keys?.slice(0, 2) ?? [])
      give(`@${entity.type}:${key}`, 0.4 + 0.5 * Math.min(1, entity.weight * 3))
  }
  return top(weights, NAMES)
}

function nameTermsOf(
  article: ArticleInput,
  titleTokens: Token[],
  lead: string,
  leadTokens: Token[],
): string[] {
  const named = (article.entities ?? []).flatMap(({ name }) => tokens(name))
  const known = [
    ...knownNames(article.title, titleTokens, article.lang),
    ...knownNames(lead, leadTokens, article.lang),
  ]
  return [...new Set(termsOf([...named, ...known], article.lang))].slice(0, 60)
}

function keyOfName({ surface, folded }: Token, lang: string): string {
  const skeleton = skeletonOfWord(surface, folded, lang)
  return skeleton && `~${skeleton}`
}

function pivotsOf(
  titleTokens: Token[],
  leadTokens: Token[],
  bodyTokens: Token[],
  lang: string,
): [string, number][] {
  const weights = new Map<string, number>()
  const parts: [Token[], number][] = titleTokens.length > 0 ? [[titleTokens, 1]] : []
  parts.push([leadTokens, 0.6], [bodyTokens.slice(leadTokens.length, leadTokens.length + 200), 0.3])
  for (const [part, share] of parts)
    for (const [pivot, weight] of meaningsOf(part, lang))
      if (weight * share > 0.02 && weight * share > (weights.get(pivot) ?? 0))
        weights.set(pivot, weight * share)
  return top(weights, PIVOTS)
}

function allFigures(
  title: string,
  titleTokens: Token[],
  body: string,
  bodyTokens: Token[],
  lang: string,
): string[] {
  const found = [...figuresOf(title, titleTokens, lang), ...figuresOf(body, bodyTokens, lang).slice(0, 20)]
  const scores = [...scoresOf(title), ...scoresOf(body.slice(0, LEAD_CHARACTERS))]
  return [
    ...new Set([
      ...distinctionsOf(titleTokens, lang),
      ...scores.map((s) => `score:${s}`),
      ...found.map((f) => `${f.unit}:${f.value}`),
    ]),
  ].slice(0, 18)
}
