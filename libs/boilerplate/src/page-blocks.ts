import type { PageTree } from './parse-page.ts'
import { squeezed } from './squeeze.ts'

const BLOCK = new Set(
  '#root html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption noframes'.split(
    ' ',
  ),
)
export const isBlockName = (name: string): boolean => BLOCK.has(name) || name.includes('-')

/** A run of text that stands on lines of its own: what a reader sees as a paragraph, heading, list item or caption. */
export type Block = {
  /** The block-level element that holds the run directly */
  node: number
  /** First and last text node of the run */
  first: number
  last: number
  text: string
  linkChars: number
  boldChars: number
  /** Number of links and of pictures inside the run */
  links: number
  /** The run ends at a double line break, not at the end of its element */
  byBreak: boolean
}

/** Cuts the page into blocks in document order. `pre` keeps its line breaks; elsewhere white space is one space. */
export function blocksOf(tree: PageTree): Block[] {
  const { name, end, text } = tree
  const total = name.length
  const blocks: Block[] = []
  const unclosed = unclosedLinks(tree)
  // Open elements, as indices; block-level owners separately
  const open: number[] = [0]
  const owners: number[] = [0]
  let run = ''
  let first = -1
  let last = -1
  let linkChars = 0
  let boldChars = 0
  let links = 0
  let inLink = 0
  let inBold = 0
  let breaks = 0

  const flush = (byBreak: boolean): void => {
    if (first >= 0) {
      const owner = owners[owners.length - 1] ?? 0
      const line = (name[owner] === 'pre' ? run.replace(/[ \t]+\n/g, '\n') : squeezed(run)).trim()
      if (line !== '')
        blocks.push({
          node: owner,
          first,
          last,
          text: line,
          linkChars: Math.min(linkChars, line.length),
          boldChars: Math.min(boldChars, line.length),
          links,
          byBreak,
        })
    }
    run = ''
    first = -1
    last = -1
    linkChars = 0
    boldChars = 0
    links = 0
    breaks = 0
  }
  const close = (node: number): void => {
    const tag = name[node] ?? ''
    if (isBlockName(tag)) {
      flush(false)
      owners.pop()
    } else if (tag === 'a' && !unclosed.has(node)) inLink--
    else if (tag === 'b' || tag === 'strong') inBold--
  }

  for (let i = 1; i < total; i++) {
    while (open.length > 1 && i >= (end[open[open.length - 1] ?? 0] ?? 0)) close(open.pop() ?? 0)
    const tag = name[i] ?? ''
    if (tag === '') {
      const piece = text[i] ?? ''
      const blank = piece.trim() === ''
      if (!blank) {
        if (first < 0) first = i
        last = i
        breaks = 0
        const size = piece.trim().length
        if (inLink > 0) linkChars += size
        if (inBold > 0) boldChars += size
      }
      if (first >= 0) run += piece
      continue
    }
    if (tag === 'br') {
      if (first >= 0) {
        breaks++
        run += '\n'
        if (breaks >= 2) flush(true)
      }
      continue
    }
    open.push(i)
    if (isBlockName(tag)) {
      flush(false)
      owners.push(i)
    } else if (tag === 'a') {
      links++
      if (!unclosed.has(i)) inLink++
    } else if (tag === 'b' || tag === 'strong') inBold++
  }
  while (open.length > 1) close(open.pop() ?? 0)
  flush(false)
  return blocks
}

/** Links that hold other links were never closed by their author: what follows them isn't link text. */
function unclosedLinks(tree: PageTree): Set<number> {
  const unclosed = new Set<number>()
  let open = 0
  for (const i of tree.anchors) {
    if (open > 0 && i < (tree.end[open] ?? 0)) unclosed.add(open)
    open = i
  }
  return unclosed
}
