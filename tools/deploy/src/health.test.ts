import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { root } from './testing/root.ts'

const script = path.join(root, 'tools/deploy/health.mjs')
const asked: string[] = []
const server = http.createServer((request, response) => {
  asked.push(request.url ?? '')
  response.writeHead(request.url === '/healthz' ? 200 : 503).end()
})
let port = 0

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

async function health(env: Record<string, string>, ...args: string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number]
  return code
}

test('the healthcheck passes when the service answers 200, also where it listens on every address', async () => {
  expect(await health({ PORT: String(port) })).toBe(0)
  expect(await health({ PORT: String(port), HOST: '0.0.0.0' })).toBe(0)
  expect(asked.at(-1)).toBe('/healthz')
})

test('the healthcheck fails when the service answers that it is not ready', async () => {
  expect(await health({ PORT: String(port) }, '/readyz')).toBe(1)
  expect(asked.at(-1)).toBe('/readyz')
})

test('the healthcheck fails when nobody answers', async () => {
  expect(await health({ PORT: '1' })).toBe(1)
})
