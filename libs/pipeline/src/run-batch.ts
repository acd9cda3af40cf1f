import type { ItemEnd } from '@newsbraid/model'
import { type Ended, Unprocessable } from './ended.ts'
import type { JobPayload } from './job.ts'
import type { Ledger } from './ledger.ts'
import type { Saved, Stage } from './stage.ts'

export type BatchReport = { id: string; end: ItemEnd }[]

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

const messageOf = (error: unknown): string => {
  const parts: string[] = []
  for (let e = error; e instanceof Error && parts.length < 4; e = e.cause) parts.push(e.message)
  return parts.join(': ') || String(error)
}

/**
 * Takes one job through a stage: claims its items, loads them, runs them one by one, saves what is done. An item that
 * throws costs only itself. When the batch can't be saved as a whole, each item is saved alone, so that one poisonous
 * result can't hold the others. Throws only when the store can't be reached; the items then stay claimed until recovery.
 */
export async function runBatch<Ports, Tx, Item, Result>(
  stage: Stage<Ports, Tx, Item, Result>,
  { ids, token }: JobPayload,
  ledger: Ledger<Tx>,
  ports: Ports,
): Promise<BatchReport> {
  const mine = await ledger.claim(stage.name, ids, token)
  if (mine.length === 0) return []
  const items = await stage.load(mine, ports)
  const finished: (Saved<Item, Result> & { end: ItemEnd })[] = []
  const report: BatchReport = []
  // In the order `load` chose
  for (const id of [...items.keys(), ...mine.filter((id) => !items.has(id))]) {
    const item = items.get(id)
    if (item === undefined) report.push({ id, end: { kind: 'done', outcome: 'vanished' } })
    else {
      const ran = await runOne(stage, item, ports)
      if (ran.kept) finished.push({ id, item, ...ran.kept, end: ran.end })
      else report.push({ id, end: ran.end })
    }
    await breathe()
  }
  if (report.length > 0) await ledger.finish(stage.name, token, report, stage.maxAttempts, async () => {})
  const save = (batch: typeof finished) =>
    ledger.finish(stage.name, token, batch, stage.maxAttempts, async (tx, held, send) => {
      const kept = batch.filter((saved) => held.has(saved.id))
      if (kept.length > 0) await stage.save(kept, tx, send, ports)
    })
  if (finished.length > 0)
    try {
      await save(finished)
      report.push(...finished.map(({ id, end }) => ({ id, end })))
    } catch (error) {
      stage.onSaveFailed?.(ports)
      if (finished.length === 1) report.push(await retryLater(stage, token, ledger, finished[0]!.id, error))
      else
        for (const one of finished)
          try {
            await save([one])
            report.push({ id: one.id, end: one.end })
          } catch (alone) {
            stage.onSaveFailed?.(ports)
            report.push(await retryLater(stage, token, ledger, one.id, alone))
          }
    }
  return report
}

type Ran<Result> = { end: ItemEnd; kept?: { result: Result; outcome: string } }

async function runOne<Ports, Tx, Item, Result>(
  stage: Stage<Ports, Tx, Item, Result>,
  item: Item,
  ports: Ports,
): Promise<Ran<Result>> {
  try {
    const ended: Ended<Result> = await stage.run(item, ports)
    if (ended.kind === 'defer') return { end: ended }
    const { result, ...end } = ended
    return { end, kept: { result, outcome: ended.outcome } }
  } catch (error) {
    return error instanceof Unprocessable
      ? { end: { kind: 'quarantine', reason: messageOf(error) } }
      : { end: { kind: 'retry', error: messageOf(error) } }
  }
}

/** An item whose result can't be saved is retried like one that failed to run; a store that is gone throws here again. */
async function retryLater<Ports, Tx, Item, Result>(
  stage: Stage<Ports, Tx, Item, Result>,
  token: string,
  ledger: Ledger<Tx>,
  id: string,
  error: unknown,
): Promise<{ id: string; end: ItemEnd }> {
  const end: ItemEnd = { kind: 'retry', error: `Cannot save: ${messageOf(error)}` }
  await ledger.finish(stage.name, token, [{ id, end }], stage.maxAttempts, async () => {})
  return { id, end }
}
