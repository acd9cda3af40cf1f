import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { Express, RequestHandler } from 'express'
import type { BoardQueue } from '../ports.ts'

export const BOARD_PATH = '/admin/queues'

/** The Bull Board dashboard over these queues, to be mounted at BOARD_PATH. */
export function queueBoard(queues: readonly BoardQueue[]): RequestHandler {
  const serverAdapter = new ExpressAdapter().setBasePath(BOARD_PATH)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Newsbraid queues', hideDocsLink: true } },
  })
  const board = serverAdapter.getRouter() as Express
  board.disable('x-powered-by')
  return board
}
