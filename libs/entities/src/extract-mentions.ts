import type { Extraction, Mention } from '@newsbraid/model'
import { articleEntities, type Found } from './article-entities.ts'
import { languageTools } from './languages.ts'
import { procliticCut } from './proclitic-cut.ts'
import { propagate } from './propagate.ts'
import { partTitles, spansOf } from './spans.ts'
import { tokens } from './tagging/tokens.ts'

const MAX_UNITS = 400_000

/**
 * People, organisations and places of an article. Offsets are UTF-16 units into `title + "\n\n" + text`; titles, ranks
 * and Arabic proclitics stay outside a mention. Text beyond 400,000 units is not read.
 */
export function extractMentions(article: { title: string; text: string; language: string }): Extraction {
  const whole = article.title ? `${article.title}\n\n${article.text}` : article.text
  return extractFrom(whole, article.language, article.title.length)
}

/** The same for a text whose first `titleUnits` units are its title. */
export function extractFrom(whole: string, language: string, titleUnits: number): Extraction {
  const text = whole.length > MAX_UNITS ? whole.slice(0, MAX_UNITS) : whole
  const { code, tagger } = languageTools(language.toLowerCase().split(/[-_]/)[0] ?? 'und')
  const all = tokens(text, code)
  const tagged = tagger.tag(all)
  const spans = propagate(spansOf(all, tagged), all, tagged)
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
    if (code === 'ar') span.cut = procliticCut(head, standing)
    const start = first.start + span.cut
    if (last.end <= start) continue
    const titles = text.slice(all[span.titlesFrom]?.start ?? start, first.start).trim()
    found.push({
      start,
      end: last.end,
      surface: text.slice(start, last.end),
      type: span.type,
      titles: titles ? [titles.replace(/\s+/g, ' ')] : [],
      inTitle: start < titleUnits,
      words: tagged.words.slice(span.from, span.to).map((w, i) => (i === 0 && span.cut ? w.norm.slice(span.cut) : w.norm)),
    })
  }
  const { entities, entityOf } = articleEntities(found, code)
  const mentions = found.map(({ start, end, surface, type, titles }, i): Mention => {
    const entity = entityOf[i] ?? 0
    return { start, end, surface, type: entities[entity]?.type ?? type, titles, entity }
  })
  return { mentions, entities }
}
