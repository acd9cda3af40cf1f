import { type BullBus, postgresBus, redisBus } from '@newsbraid/bus'
import { createFetcher, decompress } from '@newsbraid/http-fetch'
import type { ApiStore, IngestRequest } from '@newsbraid/model'
import type { Ledger } from '@newsbraid/pipeline'
import { lanedStages, stageOf, type StagePorts, type StoreWrites } from '@newsbraid/stages'
import {
  changeBell,
  createApiStore,
  createLease,
  createLedger,
  type Database,
  hostsOn,
  ingest,
  type Lease,
  openDatabase,
  type PlacementWriter,
  placementWriter,
  type PushDoor,
  pushBook,
  pushDoor,
  stageReads,
  stageWrites,
} from '@newsbraid/store'
import type { Logger } from 'pino'
import { ulid } from 'ulid'
import type { Config } from './config/to-config.ts'
import type { Metrics } from './metrics.ts'
import { openEmbedder, openTagger } from './open-models.ts'
import { whenReachable } from './when-reachable.ts'

/** Everything that stands between the stages and the world, opened once a process. */
export type OpenLine = {
  database: Database
  bus: BullBus
  ledger: Ledger<StoreWrites>
  lease: Lease
  writer: PlacementWriter
  ports: StagePorts
  apiStore: ApiStore
  pushDoor: PushDoor
  close: () => Promise<void>
}

/** Opens store, queue and the client for the web as the settings say; on failure what was opened is closed again. */
export async function openLine(
  config: Config,
  logger: Logger,
  options: { workers: number; askedModel?: Metrics['askedModel'] },
): Promise<OpenLine> {
  const closers: (() => Promise<void>)[] = []
  let isClosing = false
  const close = async () => {
    isClosing = true
    for (const one of closers.splice(0).reverse()) await one()
  }
  const complain = (what: string) => (error: Error) => {
    if (!isClosing) logger.warn({ err: error }, `${what} lost its connection and reconnects`)
  }
  try {
    const database = await whenReachable(logger, 'database', () =>
      openDatabase({ ...config.store, poolSize: 12 + options.workers, onError: complain('store') }),
    )
    closers.push(database.close)
    const bus = config.redisUrl
      ? await redisBus(config.redisUrl, { onError: complain('queue') })
      : await postgresBus(database.connection, { workers: options.workers, onError: complain('queue') })
    closers.push(bus.close)
    const { timeoutMs, maxBytes, userAgent, allowPrivate, hostConnections, hostDelaySeconds } =
      config.fetching
    const client = createFetcher({ timeoutMs, maxBytes, userAgent, allowPrivate, maxRedirects: 5 })
    closers.push(client.close)
    const told = { userAgent, logger, ...(options.askedModel ? { asked: options.askedModel } : {}) }
    const tagger = config.tagger && openTagger(config.tagger, told)
    if (tagger) closers.push(tagger.close)
    const embedder = config.embedder && openEmbedder(config.embedder, told)
    if (embedder) closers.push(embedder.close)
    const lease = createLease(database.pool, 'place', ulid(), Math.min(15_000, config.leaseMs))
    closers.push(() => lease.release().catch(() => {}))
    const writer = placementWriter(database.pool, lease)
    const ledger = createLedger(
      database.pool,
      { stageOf, laneWidth: hostConnections, laned: lanedStages },
      (tx) => stageWrites(tx, lease),
    )
    const ports: StagePorts = {
      store: stageReads(database.pool),
      // A connection that must be opened first leaves later than one that stands
      hosts: hostsOn(database.pool, hostDelaySeconds > 0 ? hostDelaySeconds + 0.01 : 0),
      push: pushBook(database.pool, config.server.publicUrl),
      fetch: client.fetch,
      gunzip: async (bytes, limit) => decompress(bytes, 'gzip', limit),
      writer,
      ...(tagger ? { tagger: tagger.ask } : {}),
      ...(embedder ? { embedder: embedder.ask } : {}),
      politeness: config.politeness,
      now: () => Date.now(),
      random: () => Math.random(),
      newId: () => ulid(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }
    const bell = changeBell(database.connection)
    closers.push(bell.close)
    const side = {
      ingest: (request: IngestRequest, waitMs: number) => ingest(database.pool, stageOf, request, waitMs),
      onChange: bell.onChange,
    }
    const apiStore = createApiStore(database.pool, side, {
      pollFloorSeconds: config.politeness.pollMinSeconds,
    })
    return { pushDoor: pushDoor(database.pool), database, bus, ledger, lease, writer, ports, apiStore, close }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}
