import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Bus, busConformance } from '@newsbraid/pipeline'
import { Redis } from 'ioredis'
import { openTestDatabase } from '@newsbraid/store/testing'
import { postgresBus, redisBus } from '@newsbraid/bus'

const silent = { onError: () => {} }

function suite(open: () => Promise<Bus>): void {
  let bus: Bus
  beforeAll(async () => {
    bus = await open()
  })
  afterAll(() => bus?.close())
  busConformance.forEach(({ promise, check }, n) => test(promise, () => check(bus, `conformance-${n}`)))
  test('says so when it can be reached', () => expect(bus.check()).resolves.toBeUndefined())
}

describe('the bus on PostgreSQL', () => {
  let close: () => Promise<void>
  suite(async () => {
    const database = await openTestDatabase()
    close = database.close
    return postgresBus(database.connection, { workers: 12, ...silent })
  })
  afterAll(() => close?.())
})

const redisServer = spawnSync('redis-server', ['--version']).status === 0
const onRedis = redisServer ? describe : describe.skip
if (!redisServer) console.warn('No redis-server on this machine: the bus is not tried on Redis')

onRedis('the bus on Redis', () => {
  let stop: () => void
  const start = async (...settings: string[]) => {
    const port = await new Promise<number>((resolve) => {
      const server = net.createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as net.AddressInfo
        server.close(() => resolve(port))
      })
    })
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-redis-'))
    const child = spawn(
      'redis-server',
      ['--port', String(port), '--dir', dir, '--save', '', '--appendonly', 'no', ...settings],
      {
        stdio: 'ignore',
      },
    )
    const stopIt = () => {
      child.kill('SIGKILL')
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
    const redis = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null })
    redis.on('error', () => {})
    await redis.ping()
    redis.disconnect()
    return { url: `redis://127.0.0.1:${port}`, stop: stopIt }
  }
  suite(async () => {
    const server = await start()
    stop = server.stop
    return redisBus(server.url, silent)
  })
  afterAll(() => stop?.())

  test('a server that may evict keys is refused', async () => {
    const server = await start('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru')
    await expect(redisBus(server.url, silent)).rejects.toThrow(
      'its maxmemory-policy is "allkeys-lru" and must be "noeviction"',
    )
    server.stop()
  })
})
