import type { Extraction, Mention } from '@newsbraid/model'
import { adjoiningCountry, articleCountry } from './article-country.ts'
import { articleEntities } from './article-entities.ts'
import type { Found } from './found.ts'
import { languageTools } from './languages.ts'
import { procliticCut } from './proclitic-cut.ts'
import { propagate } from './propagate.ts'
import { type GivenSpans, tokenSpans } from './served/given-spans.ts'
import { otherNames, partTitles, type Span, spansOf } from './spans.ts'
import type { Tagged } from './tagging/tagger.ts'
import { type Token, tokens } from './tagging/tokens.ts'
import type { WordInfo } from './tagging/word-info.ts'

const MAX_UNITS = 400_000

/**
 * People, organisations and places of an article. Offsets are UTF-16 units into `title + "\n\n" + text`; titles, ranks
 * and Arabic proclitics stay outside a mention. Text beyond 400,000 units is not read. `given`: what a tagger from outside
 * found, instead of the own one.
 */
export function extractMentions(
  article: { title: string; text: string; language: string },
  given?: GivenSpans,
): Extraction {
  const { mentions, entities } = extractFrom(
    wholeText(article),
    article.language,
    article.title.length,
    given,
  )
  return { mentions, entities }
}

/** The text that offsets lead into. */
export const wholeText = ({ title, text }: { title: string; text: string }): string =>
  title ? `${title}\n\n${text}` : text

/** Names of works, events and currencies, where a model knows them: no entities, but no unknown words either. */
export type OtherNames = { others: { start: number; end: number }[] }

/** The same for a text whose first `titleUnits` units are its title, with the places of names that are no entity. */
export function extractFrom(
  whole: string,
  language: string,
  titleUnits: number,
  given?: GivenSpans,
): Extraction & OtherNames {
  const text = whole.length > MAX_UNITS ? whole.slice(0, MAX_UNITS) : whole
  const { code, tagger, lexicon } = languageTools(language.toLowerCase().split(/[-_]/)[0] ?? 'und')
  const all = tokens(text, code)
  const tagged = tagger.tag(all)
  const spans = propagate(foundSpans(all, tagged, code, given), all, tagged, code)
  const standing = new Set(tagged.words.map((w) => w.norm))
  const taken = all.map(() => false)
  for (const span of spans) taken.fill(true, span.from, span.to)
  const found: Found[] = []
  for (const span of spans) {
    partTitles(span, all, tagged, taken)
    const head = tagged.words[span.from]
    const last = all[span.to - 1]
    const first = all[span.from]
    if (!head || !last || !first) continue
    if (code === 'ar')
      span.cut = procliticCut(
        head,
        tagged.words[span.from + 1],
        standing,
        lexicon,
        taken[span.from - 1] ?? false,
      )
    const start = first.start + span.cut
    if (last.end <= start) continue
    const titled = span.titlesFrom < span.from ? all[span.titlesFrom] : undefined
    const titles = titled
      ? titlesOf(text.slice(titled.start, first.start), tagged.words[span.titlesFrom]?.cut ?? 0)
      : ''
    found.push({
      start,
      end: last.end,
      surface: text.slice(start, last.end),
      type: span.type,
      titles: titles ? [titles] : [],
      inTitle: start < titleUnits,
      ...(span.type === 'organisation' && {
        country: adjoiningCountry(tagged.words, span.from, span.to),
        isSetOff:
          /^["“”„«(]$/.test(all[span.from - 1]?.text ?? '') && /^["“”»)]$/.test(all[span.to]?.text ?? ''),
      }),
      ...canonical(text.slice(start, last.end), tagged.words.slice(span.from, span.to), span.cut),
    })
  }
  const people = all.map(() => false)
  for (const span of spans) if (span.type === 'person') people.fill(true, span.from, span.to)
  const country = articleCountry(found, tagged.words, (word) => people[word] ?? false)
  const { entities, entityOf } = articleEntities(found, code, country)
  const mentions = found.map(({ start, end, surface, type, titles }, i): Mention => {
    const entity = entityOf[i] ?? 0
    return { start, end, surface, type: entities[entity]?.type ?? type, titles, entity }
  })
  return { mentions, entities, others: otherNames(all, tagged, taken) }
}

function foundSpans(all: readonly Token[], tagged: Tagged, code: string, given?: GivenSpans): Span[] {
  const own = spansOf(all, tagged, code)
  if (!given) return own
  const behind = own.filter(({ from }) => (all[from]?.start ?? 0) >= given.until)
  const before = tokenSpans(given.spans, all, code).filter(({ to }) => (all[to - 1]?.end ?? 0) <= given.until)
  return [...before, ...behind]
}

/** Titles without proclitics: `للفريق` is `الفريق`. */
const titlesOf = (text: string, cut: number): string =>
  (cut && text.slice(cut - 1).startsWith('لل') ? `ا${text.slice(cut)}` : text.slice(cut))
    .replace(/\s+/g, ' ')
    .trim()

/** The name without proclitics; `لل…` gets the article back that the spelling swallows. */
function canonical(
  surface: string,
  words: readonly WordInfo[],
  cut: number,
): { name: string; words: string[] } {
  const name = surface.replace(/\s+/g, ' ')
  const folded = words
    .map((w, i) => (i === 0 && cut ? w.norm.slice(cut) : w.norm))
    .filter((w) => /[\p{L}\p{N}]/u.test(w))
  const head = words[0]?.norm ?? ''
  const swallowed = cut > 0 && head.slice(cut - 1).startsWith('لل') && !head.slice(cut).startsWith('ال')
  return swallowed
    ? { name: `ا${name}`, words: [`ا${folded[0] ?? ''}`, ...folded.slice(1)] }
    : { name, words: folded }
}
