import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'

/** Opens a stream and collects it until `isEnough`. */
function collect(
  server: http.Server,
  headers: Record<string, string>,
  isEnough: (text: string) => boolean,
): Promise<string> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    let text = ''
    const call = http.get({ port, path: '/api/v1/stream', headers }, (res) => {
      res.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        if (isEnough(text)) {
          call.destroy()
          resolve(text)
        }
      })
    })
    call.on('error', reject)
  })
}

const listen = (app: Parameters<typeof http.createServer>[1]): Promise<http.Server> =>
  new Promise((resolve) => {
    const server = http.createServer(app).listen(0, '127.0.0.1', () => resolve(server))
  })

const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))

test('a stream hears each change once and in order, a latecomer from where it left', async () => {
  const { app, store } = testApi()
  for (let n = 1; n <= 1200; n++) store.addChange('event-new', ulidOf('E', n % 900))
  const server = await listen(app)
  try {
    const late = collect(server, { 'Last-Event-ID': '3' }, (text) => text.includes('id: 1202\n'))
    const fresh = collect(server, {}, (text) => {
      if (text.startsWith('retry') && store.changeRows.length === 1200) {
        store.addChange('event-developed', ulidOf('E', 1))
        store.addChange('event-merged', ulidOf('E', 2))
      }
      return text.includes('id: 1202\n')
    })
    expect(idsIn(await late)).toEqual(Array.from({ length: 1199 }, (_, i) => i + 4))
    const text = await fresh
    expect(idsIn(text)).toEqual([1201, 1202])
    expect(text).toContain(`event: event-merged\ndata: {"seq":"1202"`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('when the last stream closes nobody listens to the store any more', async () => {
  const { app, store } = testApi()
  const server = await listen(app)
  try {
    await collect(server, {}, (text) => text.startsWith('retry'))
    const deadline = Date.now() + 5000
    while (store.listeners() > 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(store.listeners()).toBe(0)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test('a Last-Event-ID that is no id is refused', async () => {
  await request(testApi().app).get('/api/v1/stream').set('Last-Event-ID', '1; DROP').expect(400)
  await request(testApi().app).get('/api/v1/stream?after=x').expect(400)
  await request(testApi().app).head('/api/v1/stream').expect(200)
})
