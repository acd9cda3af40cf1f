import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

export type RealServer = { port: number; stop: () => Promise<void> }

/** Debian's redis-server with the arguments that docker-compose.yml gives to valkey, its data in a temporary folder. */
export async function startRedis(command: readonly string[]): Promise<RealServer> {
  const port = await freePort()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-redis-'))
  const child = spawn(
    'redis-server',
    [...command.slice(1), '--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
    { stdio: 'ignore' },
  )
  const ended = once(child, 'exit')
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true))
      socket.on('connect', () => socket.destroy()).on('error', () => resolve(false))
    })
  await until('redis-server answers', 20_000, answers)
  return {
    port,
    async stop() {
      child.kill()
      await ended
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}
