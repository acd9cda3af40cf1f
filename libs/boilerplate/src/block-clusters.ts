import type { Block } from './page-blocks.ts'
import type { PageTree } from './parse-page.ts'

/** By block: number of its path, which blocks with the same tags and classes of owner and owner's parent share. */
export function clustersOf(tree: PageTree, blocks: readonly Block[]): Int32Array {
  const kinds = new Map<string, Map<string, number>>()
  let kindCount = 0
  /** Number of an element's tag and class names */
  const kindOf = (node: number): number => {
    const classes = tree.attributes[node]?.class ?? ''
    let byName = kinds.get(classes)
    if (!byName) kinds.set(classes, (byName = new Map()))
    const name = tree.name[node] ?? ''
    let kind = byName.get(name)
    if (kind === undefined) byName.set(name, (kind = kindCount++))
    return kind
  }
  const clusters = new Map<number, number>()
  const found = new Int32Array(blocks.length)
  for (let b = 0; b < blocks.length; b++) {
    const node = blocks[b]?.node ?? 0
    const key = kindOf(node) * 0x100000 + kindOf(tree.parent[node] ?? 0)
    let cluster = clusters.get(key)
    if (cluster === undefined) clusters.set(key, (cluster = clusters.size))
    found[b] = cluster
  }
  return found
}
