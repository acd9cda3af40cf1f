import type { BlockMark } from '@newsbraid/model'
import { send } from './request.ts'

/** Says that a block belongs to the articles of its site, or never does; its pages are cleaned again. */
export function markBlock(
  articleId: string,
  text: string,
  verdict: BlockMark['verdict'],
): Promise<BlockMark> {
  return send('POST', `/articles/${encodeURIComponent(articleId)}/blocks`, { text, verdict })
}

/** Takes a word on a block back. */
export function unmarkBlock(id: string): Promise<BlockMark> {
  return send('DELETE', `/block-marks/${encodeURIComponent(id)}`)
}
