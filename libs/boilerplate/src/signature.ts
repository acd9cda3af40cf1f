import { BYLINE_PREFIX, namesOf } from './author-names.ts'
import { ELSEWHERE } from './bylines.ts'
import type { PageFacts } from './page-facts.ts'

const SIGNATURE_WORDS = 4
const isNameLike = (text: string): boolean =>
  text.split(' ').every((w) => /^\p{Lu}[\p{L}'’.-]*$/u.test(w) || /^[\p{Lo}\p{M}]+$/u.test(w))

/** The name that signs the article below its last line: after a word for author, or alone in bold or at the far side. */
export function signatureBelow(facts: PageFacts, bodyEnd: number): string[] {
  const { tree, blocks, hint } = facts
  for (let b = Math.min(bodyEnd + 3, blocks.length - 1); b >= Math.max(0, bodyEnd - 2); b--) {
    const block = blocks[b]
    if (!block || block.text.length > 60 || ELSEWHERE.has(hint[block.node] ?? 'widget')) continue
    const bare = block.text.replace(/^[([（【]+|[)\]）】]+$/gu, '').trim()
    if (/[.!?؟。:]$/.test(bare)) continue
    if (BYLINE_PREFIX.test(bare) && b <= bodyEnd + 3 && bare.split(' ').length <= 6) {
      const names = namesOf(bare)
      if (names.length > 0 && names.every(isNameLike)) return names
    }
    const isSet =
      /text-align\s*:\s*(?:right|end)/i.test(tree.attributes[block.node]?.style ?? '') ||
      block.boldChars >= 0.9 * block.text.length
    const count = bare.split(' ').length
    if (
      b >= bodyEnd - 1 &&
      b <= bodyEnd + 1 &&
      isSet &&
      count >= 2 &&
      count <= SIGNATURE_WORDS &&
      isNameLike(bare)
    )
      return namesOf(bare)
  }
  return []
}
