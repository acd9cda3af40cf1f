import type { Bus, BusJob } from './bus.ts'
import type { JobDefinition } from './job.ts'
import type { Due, Ledger } from './ledger.ts'

export type Dispatched = { name: string; takes: JobDefinition; highWater: number }
/** A stage further on, and how many items may wait for it before nobody sends it more. */
export type Downstream = { name: string; enough: number }

/** Items that leave the store in one go, at most. */
const MOST_AT_ONCE = 500

/**
 * Moves due items of one stage from the store onto its queue, until nothing is due or the queue holds `highWater` jobs;
 * nothing moves while a stage further on has enough waiting (back-pressure: what does not fit waits in the store). The
 * queue is kept short, so that items gather in the store and go in whole batches when there are many. Returns how many
 * items went. When the queue can't be reached the items become ready again and the error is thrown.
 */
export async function dispatchDue(
  stage: Dispatched,
  downstream: readonly Downstream[],
  ledger: Pick<Ledger<never>, 'dispatch' | 'release' | 'backlog'>,
  bus: Pick<Bus, 'add' | 'counts'>,
  newToken: () => string,
): Promise<number> {
  const { waiting } = await bus.counts(stage.takes.queue)
  const room = stage.highWater - waiting
  if (room <= 0) return 0
  for (const { name, enough } of downstream) if ((await ledger.backlog(name, enough)) >= enough) return 0
  const token = newToken()
  const due = await ledger.dispatch(stage.name, Math.min(room * stage.takes.maxBatch, MOST_AT_ONCE), token)
  if (due.length === 0) return 0
  try {
    await bus.add(stage.takes.queue, jobsOf(stage, due, token))
  } catch (error) {
    await ledger.release(stage.name, token)
    throw error
  }
  return due.length
}

/** One token for all: it names the dispatch, and each job holds other ids. */
function jobsOf({ takes }: Dispatched, due: readonly Due[], token: string): BusJob[] {
  const batches: string[][] = due.filter(({ alone }) => alone).map(({ id }) => [id])
  const others = due.filter(({ alone }) => !alone).map(({ id }) => id)
  for (let at = 0; at < others.length; at += takes.maxBatch)
    batches.push(others.slice(at, at + takes.maxBatch))
  return batches.map((ids, n) => ({
    id: `${takes.queue}-${token}-${n}`,
    name: takes.name,
    payload: { ids, token },
  }))
}
