import type { PageFacts } from './page-facts.ts'
import { bare } from './furniture-line.ts'

/** Digest of a page for its site's template: what stood where, and what became of it. Plain data, safe to store. */
export type Footprint = {
  url: string
  title: number
  /** Per block: hash of its words, hash of its path, length, kept */
  blocks: { text: number; path: number; chars: number; kept: boolean }[]
}
export const footprintLimits = { blocks: 600 }

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Tag and class names from the block upwards, without numbers: the same place on every page of a template. */
export function pathOf(facts: PageFacts, node: number): string {
  const steps: string[] = []
  for (let n = node, up = 0; n > 0 && up < 6; n = facts.tree.parent[n] ?? 0, up++) {
    const classes = (facts.tree.attributes[n]?.class ?? '')
      .split(/\s+/)
      .filter((c) => c !== '' && !/\d/.test(c))
      .slice(0, 3)
    steps.push([facts.tree.name[n] ?? '', ...classes].join('.'))
  }
  return steps.join('<')
}

export function footprintOf(facts: PageFacts, kept: Uint8Array, title: string, url: string): Footprint {
  const blocks = facts.blocks.slice(0, footprintLimits.blocks).map((block, b) => ({
    text: hashOf(bare(block.text)),
    path: hashOf(pathOf(facts, block.node)),
    chars: block.text.length,
    kept: kept[b] === 1,
  }))
  return { url, title: hashOf(bare(title)), blocks }
}
