import type { ApiStore, BlockMark } from '@newsbraid/model'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import { listPage } from './list-page.ts'
import { iso } from './rows.ts'

export type BlockMarkRow = {
  id: string
  host: string
  text: string
  verdict: BlockMark['verdict']
  made_at: Date
}
export const BLOCK_MARK_COLUMNS = 'id, host, text, verdict, made_at'

export const blockMark = ({ id, host, text, verdict, made_at }: BlockMarkRow): BlockMark => ({
  id,
  host,
  text,
  verdict,
  at: iso(made_at),
})

/** The standing words of people on blocks, newest first. */
export const blockMarkReads = (pool: pg.Pool): Pick<ApiStore, 'blockMarks'> => ({
  async blockMarks({ host }, page) {
    const where = new Conditions()
    where.add('undone_at IS NULL')
    where.addIf(host, (value) => `host = ${value}`)
    const { rows, nextCursor, total } = await listPage<BlockMarkRow>(pool, {
      select: BLOCK_MARK_COLUMNS,
      from: 'block_marks',
      where,
      order: { sort: 'latest', by: 'made_at', kind: 'time', direction: 'DESC', id: 'id' },
      page,
    })
    return { items: rows.map(blockMark), nextCursor, total }
  },
})
