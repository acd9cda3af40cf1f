import { gzipSync } from 'node:zlib'
import { writeCursor } from '@newsbraid/model'
import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'

const PROBLEM = /^application\/problem\+json/

/** Each bad request: the address, the status, and the value that `detail` must quote. */
const BAD_GETS: [string, number, string][] = [
  ['/api/v1/events?cursor=%27%20OR%201%3D1', 400, "' OR 1=1"],
  [
    `/api/v1/events?sort=latest&cursor=${writeCursor('top', ['2026', 'x'])}`,
    400,
    writeCursor('top', ['2026', 'x']),
  ],
  ['/api/v1/events?q[$gt]=', 400, 'q[$gt]'],
  ['/api/v1/events?lang=ar&lang=en', 400, 'lang'],
  ['/api/v1/events?limit=100000', 400, '100000'],
  ['/api/v1/events?limit=-1', 400, '-1'],
  ['/api/v1/events?limit=1e2', 400, '1e2'],
  ['/api/v1/events?offset=10', 400, 'offset'],
  ['/api/v1/events?since=2026-02-30T99:00', 400, '2026-02-30T99:00'],
  ['/api/v1/events?since=275760-09-14', 400, '275760-09-14'],
  ['/api/v1/events?lang=%27%3B--', 400, "';--"],
  ['/api/v1/events?q=%00', 400, '\\u0000'],
  ['/api/v1/events?sort=relevance', 400, 'relevance'],
  ['/api/v1/events?__proto__=1', 400, '__proto__'],
  ['/api/v1/events/nonsense', 404, 'nonsense'],
  [`/api/v1/events/${ulidOf('E', 99)}`, 404, ulidOf('E', 99)],
  [`/api/v1/articles/${ulidOf('A', 99)}`, 404, ulidOf('A', 99)],
  [`/api/v1/articles/${ulidOf('A', 99)}/why`, 404, ulidOf('A', 99)],
  [`/api/v1/entities/${ulidOf('N', 99)}`, 404, ulidOf('N', 99)],
  [`/api/v1/sources/${ulidOf('S', 99)}`, 404, ulidOf('S', 99)],
  ['/api/v1/pipeline?x=1', 400, 'x'],
  ['/api/v1/pipeline/trace?url=file:///etc/passwd', 400, 'file:///etc/passwd'],
  ['/api/v1/pipeline/trace?url=https://nowhere.example/1', 404, 'https://nowhere.example/1'],
  ['/api/v1/nothing', 404, '/api/v1/nothing'],
  ['/feeds/top.xml', 404, 'top.xml'],
  ['/feeds/nonsense/1.atom', 404, 'nonsense'],
  ['/feeds/top.atom?q[$gt]=1', 400, 'q[$gt]'],
  ['/feeds/top.atom?limit=x', 400, 'x'],
]

test.each(BAD_GETS)('GET %s answers %d and quotes %s', async (address, status, quoted) => {
  const { body, headers } = await request(testApi().app).get(address).expect(status)
  expect(headers['content-type']).toMatch(PROBLEM)
  expect(body.status).toBe(status)
  expect(body.type).toMatch(/^\/docs#[a-z-]+$/)
  expect(body.detail).toContain(quoted)
})

test('a path that cannot be decoded is a bad request', async () => {
  const { body, headers } = await request(testApi().app).get('/api/v1/events/%E0%A4%A').expect(400)
  expect(headers['content-type']).toMatch(PROBLEM)
  expect(body.title).toBe('The request cannot be read')
})

test('a wrong method is 405 with what is allowed', async () => {
  const { app } = testApi()
  const { headers, body } = await request(app).delete('/api/v1/events').expect(405)
  expect(headers['allow']).toBe('GET, HEAD, OPTIONS')
  expect(body.detail).toContain('DELETE')
  const patched = await request(app)
    .put(`/api/v1/sources/${ulidOf('S', 1)}`)
    .expect(405)
  expect(patched.headers['allow']).toBe('GET, PATCH, DELETE, HEAD, OPTIONS')
  await request(app).post('/feeds/top.atom').expect(405)
  await request(app).options('/api/v1/events').expect(204)
})

test('broken JSON is a bad body and quoted, on one line and cut short', async () => {
  const { body } = await request(testApi().app)
    .post('/api/v1/sources')
    .set('Content-Type', 'application/json')
    .send(`{"feedUrl":\n${'x'.repeat(1000)}`)
    .expect(400)
  expect(body.type).toBe('/docs#bad-body')
  expect(body.detail).toContain('{"feedUrl":\\u000ax')
  expect(body.detail.length).toBeLessThan(150)
})

test('a body with a field too many, a wrong one or none is refused by name', async () => {
  const post = (body: object) => request(testApi().app).post('/api/v1/sources').send(body).expect(400)
  expect((await post({ feedUrl: 'https://a.example/f', admin: true })).body.detail).toContain('"admin"')
  expect((await post({ feedUrl: 'gopher://a.example' })).body.detail).toContain('gopher://a.example')
  expect((await post({})).body.detail).toContain('feedUrl')
  expect(
    (await post(JSON.parse('{"feedUrl":"https://a.example/f","__proto__":{"x":1}}'))).body.detail,
  ).toContain('__proto__')
})

test('a body of another type, or with half a UTF-8 letter, is refused', async () => {
  const { app } = testApi()
  const typed = await request(app)
    .post('/api/v1/sources')
    .set('Content-Type', 'text/xml')
    .send('<x/>')
    .expect(415)
  expect(typed.body.detail).toContain('text/xml')
  const half = request(app).post('/api/v1/sources').set('Content-Type', 'application/json')
  half.write(Buffer.from([0x22, 0xd9, 0x22]))
  expect((await half).body.detail).toBe('Cannot decode the body as "utf-8"')
})

test('a body over the limit is 413, also when it only grows by unpacking', async () => {
  const { app } = testApi()
  const big = `"${'x'.repeat(70_000)}"`
  const plain = await request(app)
    .post('/api/v1/sources')
    .set('Content-Type', 'application/json')
    .send(big)
    .expect(413)
  expect(plain.headers['content-type']).toMatch(PROBLEM)
  const packed = gzipSync(Buffer.alloc(50_000_000, 0x20))
  const call = request(app)
    .post('/api/v1/sources')
    .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
  call.write(packed)
  expect((await call).status).toBe(413)
})

test('JSON that is only depth is refused, quickly and without breaking', async () => {
  const { app } = testApi()
  const depth = 1_000_000
  const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`
  for (const body of [deep, `{"url":${deep}}`]) {
    const answer = await request(app)
      .post('/api/v1/ingest')
      .set('Content-Type', 'application/json')
      .send(body)
    expect(answer.status).toBe(400)
  }
})

test('what nobody expected is 500 without its insides, and logged', async () => {
  const { app, store, lines } = testApi()
  store.events = () => Promise.reject(new Error('relation "event" does not exist'))
  const { body, text } = await request(app).get('/api/v1/events').expect(500)
  expect(body.type).toBe('/docs#internal')
  expect(text).not.toContain('relation')
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1)
})
