import { afterAll, beforeAll, expect, test } from '@jest/globals'
import http from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import net from 'node:net'
import zlib from 'node:zlib'
import { FetchError } from '@newsbraid/web'
import { createFetcher, type FetcherOptions } from './index.ts'

type Route = (request: http.IncomingMessage, response: http.ServerResponse) => void
const routes: Record<string, Route> = {}
const server = http.createServer((request, response) => {
  const route = routes[request.url ?? '']
  if (route) route(request, response)
  else response.writeHead(404).end('nothing here')
})
let port = 0
let origin = ''
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  for (const close of closers) await close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

function fetcher(options: Partial<FetcherOptions> = {}) {
  const made = createFetcher({
    userAgent: 'Newsbraid/0.1 (+https://newsbraid.example/bot)',
    allowPrivate: '127.0.0.0/8',
    timeoutMs: 20_000,
    maxBytes: 100_000,
    maxRedirects: 5,
    ...options,
  })
  closers.push(made.close)
  return made.fetch
}

const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
  )

test('fetch() is honest about itself and sends neither cookies nor a referer', async () => {
  let seen: http.IncomingHttpHeaders = {}
  routes['/who'] = (request, response) => {
    seen = request.headers
    response.setHeader('set-cookie', 'a=1')
    response.end('ok')
  }
  const fetch = fetcher()
  await fetch({ url: origin + '/who' })
  const answer = await fetch({
    url: origin + '/who',
    headers: { Cookie: 'a=1', Referer: 'http://x.example/', 'If-None-Match': 'W/"x"' },
  })
  expect(seen['user-agent']).toBe('Newsbraid/0.1 (+https://newsbraid.example/bot)')
  expect(seen['accept-encoding']).toBe('gzip, br, deflate')
  expect(seen['if-none-match']).toBe('W/"x"')
  expect([seen.cookie, seen.referer, answer.headers['set-cookie']]).toEqual([undefined, undefined, undefined])
})

test('fetch() undoes every encoding it asks for, and bare deflate and a false label', async () => {
  const text = 'نص الخبر '.repeat(500)
  const forms: [string, Buffer][] = [
    ['gzip', zlib.gzipSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
    ['gzip', Buffer.from(text)],
  ]
  const fetch = fetcher()
  for (const [i, [name, bytes]] of forms.entries()) {
    routes[`/encoded/${i}`] = (_, response) => response.setHeader('content-encoding', name).end(bytes)
    const answer = await fetch({ url: `${origin}/encoded/${i}` })
    expect([i, Buffer.from(answer.bytes).toString()]).toEqual([i, text])
  }
})

test('fetch() cuts a bomb at the limit of decompressed bytes, and a long body without a length', async () => {
  routes['/bomb'] = (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(zlib.gzipSync(Buffer.alloc(50_000_000)))
  let sent = 0
  let isCut = false
  routes['/endless'] = (_, response) => {
    const more = (): void => {
      if (response.destroyed) return
      sent += 65_536
      response.write(Buffer.alloc(65_536), () => setImmediate(more))
    }
    response.on('close', () => (isCut = true))
    more()
  }
  routes['/declared'] = (_, response) => response.writeHead(200, { 'content-length': '900000' }).write('x')
  const fetch = fetcher()
  expect(await codeOf(fetch({ url: origin + '/bomb' }))).toBe('too-large')
  expect(await codeOf(fetch({ url: origin + '/declared' }))).toBe('too-large')
  expect(await codeOf(fetch({ url: origin + '/endless' }))).toBe('too-large')
  await new Promise((done) => setTimeout(done, 100))
  expect(isCut).toBe(true)
  expect(sent).toBeLessThan(50_000_000)
})

test.each([
  ['garbage', 'gzip', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('no gzip at all')])],
  ['cut', 'gzip', zlib.gzipSync('x'.repeat(5000)).subarray(0, 30)],
  ['unknown', 'zstd', Buffer.from('x')],
  ['threefold', 'gzip, gzip, gzip', Buffer.from('x')],
])('fetch() refuses a body whose encoding is %s', async (name, encoding, bytes) => {
  routes['/bad/' + name] = (_, response) => response.setHeader('content-encoding', encoding).end(bytes)
  expect(await codeOf(fetcher()({ url: `${origin}/bad/${name}` }))).toBe('bad-encoding')
})

test('fetch() follows redirects by hand, names each, and stops at loops and at the sixth', async () => {
  routes['/moved'] = (_, response) => response.writeHead(301, { location: '/then' }).end()
  routes['/then'] = (_, response) =>
    response.writeHead(302, { location: Buffer.from('/خبر').toString('latin1') }).end()
  routes[encodeURI('/خبر')] = (_, response) => response.end('here')
  for (let i = 0; i < 9; i++)
    routes[`/chain/${i}`] = (_, response) => response.writeHead(307, { location: `/chain/${i + 1}` }).end()
  routes['/loop'] = (_, response) => response.writeHead(302, { location: '/loop' }).end()
  const fetch = fetcher()
  const answer = await fetch({ url: origin + '/moved#top' })
  expect(answer.url).toBe(origin + encodeURI('/خبر'))
  expect(answer.redirects.map(({ status, to }) => [status, to])).toEqual([
    [301, origin + '/then'],
    [302, origin + encodeURI('/خبر')],
  ])
  expect(await codeOf(fetch({ url: origin + '/chain/0' }))).toBe('too-many-redirects')
  expect(await codeOf(fetch({ url: origin + '/loop' }))).toBe('too-many-redirects')
})

test.each([
  'http://127.0.0.2:1/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'http://[::1]/',
  'http://10.0.0.1/',
  'http://169.254.169.254/',
])('fetch() does not follow a redirect to %s', async (target) => {
  const path = '/to/' + encodeURIComponent(target)
  routes[path] = (_, response) => response.writeHead(302, { location: target }).end()
  expect(await codeOf(fetcher({ allowPrivate: `127.0.0.1:${port}` })({ url: origin + path }))).toBe(
    'address-refused',
  )
})

test('fetch() refuses private addresses unless they are listed, and other services even then', async () => {
  routes['/private'] = (_, response) => response.end('secret')
  const none = fetcher({ allowPrivate: '' })
  expect(await codeOf(none({ url: origin + '/private' }))).toBe('address-refused')
  expect(await codeOf(none({ url: `http://localhost:${port}/private` }))).toBe('address-refused')
  expect(await codeOf(none({ url: `http://2130706433:${port}/private` }))).toBe('address-refused')
  expect(await codeOf(fetcher()({ url: 'http://127.0.0.1:6379/' }))).toBe('address-refused')
  expect(await codeOf(fetcher()({ url: 'ftp://127.0.0.1/' }))).toBe('bad-url')
  expect(await codeOf(fetcher()({ url: 'not an address' }))).toBe('bad-url')
})

/** A resolver that gives its answers one after the other, the last for ever. */
const answers = (...lists: string[][]): LookupFunction => {
  let asked = 0
  return (_, __, callback) => {
    const list = lists[Math.min(asked++, lists.length - 1)] ?? []
    callback(
      null,
      list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

test('fetch() checks every address a name has, at the look-up that is used', async () => {
  routes['/named'] = (_, response) => response.setHeader('connection', 'close').end('in')
  const url = `http://paper.example:${port}/named`
  const named = (...lists: string[][]) =>
    fetcher({ allowPrivate: `127.0.0.1:${port}`, lookup: answers(...lists) })
  expect(await codeOf(named(['127.0.0.1'])({ url }))).toBe('answered')
  expect(await codeOf(named(['127.0.0.1', '10.0.0.7'])({ url }))).toBe('address-refused')
  expect(await codeOf(named(['93.184.215.14', '::ffff:10.0.0.7'])({ url }))).toBe('address-refused')
  expect(await codeOf(named([])({ url }))).toBe('dns')
  const changing = named(['127.0.0.1'], ['169.254.169.254'])
  expect(await codeOf(changing({ url }))).toBe('answered')
  expect(await codeOf(changing({ url }))).toBe('address-refused')
})

test('fetch() gives up on silence, on headers that never come and on a byte now and then', async () => {
  routes['/silent'] = () => {}
  routes['/drip'] = (_, response) => {
    const timer = setInterval(() => response.write('x'), 40)
    response.on('close', () => clearInterval(timer))
  }
  const fetch = fetcher({ timeoutMs: 300 })
  expect(await codeOf(fetch({ url: origin + '/silent' }))).toBe('timeout')
  expect(await codeOf(fetch({ url: origin + '/drip' }))).toBe('timeout')
})

test('fetch() survives headers beyond measure, a broken answer and a cut body', async () => {
  const sockets = new Set<net.Socket>()
  const raw = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', (data) => {
      const path = data.toString().split(' ')[1]
      if (path === '/flood')
        for (let i = 0; i < 3000; i++)
          socket.write(i === 0 ? 'HTTP/1.1 200 OK\r\n' : `x-${i}: ${'y'.repeat(400)}\r\n`)
      else if (path === '/broken') socket.end('NOT HTTP AT ALL\r\n\r\n')
      else socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf')
    })
  })
  await new Promise<void>((done) => raw.listen(0, '127.0.0.1', done))
  const at = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`
  const fetch = fetcher()
  expect(await codeOf(fetch({ url: at + '/flood' }))).toBe('too-large')
  expect(await codeOf(fetch({ url: at + '/broken' }))).toBe('connection')
  expect(await codeOf(fetch({ url: at + '/half' }))).toBe('connection')
  for (const socket of sockets) socket.destroy()
  raw.close()
})

test('fetch() hands HTTP errors on as answers', async () => {
  const answer = await fetcher()({ url: origin + '/nowhere' })
  expect([answer.status, Buffer.from(answer.bytes).toString()]).toEqual([404, 'nothing here'])
})

test('fetch() takes no proxy from the environment', async () => {
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:9/'
  routes['/direct'] = (_, response) => response.end('direct')
  try {
    expect((await fetcher()({ url: origin + '/direct' })).status).toBe(200)
  } finally {
    delete process.env['HTTP_PROXY']
  }
})
