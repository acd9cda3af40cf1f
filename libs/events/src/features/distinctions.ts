import { conceptOf, conceptOfPhrase } from './concepts.ts'
import { termsOf, type Token } from './terms.ts'

/** Concepts of which a happening has one of its kind: the semifinal is not the final, the women's race not the men's. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['final', 'round:final'],
  ['semifinal', 'round:semifinal'],
  ['quarterfinal', 'round:quarterfinal'],
  ['round_of_16', 'round:16'],
  ['opening_ceremony', 'ceremony:opening'],
  ['closing_ceremony', 'ceremony:closing'],
  ['first', 'ordinal:1'],
  ['second', 'ordinal:2'],
  ['third', 'ordinal:3'],
  ['men', 'sex:men'],
  ['women', 'sex:women'],
])

/** What tells the happening of a headline from its neighbours of one kind, as `kind:value`, in order. */
export function distinctionsOf(titleTokens: readonly Token[], lang: string): string[] {
  const found: string[] = []
  let before = ''
  for (const token of titleTokens) {
    const [term] = termsOf([token], lang)
    if (!term) continue
    const phrase = before && KINDS.get(conceptOfPhrase([before, term], lang) ?? '')
    const kind = phrase || KINDS.get(conceptOf(token.folded, term, lang) ?? '')
    // `semi-final` is no final
    if (phrase && found.length > 0 && KINDS.get(conceptOf('', before, lang) ?? '') === found.at(-1))
      found.pop()
    if (kind) found.push(kind)
    before = term
  }
  return [...new Set(found)]
}

/** The units `distinctionsOf` answers. */
export const DISTINCTIONS: readonly string[] = [
  ...new Set([...KINDS.values()].map((kind) => kind.split(':')[0] ?? '')),
]
