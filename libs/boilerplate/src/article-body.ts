import { type CleanArticle, type Cleaned, type DroppedBlock } from '@newsbraid/model'

export const emptyArticle = (): CleanArticle => ({
  title: '',
  authors: [],
  language: 'und',
  dir: 'ltr',
  text: '',
  html: '',
  kind: 'article',
  dropped: [],
})

export const droppedLimits = { blocks: 400, chars: 500 }

/** Adds a dropped block, its text capped; blocks beyond the limit are not listed. */
export function addDropped(list: DroppedBlock[], text: string, reason: string, evidence?: string): void {
  if (list.length >= droppedLimits.blocks) return
  const block: DroppedBlock = { text: text.slice(0, droppedLimits.chars), reason }
  if (evidence) block.evidence = evidence
  list.push(block)
}

export const ended = (outcome: Cleaned['outcome'], article: CleanArticle, detail?: string): Cleaned =>
  detail ? { outcome, article, detail } : { outcome, article }
