import fs from 'node:fs'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { openDatabase } from '@newsbraid/store'
import { whenReachable } from './when-reachable.ts'

const listening = () =>
  new Promise<{ server: net.Server; port: number }>((resolve) => {
    const server = net
      .createServer((socket) => socket.end('hello'))
      .listen(0, '127.0.0.1', () => {
        resolve({ server, port: (server.address() as AddressInfo).port })
      })
  })
const freePort = async () => {
  const { server, port } = await listening()
  await new Promise((resolve) => server.close(resolve))
  return port
}
const connect = (port: number) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('error', reject)
    socket.once('data', (bytes) => resolve(bytes.toString()))
  })

test('what does not answer yet is waited for, and that is said once', async () => {
  const port = await freePort()
  const said: string[] = []
  const logger = { info: (_about: unknown, words: string) => void said.push(words) }
  let tries = 0
  let server: net.Server | undefined
  const opened = await whenReachable(
    logger as never,
    'database',
    async () => {
      if (++tries === 4) {
        server = net.createServer((socket) => socket.end('hello'))
        await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve))
      }
      return connect(port)
    },
    { pauseMs: 10 },
  )
  server?.close()
  expect(opened).toBe('hello')
  expect(said).toEqual([`the database can't be reached yet; waiting for it`])
})

test('waiting has an end, and the error names the setting', async () => {
  const databaseUrl = `postgres://nobody@127.0.0.1:${await freePort()}/none`
  const open = () => openDatabase({ databaseUrl, dataDir: '/nonexistent' })
  const silent = { info: () => {} }
  await expect(
    whenReachable(silent as never, 'database', open, { patienceMs: 60, pauseMs: 20 }),
  ).rejects.toThrow('DATABASE_URL')
})

test('a failure that waiting cannot mend is thrown at once', async () => {
  let tries = 0
  const open = async () => {
    tries++
    return fs.promises.readFile('/nonexistent/file')
  }
  await expect(whenReachable({ info: () => {} } as never, 'file', open)).rejects.toThrow('ENOENT')
  expect(tries).toBe(1)
})
