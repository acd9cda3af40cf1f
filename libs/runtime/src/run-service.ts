import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { line } from '@newsbraid/stages'
import pino, { type Logger } from 'pino'
import { startApi } from './api-server.ts'
import { readEnv } from './config/settings.ts'
import { type Config, toConfig } from './config/to-config.ts'
import { seedFeeds } from './feeds/seed-feeds.ts'
import { healthServer } from './health-server.ts'
import { watchForUncaught } from './last-words.ts'
import { createMetrics } from './metrics.ts'
import { type OpenLine, openLine } from './open-line.ts'
import { repeat } from './repeat.ts'
import { type AnyStage, runStage, type Runner } from './stage-runner.ts'
import { workInHand } from './work-in-hand.ts'
import { tellFailure } from './tell-failure.ts'

export type StageName = AnyStage['name']
export type ServiceOptions = {
  name: string
  /** The stages this process runs; none for a process that only serves */
  stages: readonly StageName[]
  /** Serves pages, API, feeds and dashboard; otherwise only health and metrics */
  api?: boolean
  /** Adds the feeds of FEEDS at start */
  seeds?: boolean
  /** Changes the configuration before anything is opened, and starts what must stand beside the service */
  prepare?: (config: Config, logger: Logger) => Promise<{ config: Config; close?: () => Promise<void> }>
  /** Called once everything runs, with the address it is reached at */
  ready?: (address: string, open: OpenLine, logger: Logger) => Promise<void> | void
  env?: Readonly<Record<string, string | undefined>>
  /** File descriptor of the log lines: 1 the output, 2 the error output */
  logTo?: 1 | 2
}

export type Service = { address: string; open: OpenLine; logger: Logger; stop: () => Promise<void> }

/** Opens the line, runs the stages, serves, and returns how to stop: readiness first, then what is in hand, then connections. */
export async function startService(options: ServiceOptions): Promise<Service> {
  let config = toConfig(readEnv(options.env ?? process.env))
  const logger = pino(
    { level: config.logLevel, base: { service: options.name } },
    pino.destination({ fd: options.logTo ?? 1, sync: true }),
  )
  const closers: (() => Promise<void>)[] = []
  let ready = false
  try {
    const prepared = await options.prepare?.(config, logger)
    if (prepared) {
      config = prepared.config
      if (prepared.close) closers.push(prepared.close)
    }
    const stages = line.filter((stage) => options.stages.includes(stage.name))
    const metrics = createMetrics(options.name)
    const { askedModel } = metrics
    const open = await openLine(config, logger, { workers: 2 * stages.length, askedModel })
    closers.push(open.close)
    metrics.onQueueCounts(async () => {
      const counts = await Promise.all(
        line.map(async ({ takes: { queue } }) => ({ queue, counts: await open.bus.counts(queue) })),
      )
      return counts.flatMap(({ queue, counts }) =>
        Object.entries(counts).map(([state, count]) => ({ queue, state, count })),
      )
    })
    if (open.database.sole) await takeOverAll(open)
    if (options.seeds && config.feeds) await seedFeeds(open, config.feeds, logger)
    const isReady = async () => {
      if (!ready) throw new Error('Not ready: the service is starting or stopping')
      await open.database.pool.query('SELECT 1')
      await open.bus.check()
    }
    const handler = options.api
      ? await startApi(open, config, { metrics, logger, isReady: () => ready })
      : healthServer({ isReady, metrics })
    const server = http.createServer(handler.listener)
    closers.push(async () => {
      handler.close?.()
      await closeServer(server)
    })
    const address = await listen(server, config.server)
    const runners = new Map<string, Runner>()
    const hands = workInHand()
    const heartbeat = repeat(logger, 'heartbeat', async () => {
      await hands.touch(open.ledger)
      return Math.min(5000, config.leaseMs / 3)
    })
    closers.push(async () => {
      await Promise.all([...runners.values()].map((runner) => runner.stop()))
      await heartbeat.stop()
    })
    for (const stage of stages) {
      // Those who take what this stage sends look for it at once
      const onFinished = () =>
        [stage.takes, ...stage.sends].forEach(({ queue }) => runners.get(queue)?.kick())
      runners.set(
        stage.takes.queue,
        await runStage(stage, open, { logger, metrics, leaseMs: config.leaseMs, hands, onFinished }),
      )
    }
    ready = true
    logger.info({ address, stages: stages.map(({ name }) => name) }, 'service runs')
    await options.ready?.(address, open, logger)
    const stop = once(async () => {
      ready = false
      logger.info('service stops')
      await closeAll(closers, logger)
    })
    return { address, open, logger, stop }
  } catch (error) {
    await closeAll(closers, logger)
    throw error
  }
}

/** A stop takes no longer than this; container engines must wait a little longer before they kill */
export const DRAIN_MS = 25_000

/** Runs a service until SIGTERM or SIGINT. A failed start is told in one line and sets exit code 1. */
export async function runService(options: ServiceOptions): Promise<void> {
  let service: Service
  try {
    service = await startService(options)
  } catch (error) {
    tellFailure(options.name, error)
    return
  }
  watchForUncaught(service.logger, service.stop)
  let stopping: Promise<void> | undefined
  const onSignal = () => {
    // What can't be finished by then is taken up again from the store
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    stopping ??= service.stop().finally(() => {
      process.off('SIGTERM', onSignal)
      process.off('SIGINT', onSignal)
    })
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** Nobody else uses the embedded store: whatever was in hand belongs to a process that is gone. */
async function takeOverAll(open: OpenLine): Promise<void> {
  for (const stage of line) while ((await open.ledger.recover(stage.name, 0)) > 0);
  await open.database.pool.query('UPDATE leases SET expires_at = now()')
}

async function closeAll(closers: (() => Promise<void>)[], logger: Logger): Promise<void> {
  for (const close of closers.splice(0).reverse())
    await close().catch((error: unknown) => logger.error({ err: error }, 'stopping was not clean'))
}

const listen = (server: http.Server, { host, port }: { host: string; port: number }): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Cannot listen on "${host}:${port}": the port is taken; set PORT to another one`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })

const closeServer = (server: http.Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Streams to browsers never end by themselves
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= act())
}
