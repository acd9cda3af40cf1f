import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import http from 'node:http'
import net, { type AddressInfo, type LookupFunction } from 'node:net'
import zlib from 'node:zlib'
import { type FetchAnswer, FetchError } from '@newsbraid/web'
import { createFetcher, type FetcherOptions } from './index.ts'

/** An inner service on every loopback address: what reaches it was let through. */
let reached: string[] = []
/** A public site for the purpose of these tests: the only address on the allow list. */
const site: Record<string, (response: http.ServerResponse) => void> = {}
const inner = http.createServer((request, response) => {
  const isSite = request.headers.host === `127.0.0.9:${port}` && (request.url ?? '') in site
  if (isSite) return site[request.url ?? '']?.(response)
  reached.push(`${request.headers.host}${request.url}`)
  response.end('secret')
})
let port = 0
const closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  await new Promise<void>((done) => inner.listen(0, '0.0.0.0', done))
  port = (inner.address() as AddressInfo).port
})
afterAll(async () => {
  for (const close of closers) await close()
  inner.closeAllConnections()
  await new Promise((done) => inner.close(done))
})
beforeEach(() => {
  reached = []
})

/** Names and what they resolve to, one answer a look-up, the last for ever. */
const NAMES: Record<string, string[][]> = {
  'private.example': [['127.0.0.1']],
  'wide.example': [['10.1.2.3', '192.168.0.9', '172.31.9.9']],
  'six.example': [['::1']],
  'unique-local.example': [['fd12:3456::1']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'metadata.example': [['169.254.169.254']],
  'mixed.example': [['93.184.215.14', '127.0.0.1']],
  'mixed-six.example': [['2606:4700::1111', '::1']],
  'mixed-last.example': [['93.184.215.14', '151.101.1.1', '8.8.8.8', '10.0.0.1']],
  'rebinding.example': [['127.0.0.9'], ['127.0.0.1']],
  'empty.example': [[]],
  'nonsense.example': [['not an address']],
  '127.0.0.1.nip.example': [['127.0.0.1']],
  localhost: [['127.0.0.1', '::1']],
  'localhost.': [['127.0.0.1']],
  'inner.localhost': [['127.0.0.1']],
  'zero.example': [['0.0.0.0']],
}

function fetcher(options: Partial<FetcherOptions> = {}) {
  const asked: string[] = []
  const turns = new Map<string, number>()
  const lookup: LookupFunction = (name, _, callback) => {
    asked.push(name)
    const turn = turns.get(name) ?? 0
    turns.set(name, turn + 1)
    const answers = NAMES[name] ?? []
    callback(
      null,
      (answers[Math.min(turn, answers.length - 1)] ?? []).map((address) => ({
        address,
        family: net.isIP(address),
      })),
    )
  }
  const made = createFetcher({
    userAgent: 'Newsbraid/0.1 (+https://newsbraid.example/bot)',
    allowPrivate: '',
    timeoutMs: 5000,
    maxBytes: 100_000,
    maxRedirects: 5,
    lookup,
    ...options,
  })
  closers.push(made.close)
  return { fetch: made.fetch, asked }
}

/** Asks the site for a path. */
const atSite = (path: string): Promise<FetchAnswer> =>
  fetcher({ allowPrivate: `127.0.0.9:${port}` }).fetch({ url: `http://127.0.0.9:${port}${path}` })

const endOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
  )

/** `PORT` becomes the inner service's. */
const DIRECT: [subject: string, url: string][] = [
  ['loopback', 'http://127.0.0.1:PORT/'],
  ['another loopback', 'http://127.99.1.2:PORT/'],
  ['localhost', 'http://localhost:PORT/'],
  ['localhost with a dot', 'http://localhost.:PORT/'],
  ['a name below localhost', 'http://inner.localhost:PORT/'],
  ['all zeros', 'http://0.0.0.0:PORT/'],
  ['zero', 'http://0:PORT/'],
  ['a short address', 'http://127.1:PORT/'],
  ['a shorter address', 'http://127.0.1:PORT/'],
  ['an address as one number', 'http://2130706433:PORT/'],
  ['a hexadecimal address', 'http://0x7f000001:PORT/'],
  ['hexadecimal parts', 'http://0x7f.0x0.0x0.0x1:PORT/'],
  ['an octal address', 'http://0177.0.0.1:PORT/'],
  ['an address with a dot at its end', 'http://127.0.0.1.:PORT/'],
  ['full-width digits', 'http://１２７.０.０.１:PORT/'],
  ['circled digits', 'http://①②⑦.⓪.⓪.①:PORT/'],
  ['ideographic full stops', 'http://127。0。0。1:PORT/'],
  ['percent signs in the host', 'http://%31%32%37.0.0.1:PORT/'],
  ['IPv6 loopback', 'http://[::1]:PORT/'],
  ['IPv6 nothing', 'http://[::]:PORT/'],
  ['IPv6 loopback at length', 'http://[0:0:0:0:0:0:0:1]:PORT/'],
  ['IPv4 mapped', 'http://[::ffff:127.0.0.1]:PORT/'],
  ['IPv4 mapped in hexadecimal', 'http://[::ffff:7f00:1]:PORT/'],
  ['IPv4 compatible', 'http://[::127.0.0.1]:PORT/'],
  ['NAT64', 'http://[64:ff9b::7f00:1]:PORT/'],
  ['6to4', 'http://[2002:7f00:1::]:PORT/'],
  ['Teredo', 'http://[2001:0:7f00:1::]:PORT/'],
  ['link-local IPv6', 'http://[fe80::1]:PORT/'],
  ['cloud metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['cloud metadata by IPv6', 'http://[fd00:ec2::254]/'],
  ['10/8', 'http://10.0.0.1:PORT/'],
  ['172.16/12', 'http://172.16.0.1:PORT/'],
  ['192.168/16', 'http://192.168.0.1:PORT/'],
  ['carriers’ 100.64/10', 'http://100.64.0.1:PORT/'],
  ['benchmarks’ 198.18/15', 'http://198.18.0.1:PORT/'],
  ['multicast', 'http://224.0.0.1:PORT/'],
  ['broadcast', 'http://255.255.255.255:PORT/'],
  ['a name for a private address', 'http://private.example:PORT/'],
  ['a name for private addresses', 'http://wide.example:PORT/'],
  ['a name for IPv6 loopback', 'http://six.example:PORT/'],
  ['a name for a unique local address', 'http://unique-local.example:PORT/'],
  ['a name for a mapped address', 'http://mapped.example:PORT/'],
  ['a name for cloud metadata', 'http://metadata.example:PORT/'],
  ['a name for nothing', 'http://zero.example:PORT/'],
  ['a name that spells its address', 'http://127.0.0.1.nip.example:PORT/'],
  ['public and private answers', 'http://mixed.example:PORT/'],
  ['public and private IPv6 answers', 'http://mixed-six.example:PORT/'],
  ['a private answer after public ones', 'http://mixed-last.example:PORT/'],
  ['an unreadable answer', 'http://nonsense.example:PORT/'],
  ['a user name that looks like the host', 'http://paper.example@127.0.0.1:PORT/'],
  ['a password too', 'http://paper.example:80@127.0.0.1:PORT/'],
  ['a backslash before the at sign', 'http://127.0.0.1:PORT\\@paper.example/'],
  ['a hash before the at sign', 'http://127.0.0.1:PORT#@paper.example/'],
  ['a tab in the host', 'http://127.0.\t0.1:PORT/'],
  ['backslashes for slashes', 'http:\\\\127.0.0.1:PORT\\x'],
  ['TLS', 'https://127.0.0.1:PORT/'],
  ['SSH', 'http://93.184.215.14:22/'],
  ['mail', 'http://93.184.215.14:25/'],
  ['Redis', 'http://93.184.215.14:6379/'],
  ['PostgreSQL', 'http://93.184.215.14:5432/'],
  ['memcached', 'http://93.184.215.14:11211/'],
]
const OTHER_SCHEMES = [
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/_GET',
  'data:text/html,x',
  'ftp://127.0.0.1/',
  'dict://127.0.0.1:PORT/',
  'ldap://127.0.0.1/',
  'jar:http://127.0.0.1:PORT/!/',
  'blob:http://127.0.0.1/',
  'javascript:0',
  'ws://127.0.0.1:PORT/',
  'http://',
  'http://[::1',
  'http://127.0.0.1:99999/',
]
const at = (url: string): string => url.replaceAll('PORT', String(port))

describe('fetch() refuses', () => {
  test.each(DIRECT)('%s', async (_, url) => {
    expect(await endOf(fetcher().fetch({ url: at(url) }))).toBe('address-refused')
    expect(reached).toEqual([])
  })
  test.each(OTHER_SCHEMES)('%s', async (url) => {
    expect(await endOf(fetcher().fetch({ url: at(url) }))).toBe('bad-url')
    expect(reached).toEqual([])
  })
})

describe('fetch() does not follow a redirect to', () => {
  const hops = [...DIRECT, ...OTHER_SCHEMES.map((url): [string, string] => [url, url])]
  test.each(
    hops.map(([subject, url], n) => ({ subject, url, status: [301, 302, 303, 307, 308][n % 5] ?? 302 })),
  )('$subject ($status)', async ({ url, status }) => {
    site['/hop'] = (response) =>
      response.writeHead(status, { location: Buffer.from(at(url)).toString('latin1') }).end('x')
    expect(await endOf(atSite('/hop'))).toMatch(/^(?:address-refused|bad-url)$/)
    expect(reached).toEqual([])
  })
})

test('fetch() looks a name up once a connection, and connects to the very answer it has checked', async () => {
  const url = `http://rebinding.example:${port}/`
  const allowed = { allowPrivate: `127.0.0.9:${port}` }
  const { fetch, asked } = fetcher(allowed)
  expect(await endOf(fetch({ url }))).toBe('answered')
  expect([asked.length, reached]).toEqual([1, [`rebinding.example:${port}/`]])
  // The second connection gets the second answer
  inner.closeAllConnections()
  await new Promise((done) => setTimeout(done, 50))
  expect(await endOf(fetch({ url }))).toBe('address-refused')
  expect([asked.length, reached]).toEqual([2, [`rebinding.example:${port}/`]])
})

test('fetch() asks no resolver about addresses, and takes no answer for leave', async () => {
  const { fetch, asked } = fetcher()
  await endOf(fetch({ url: `http://2130706433:${port}/` }))
  expect(asked).toEqual([])
  expect(await endOf(fetch({ url: `http://empty.example:${port}/` }))).toBe('dns')
})

test('fetch() takes no proxy from any variable of the environment', async () => {
  const names = [
    'HTTP_PROXY',
    'http_proxy',
    'HTTPS_PROXY',
    'https_proxy',
    'ALL_PROXY',
    'all_proxy',
    'NODE_USE_ENV_PROXY',
  ]
  for (const name of names)
    process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.8:${port}/`
  try {
    site['/direct'] = (response) => response.end('direct')
    expect(await endOf(atSite('/direct'))).toBe('answered')
    expect(reached).toEqual([])
  } finally {
    for (const name of names) Reflect.deleteProperty(process.env, name)
  }
})

/** Bodies and headers that cost more than they bring; each ends with a reason, in words, within the limits. */
const ANSWERS: [subject: string, send: (response: http.ServerResponse) => void, end: RegExp][] = [
  [
    'a bomb',
    (r) => r.setHeader('content-encoding', 'gzip').end(zlib.gzipSync(Buffer.alloc(200e6))),
    /^too-large$/,
  ],
  [
    'a bomb in a bomb',
    (r) =>
      r.setHeader('content-encoding', 'gzip, gzip').end(zlib.gzipSync(zlib.gzipSync(Buffer.alloc(200e6)))),
    /^too-large$/,
  ],
  [
    'a brotli bomb',
    (r) =>
      r.setHeader('content-encoding', 'br').end(
        zlib.brotliCompressSync(Buffer.alloc(50e6), {
          params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 },
        }),
      ),
    /^too-large$/,
  ],
  [
    'many encodings',
    (r) => r.setHeader('content-encoding', 'gzip, '.repeat(500) + 'gzip').end('x'),
    /^bad-encoding$/,
  ],
  [
    'broken gzip',
    (r) => r.setHeader('content-encoding', 'gzip').end(Buffer.from([0x1f, 0x8b, 8, 0, 9, 9, 9])),
    /^bad-encoding$/,
  ],
  [
    'a lie about its length',
    (r) => r.writeHead(200, { 'content-length': '99999999' }).end('x'),
    /^(?:too-large|connection)$/,
  ],
  ['a megabyte of header', (r) => r.writeHead(200, { 'x-a': 'y'.repeat(1e6) }).end('x'), /^too-large$/],
  [
    'thousands of headers',
    (r) =>
      r
        .writeHead(
          200,
          Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`x-${n}`, 'y'.repeat(20)])),
        )
        .end('x'),
    /^too-large$/,
  ],
  [
    'a location without an address',
    (r) => r.writeHead(302, { location: '' }).end('x'),
    /^(?:bad-url|too-many-redirects|answered)$/,
  ],
  [
    'a location of 100 kB',
    (r) => r.writeHead(302, { location: 'http://127.0.0.1/' + 'x'.repeat(60_000) }).end('x'),
    /^(?:bad-url|address-refused|too-large)$/,
  ],
  ['a redirect to itself', (r) => r.writeHead(307, { location: '/answer' }).end('x'), /^too-many-redirects$/],
]

test.each(ANSWERS)('fetch() ends %s with a reason in words', async (_, send, end) => {
  site['/answer'] = send
  const outcome = await atSite('/answer').then(
    () => new FetchError('connection', 'Answered'),
    (error: unknown) => error as FetchError,
  )
  expect(outcome).toBeInstanceOf(FetchError)
  if (outcome.message !== 'Answered') expect(outcome.code).toMatch(end)
  else expect('answered').toMatch(end)
  expect(outcome.message).toMatch(/^[A-Z][^\n]{5,600}$/)
})

test('fetch() keeps line breaks of a Location out of the next request', async () => {
  let raw = ''
  const odd = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => {
      raw += data.toString()
      const isFirst = raw.split('GET ').length === 2
      socket.end(
        isFirst
          ? `HTTP/1.1 302 Found\r\nLocation: /next?%0d%0aX-Forged:%201\r\nX: 1\r\nConnection: close\r\n\r\n`
          : 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nx',
      )
    })
  })
  await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done))
  const own = (odd.address() as AddressInfo).port
  const { fetch } = fetcher({ allowPrivate: `127.0.0.1:${own}` })
  expect(await endOf(fetch({ url: `http://127.0.0.1:${own}/a\r\nX-Forged: 1` }))).toMatch(/answered|bad-url/)
  odd.close()
  expect(raw).not.toMatch(/^x-forged/im)
})
