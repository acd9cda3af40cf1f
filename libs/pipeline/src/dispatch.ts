import type { Bus } from './bus.ts'
import type { JobDefinition } from './job.ts'
import type { Ledger } from './ledger.ts'

export type Dispatched = { name: string; takes: JobDefinition; highWater: number }

/**
 * Moves due items of one stage from the store onto its queue, until nothing is due or the queue holds `highWater` jobs
 * (back-pressure: what does not fit waits in the store). Returns how many items went. When the queue can't be reached
 * the items become ready again and the error is thrown.
 */
export async function dispatchDue(
  stage: Dispatched,
  ledger: Pick<Ledger<never>, 'dispatch' | 'release'>,
  bus: Pick<Bus, 'add' | 'counts'>,
  newToken: () => string,
): Promise<number> {
  const { waiting } = await bus.counts(stage.takes.queue)
  let moved = 0
  for (let room = stage.highWater - waiting; room > 0; room--) {
    const token = newToken()
    const ids = await ledger.dispatch(stage.name, stage.takes.maxBatch, token)
    if (ids.length === 0) break
    try {
      await bus.add(stage.takes.queue, [{ id: `${stage.takes.queue}-${token}`, name: stage.takes.name, payload: { ids, token } }])
    } catch (error) {
      await ledger.release(stage.name, token)
      throw error
    }
    moved += ids.length
    if (ids.length < stage.takes.maxBatch && stage.takes.maxBatch > 1) break
  }
  return moved
}
