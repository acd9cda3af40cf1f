import fs from 'node:fs'
import path from 'node:path'
import { assertSafeToExpose, createApi } from '@newsbraid/http-api'
import { line } from '@newsbraid/stages'
import type { Logger } from 'pino'
import type { Config } from './config/to-config.ts'
import type { Handler } from './health-server.ts'
import type { Metrics } from './metrics.ts'
import type { OpenLine } from './open-line.ts'

/** Pages, API, feeds and dashboard as one request handler. Throws when it would stand open to the network without a password. */
export async function startApi(
  open: OpenLine,
  config: Config,
  deps: { metrics: Metrics; logger: Logger; isReady: () => boolean },
): Promise<Handler> {
  const { host, adminPassword, apiKeys, publicUrl } = config.server
  assertSafeToExpose(host, adminPassword)
  const readerDir = readerFolder()
  if (!readerDir) deps.logger.warn('the web pages are not built; only the API is served')
  const app = createApi({
    store: open.apiStore,
    queues: line.map(({ takes }) => open.bus.queueOf(takes.queue)),
    config: {
      host,
      apiKeys,
      ...(adminPassword ? { adminPassword } : {}),
      ...(publicUrl ? { publicUrl } : {}),
      ...(readerDir ? { readerDir } : {}),
    },
    push: open.pushDoor,
    metrics: deps.metrics.text,
    logger: deps.logger,
    isReady: deps.isReady,
  })
  return { listener: app }
}

/** The built pages: beside a built app, or in the checkout when run from source. */
function readerFolder(): string | undefined {
  const candidates = ['../reader', '../../../dist/apps/reader'].map((p) =>
    path.resolve(import.meta.dirname, p),
  )
  return candidates.find((folder) => fs.existsSync(path.join(folder, 'index.html')))
}
