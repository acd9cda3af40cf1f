import type { PageTree } from './parse-page.ts'

/** Text of an element on one line, read up to about `most` characters. */
export function subtreeText({ text, end }: PageTree, node: number, most = 400): string {
  let run = ''
  for (let i = node; i < (end[node] ?? node) && run.length <= most; i++) run += text[i] ?? ''
  return run.replace(/\s+/g, ' ').trim()
}
