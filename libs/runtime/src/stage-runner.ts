import { type Consumer, dispatchDue, runBatch } from '@newsbraid/pipeline'
import type { line } from '@newsbraid/stages'
import type { Logger } from 'pino'
import { ulid } from 'ulid'
import type { Metrics } from './metrics.ts'
import type { OpenLine } from './open-line.ts'

export type AnyStage = (typeof line)[number]
export type Runner = { stop: () => Promise<void>; kick: () => void }

const TICK_MS = 200
const IDLE_TICK_MS = 1000
const HEARTBEAT_MS = 5000

/**
 * Runs one stage in this process: takes its jobs, moves what is due from the store to its queue, takes over what other
 * processes left lying, and tells the store that its own work is alive. `onFinished` hears of every finished batch.
 */
export async function runStage(stage: AnyStage, open: OpenLine, deps: { logger: Logger; metrics: Metrics; leaseMs: number; onFinished: () => void }): Promise<Runner> {
  const { ledger, bus, ports } = open
  const { metrics } = deps
  const logger = deps.logger.child({ stage: stage.name })
  const tokens = new Set<string>()

  const handle = async (name: string, payload: unknown): Promise<void> => {
    const job = stage.takes.parse(name, payload)
    tokens.add(job.token)
    const started = performance.now()
    try {
      // One stage of a union: its item type is the same on both sides
      const report = await runBatch(stage as never, job, ledger, ports)
      for (const { id, end } of report) {
        metrics.finished(stage.name, end.kind === 'done' ? end.outcome : end.kind)
        if (end.kind === 'retry') logger.warn({ item: id, error: end.error }, 'item failed and is tried again')
        else if (end.kind === 'quarantine') logger.warn({ item: id, reason: end.reason }, 'item is quarantined')
        else logger.debug({ item: id, end }, 'item finished')
      }
    } catch (error) {
      logger.error({ err: error }, 'job failed; its items are taken up again')
      throw error
    } finally {
      tokens.delete(job.token)
      metrics.batch(stage.name, (performance.now() - started) / 1000)
      deps.onFinished()
    }
  }

  const consumer = await takeJobs()
  const pump = repeat(logger, 'dispatch', async () => ((await dispatchDue(stage, ledger, bus, ulid)) > 0 ? TICK_MS : IDLE_TICK_MS / 2))
  const heartbeat = repeat(logger, 'heartbeat', async () => {
    if (tokens.size > 0) await ledger.touch([...tokens])
    return HEARTBEAT_MS
  })
  const rescue = repeat(logger, 'recovery', async () => {
    const taken = await ledger.recover(stage.name, deps.leaseMs, stage.maxAttempts)
    if (taken > 0) logger.warn({ items: taken }, 'took over work that fell silent')
    return Math.min(10_000, deps.leaseMs / 3)
  })
  return {
    kick: pump.now,
    async stop() {
      await Promise.all([pump.stop(), rescue.stop()])
      await consumer.close()
      await heartbeat.stop()
    },
  }

  function takeJobs(): Promise<Consumer> {
    return stage.name === 'place-article' ? takeUnderLease() : bus.consume(stage.takes.queue, handle, { concurrency: stage.concurrency })
  }

  /** Placing is for one process at a time: jobs are taken only while the lease is held. */
  async function takeUnderLease(): Promise<Consumer> {
    let consumer: Consumer | undefined
    const keeper = repeat(logger, 'lease', async () => {
      const held = await open.lease.hold()
      if (held && !consumer) consumer = await bus.consume(stage.takes.queue, handle, { concurrency: 1 })
      if (!held && consumer) {
        const former = consumer
        consumer = undefined
        await former.close()
      }
      return 3000
    })
    const settler = repeat(logger, 'settling', async () => {
      if (consumer && tokens.size === 0) {
        const changes = await open.writer.settle()
        if (changes > 0) logger.info({ changes }, 'events settled')
      }
      return 2000
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

type Repeating = { now: () => void; stop: () => Promise<void> }

/** Calls `act` again and again, each time after the pause it asked for; a failure is told and tried again. */
function repeat(logger: Logger, what: string, act: () => Promise<number>): Repeating {
  let stopped = false
  let again = false
  let wake = () => {}
  const loop = (async () => {
    while (!stopped) {
      again = false
      let pauseMs = 2000
      try {
        pauseMs = await act()
      } catch (error) {
        logger.warn({ err: error }, `${what} failed and is tried again`)
      }
      if (stopped || again) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    now() {
      again = true
      wake()
    },
    async stop() {
      stopped = true
      wake()
      await loop
    },
  }
}
