import type { Request, Response } from 'express'
import type { ApiStore, Change } from '@newsbraid/model'
import type { ApiLogger } from '../ports.ts'

const MAX_CLIENTS = 500
const MAX_WAITING_BYTES = 1024 * 1024
const HEARTBEAT_MS = 15_000
const BATCH = 500

type Client = { res: Response; seq: bigint }

/** Hands each change to every open stream once, in order. */
export type ChangeStream = {
  isFull: () => boolean
  /** Keeps the response open and sends it the changes after `seq`, old ones first. */
  join: (req: Request, res: Response, seq: string) => void
}

export function createChangeStream(
  store: Pick<ApiStore, 'changesAfter' | 'onChange'>,
  logger: ApiLogger,
): ChangeStream {
  const clients = new Set<Client>()
  let stopListening: (() => void) | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let isPumping = false
  let isWoken = false

  /** Reads from the client that is furthest behind; whoever has a change already skips it. */
  async function pump(): Promise<void> {
    isWoken = true
    if (isPumping) return
    isPumping = true
    try {
      while (isWoken && clients.size > 0) {
        isWoken = false
        const from = [...clients].reduce(
          (least, { seq }) => (seq < least ? seq : least),
          [...clients][0]?.seq ?? 0n,
        )
        const changes = await store.changesAfter(String(from), BATCH)
        for (const client of clients) send(client, changes)
        if (changes.length === BATCH) isWoken = true
      }
    } catch (error) {
      logger.warn({ err: error }, 'stream waits for the store')
    } finally {
      isPumping = false
    }
  }

  function send(client: Client, changes: readonly Change[]): void {
    for (const change of changes) {
      const seq = BigInt(change.seq)
      if (seq <= client.seq) continue
      client.res.write(`id: ${change.seq}\nevent: ${change.kind}\ndata: ${JSON.stringify(change)}\n\n`)
      client.seq = seq
    }
    // It reads too slowly; it comes back with Last-Event-ID
    if (client.res.writableLength > MAX_WAITING_BYTES) client.res.destroy()
  }

  function beat(): void {
    for (const { res } of clients) res.write(': still here\n\n')
    // Also mends what a failed read left behind
    void pump()
  }

  function leave(client: Client): void {
    clients.delete(client)
    if (clients.size > 0) return
    stopListening?.()
    stopListening = undefined
    clearInterval(heartbeat)
  }

  return {
    isFull: () => clients.size >= MAX_CLIENTS,
    join: (req, res, seq) => {
      res.status(200)
      res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      if (req.method === 'HEAD') return void res.end()
      res.flushHeaders()
      res.write('retry: 3000\n\n')
      const client = { res, seq: BigInt(seq) }
      clients.add(client)
      res.on('close', () => leave(client))
      if (clients.size === 1) {
        stopListening = store.onChange(() => void pump())
        heartbeat = setInterval(beat, HEARTBEAT_MS).unref()
      }
      void pump()
    },
  }
}
