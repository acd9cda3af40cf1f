import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createFetcher, decompress } from '@newsbraid/http-fetch'
import type { ApiStore } from '@newsbraid/model'
import { runBatch } from '@newsbraid/pipeline'
import { lanedStages, line, stageOf, type StagePorts } from '@newsbraid/stages'
import {
  createApiStore,
  createLease,
  createLedger,
  type Database,
  hostsOn,
  openDatabase,
  placementWriter,
  pushBook,
  stageReads,
  stageWrites,
} from '@newsbraid/store'
import { ulid } from 'ulid'

export type Asked = { path: string; headers: http.IncomingHttpHeaders }
type Given = { status?: number; headers?: Record<string, string>; body?: string }
export type Origin = {
  url: string
  asked: Asked[]
  /** What the origin answers; a path without an entry is 404 */
  pages: Map<string, Given | ((asked: Asked) => Given)>
  close: () => Promise<void>
}

/** A local site that answers what the test puts there, and remembers what it was asked. */
export async function startOrigin(): Promise<Origin> {
  const pages: Origin['pages'] = new Map()
  const asked: Asked[] = []
  const server = http.createServer((request, response) => {
    const one = { path: request.url ?? '/', headers: request.headers }
    asked.push(one)
    const page = pages.get(one.path)
    const { status = 200, headers, body } = (typeof page === 'function' ? page(one) : page) ?? { status: 404 }
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type WalkedLine = {
  database: Database
  store: ApiStore
  /** Takes everything that is due through the whole line, until nothing is due any more. */
  walk: () => Promise<void>
  /** Lets hours pass: everything the store remembers is so much older. */
  pass: (hours: number) => Promise<void>
  close: () => Promise<void>
}

/** The whole line over a store of its own and the real client for the web, walked step by step without queues. */
export async function openWalkedLine(): Promise<WalkedLine> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-walk-'))
  const database = await openDatabase({ dataDir })
  const { pool } = database
  const client = createFetcher({
    timeoutMs: 5000,
    maxBytes: 4_000_000,
    userAgent: 'Newsbraid/0 (+https://newsbraid.example)',
    allowPrivate: '127.0.0.0/8',
    maxRedirects: 5,
  })
  const lease = createLease(pool, 'place', 'walk', 600_000)
  const ledger = createLedger(pool, { stageOf, laneWidth: 50, laned: lanedStages }, (tx) =>
    stageWrites(tx, lease),
  )
  const ports: StagePorts = {
    store: stageReads(pool),
    hosts: hostsOn(pool, 0),
    push: pushBook(pool, undefined),
    fetch: client.fetch,
    gunzip: async (bytes, limit) => decompress(bytes, 'gzip', limit),
    writer: placementWriter(pool, lease),
    politeness: {
      pollMinSeconds: 600,
      pollMaxSeconds: 3600,
      unconditionalEvery: 1000,
      movedAfter: 3,
      retryAfterCapSeconds: 3600,
      robotsCacheSeconds: 86_400,
      userAgent: 'Newsbraid',
    },
    now: () => Date.now(),
    random: () => 0.5,
    newId: () => ulid(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
  const side = {
    ingest: () => Promise.reject(new Error('Nothing is handed in here')),
    onChange: () => () => {},
  }
  const store = createApiStore(pool, side, { pollFloorSeconds: 0 })
  const step = async (): Promise<number> => {
    let done = 0
    await lease.hold()
    for (const stage of line)
      for (const { id } of await ledger.dispatch(stage.name, 100, `walk-${stage.name}`)) {
        // One stage of a union: its item type is the same on both sides
        await runBatch(stage as never, { ids: [id], token: `walk-${stage.name}` }, ledger, ports)
        done++
      }
    return done
  }
  return {
    database,
    store,
    async walk() {
      while ((await step()) > 0);
    },
    async pass(hours) {
      const back = `- ${hours} * interval '1 hour'`
      for (const [table, ...columns] of REMEMBERED)
        await pool.query(
          `UPDATE ${table} SET ${columns.map((column) => `${column} = ${column} ${back}`).join(', ')}`,
        )
    },
    async close() {
      await client.close()
      await database.close()
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

const REMEMBERED = [
  ['work', 'due_at', 'touched_at'],
  ['pages', 'discovered_at', 'fetched_at', 'gone_at'],
  ['feeds', 'last_poll_at', 'next_poll_at', 'last_entry_at'],
  ['articles', 'cleaned_at'],
  ['hosts', 'next_at'],
] as const
