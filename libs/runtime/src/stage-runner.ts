import { type Consumer, dispatchDue, runBatch } from '@newsbraid/pipeline'
import { line, stageOf } from '@newsbraid/stages'
import { cleanAgain, goOnRemoving } from '@newsbraid/store'
import type { Logger } from 'pino'
import { ulid } from 'ulid'
import type { Metrics } from './metrics.ts'
import type { OpenLine } from './open-line.ts'
import { repeat } from './repeat.ts'
import type { WorkInHand } from './work-in-hand.ts'

export type AnyStage = (typeof line)[number]
export type Runner = { stop: () => Promise<void>; kick: () => void }

/** Between two looks at what is due, however often a finished batch asks for one */
const SHORTEST_TICK_MS = 60
const BUSY_TICK_MS = 150
const IDLE_TICK_MS = 500

/**
 * Runs one stage in this process: takes its jobs, moves what is due from the store to its queue, takes over what other
 * processes left lying, and counts what is in hand. `onFinished` hears of every finished batch.
 */
export async function runStage(
  stage: AnyStage,
  open: OpenLine,
  deps: { logger: Logger; metrics: Metrics; leaseMs: number; hands: WorkInHand; onFinished: () => void },
): Promise<Runner> {
  const { ledger, bus, ports } = open
  const { metrics, hands } = deps
  const logger = deps.logger.child({ stage: stage.name })
  let busy = 0

  const handle = async (name: string, payload: unknown): Promise<void> => {
    const job = stage.takes.parse(name, payload)
    hands.take(job.token)
    busy++
    const started = performance.now()
    try {
      // One stage of a union: its item type is the same on both sides
      const report = await runBatch(stage as never, job, ledger, ports)
      for (const { id, end } of report) {
        metrics.finished(stage.name, end.kind === 'done' ? end.outcome : end.kind)
        if (end.kind === 'retry')
          logger.warn({ item: id, error: end.error }, 'item failed and is tried again')
        else if (end.kind === 'quarantine')
          logger.warn({ item: id, reason: end.reason }, 'item is quarantined')
        else logger.debug({ item: id, end }, 'item finished')
      }
    } catch (error) {
      logger.error({ err: error }, 'job failed; its items are taken up again')
      throw error
    } finally {
      hands.give(job.token)
      busy--
      metrics.batch(stage.name, (performance.now() - started) / 1000)
      deps.onFinished()
    }
  }

  const consumer = await takeJobs()
  const downstream = stage.sends.flatMap(({ queue }) =>
    line
      .filter(({ takes }) => takes.queue === queue && takes.queue !== stage.takes.queue)
      .map(({ name, enough }) => ({ name, enough })),
  )
  const pump = repeat(
    logger,
    'dispatch',
    async () => ((await dispatchDue(stage, downstream, ledger, bus, ulid)) > 0 ? BUSY_TICK_MS : IDLE_TICK_MS),
    SHORTEST_TICK_MS,
  )
  const rescue = repeat(logger, 'recovery', async () => {
    // A process that was busy for long is late with its own sign of life
    await hands.touch(ledger)
    const taken = await ledger.recover(stage.name, deps.leaseMs)
    if (taken > 0) logger.warn({ items: taken }, 'took over work that fell silent')
    return Math.min(10_000, deps.leaseMs / 3)
  })
  const again =
    stage.name === 'clean-page'
      ? repeat(logger, 'second cleaning', async () => {
          const pages = await cleanAgain(open.database.pool, stageOf)
          if (pages > 0) logger.info({ pages }, 'early pages of young sites are cleaned again')
          return 2000
        })
      : undefined
  const removal =
    stage.name === 'poll-feed'
      ? repeat(logger, 'removal of sources', async () =>
          (await goOnRemoving(open.database.pool)) ? BUSY_TICK_MS : 5000,
        )
      : undefined
  return {
    kick: pump.now,
    async stop() {
      await Promise.all([pump.stop(), rescue.stop(), again?.stop(), removal?.stop()])
      await consumer.close()
    },
  }

  function takeJobs(): Promise<Consumer> {
    return stage.name === 'place-article'
      ? takeUnderLease()
      : bus.consume(stage.takes.queue, handle, { concurrency: stage.concurrency })
  }

  /** Placing is for one process at a time: jobs are taken only while the lease is held, and never while events settle. */
  async function takeUnderLease(): Promise<Consumer> {
    let consumer: Consumer | undefined
    let turn: Promise<unknown> = Promise.resolve()
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const done = turn.then(work)
      turn = done.catch(() => {})
      return done
    }
    const keeper = repeat(logger, 'lease', async () => {
      const held = await open.lease.hold()
      if (held && !consumer) {
        const place = (name: string, payload: unknown) => inTurn(() => handle(name, payload))
        consumer = await bus.consume(stage.takes.queue, place, { concurrency: 1 })
      }
      if (!held && consumer) {
        const former = consumer
        consumer = undefined
        await former.close()
      }
      return 3000
    })
    const settler = repeat(logger, 'settling', async () => {
      if (!consumer || busy > 0) return 500
      const begun = performance.now()
      const changes = await inTurn(() => open.writer.settle())
      if (changes > 0) logger.info({ changes }, 'events settled')
      // Grouping anew takes longer the more there is; it may have a twentieth of the time
      return Math.max(2000, 20 * (performance.now() - begun))
    })
    return {
      async close() {
        await Promise.all([keeper.stop(), settler.stop()])
        await consumer?.close()
        await open.lease.release()
      },
    }
  }
}
