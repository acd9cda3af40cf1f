import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'
import { assertSafeToExpose } from './assert-safe-to-expose.ts'
import { FailedLogins } from './failed-logins.ts'
import { isLoopback } from './loopback.ts'

const basic = (password: string) => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`

test('assertSafeToExpose() refuses an open address without a password', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'news.example', '127.0.0.1.evil.example', ''])
    expect(() => assertSafeToExpose(host, undefined)).toThrow(
      `Cannot listen on "${host}" without ADMIN_PASSWORD`,
    )
  expect(() => assertSafeToExpose('0.0.0.0', '')).toThrow('ADMIN_PASSWORD')
  expect(() => assertSafeToExpose('0.0.0.0', 'secret')).not.toThrow()
  for (const host of ['127.0.0.1', '127.8.9.1', '::1', '[::1]', 'localhost', 'LOCALHOST.'])
    expect(() => assertSafeToExpose(host, undefined)).not.toThrow()
})

test('createApi() itself refuses to be made for an open address without a password', () => {
  expect(() => testApi({ config: { host: '0.0.0.0' } })).toThrow('Cannot listen on "0.0.0.0"')
})

test('isLoopback() takes no look-alike', () => {
  for (const host of [
    '128.0.0.1',
    'localhost.evil.example',
    'xlocalhost',
    '127.evil.example',
    '1',
    '::2',
    '',
  ])
    expect([host, isLoopback(host)]).toEqual([host, false])
})

test('the queue dashboard asks for the password, and takes only the right one', async () => {
  const { app } = testApi({ config: { adminPassword: 'right horse' } })
  const refused = await request(app).get('/admin/queues').expect(401)
  expect(refused.headers['www-authenticate']).toMatch(/^Basic /)
  await request(app).get('/admin/queues/api/queues').expect(401)
  await request(app).get('/admin/queues/static/js/main.js').expect(401)
  await request(app).get('/admin/queues').set('Authorization', basic('wrong horse')).expect(401)
  await request(app).get('/admin/queues').set('Authorization', basic('')).expect(401)
  await request(app).get('/admin/queues').set('Authorization', 'Basic').expect(401)
  const page = await request(app).get('/admin/queues').set('Authorization', basic('right horse')).expect(200)
  expect(page.text).toContain('Newsbraid queues')
  await request(app).get('/admin/queues/api/queues').set('Authorization', basic('right horse')).expect(200)
})

test('an API key does not open the dashboard', async () => {
  const { app } = testApi({ config: { adminPassword: 'right horse', apiKeys: ['key-1'] } })
  await request(app).get('/admin/queues').set('Authorization', basic('key-1')).expect(401)
  await request(app).get('/admin/queues').set('X-Api-Key', 'key-1').expect(401)
})

test('on loopback without a password the dashboard is open', async () => {
  await request(testApi().app).get('/admin/queues').expect(200)
})

test('with API keys every request to API, feeds and metrics needs one', async () => {
  const { app } = testApi({ config: { apiKeys: ['key-1', 'key-2'] } })
  for (const address of ['/api/v1/events', '/api/v1/opml', '/feeds/top.atom', '/metrics']) {
    await request(app).get(address).expect(401)
    await request(app).get(address).set('X-Api-Key', 'key-3').expect(401)
    await request(app).get(address).set('X-Api-Key', 'key-2').expect(200)
    await request(app).get(address).set('Authorization', 'Bearer key-1').expect(200)
    await request(app).get(address).set('Authorization', basic('key-1')).expect(200)
  }
  for (const address of ['/healthz', '/readyz', '/docs', '/openapi.json'])
    await request(app).get(address).expect(200)
})

test('a feed takes its key in the address, the API does not, and no log line shows it', async () => {
  const { app, lines } = testApi({ config: { apiKeys: ['key-1'] } })
  const { text, headers } = await request(app).get('/feeds/top.atom?key=key-1').expect(200)
  expect(text).not.toContain('key-1')
  expect(headers['cache-control']).toContain('private')
  await request(app).get('/api/v1/events?key=key-1').expect(401)
  expect(JSON.stringify(lines)).not.toContain('key-1')
})

test('with an admin password alone reading is open and writing needs it', async () => {
  const { app } = testApi({ config: { adminPassword: 'right horse' } })
  await request(app).get('/api/v1/events').expect(200)
  const add = () => request(app).post('/api/v1/sources').send({ feedUrl: 'https://a.example/feed' })
  await add().expect(401)
  await request(app)
    .delete(`/api/v1/sources/${ulidOf('S', 1)}`)
    .expect(401)
  await add().set('Authorization', basic('right horse')).expect(201)
})

test('after twenty wrong passwords in a minute an address has to wait, whatever X-Forwarded-For says', async () => {
  const { app } = testApi({ config: { adminPassword: 'right horse' } })
  for (let n = 0; n < 20; n++)
    await request(app)
      .get('/admin/queues')
      .set({ Authorization: basic(`guess ${n}`), 'X-Forwarded-For': `10.0.0.${n}` })
      .expect(401)
  const { headers } = await request(app)
    .get('/admin/queues')
    .set({ Authorization: basic('right horse'), 'X-Forwarded-For': '10.9.9.9' })
    .expect(429)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
})

test('FailedLogins forgets after a minute and holds a bounded number of addresses', () => {
  const failures = new FailedLogins()
  for (let n = 0; n < 25; n++) failures.add('a', 1000)
  expect(failures.waitSeconds('a', 2000)).toBe(59)
  expect(failures.waitSeconds('b', 2000)).toBe(0)
  expect(failures.waitSeconds('a', 61_000)).toBe(0)
  for (let n = 0; n < 20; n++) failures.add('c', 70_000)
  for (let n = 0; n < 20_000; n++) failures.add(`flood ${n}`, 70_000)
  expect(failures.waitSeconds('c', 70_001)).toBe(0)
})

test('a write that a browser sends for another page is refused', async () => {
  const { app } = testApi()
  const write = (headers: Record<string, string>) =>
    request(app)
      .post('/api/v1/sources')
      .set(headers)
      .send({ feedUrl: `https://a.example/${Object.values(headers).join()}` })
  await write({ Origin: 'https://evil.example' }).expect(403)
  await write({ Origin: 'null' }).expect(403)
  await write({ 'Sec-Fetch-Site': 'cross-site' }).expect(403)
  await write({ 'Sec-Fetch-Site': 'same-site' }).expect(403)
  await write({
    Origin: 'http://localhost:3000',
    Host: 'localhost:3000',
    'Sec-Fetch-Site': 'same-origin',
  }).expect(201)
  await write({}).expect(201)
})

test('the dashboard’s buttons are covered too', async () => {
  const { app } = testApi()
  await request(app)
    .put('/admin/queues/api/queues/fetch/retry/failed')
    .set('Origin', 'https://evil.example')
    .expect(403)
})

test('the public address counts as the own one behind a proxy', async () => {
  const { app } = testApi({ config: { publicUrl: 'https://news.example/', adminPassword: 'p' } })
  await request(app)
    .post('/api/v1/sources')
    .set({ Origin: 'https://news.example', Authorization: basic('p') })
    .send({ feedUrl: 'https://a.example/feed' })
    .expect(201)
})

test('without a password the server answers to no foreign name (DNS rebinding)', async () => {
  const { app } = testApi()
  const { body } = await request(app).get('/api/v1/events').set('Host', 'evil.example:3000').expect(421)
  expect(body.detail).toContain('evil.example')
  await request(app).get('/api/v1/events').set('Host', '[::1]:3000').expect(200)
  const named = testApi({ config: { publicUrl: 'https://news.example' } })
  await request(named.app).get('/api/v1/events').set('Host', 'news.example').expect(200)
})

test('every answer carries headers that disarm what might be in it', async () => {
  const { app } = testApi({ config: { adminPassword: 'p', publicUrl: 'https://news.example' } })
  for (const address of [
    '/',
    '/docs',
    '/api/v1/events',
    '/api/v1/nothing',
    '/feeds/top.rss',
    '/admin/queues',
  ]) {
    const { headers } = await request(app).get(address)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toContain('max-age')
  }
  const board = await request(app).get('/admin/queues').set('Authorization', basic('p')).expect(200)
  expect(board.headers['x-powered-by']).toBeUndefined()
  const { headers } = await request(testApi().app).get('/docs')
  expect(headers['content-security-policy']).not.toContain('unsafe-inline')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('what is logged of a hostile address stays one line of plain fields', async () => {
  const { app, lines } = testApi()
  await request(app).get('/api/v1/events/%0a%1b[31mforged%20line?q=%0aforged').expect(400)
  const line = lines.find(({ message }) => message === 'request')
  expect(line?.fields).toMatchObject({ method: 'GET', status: 400 })
  expect(JSON.stringify(line?.fields)).not.toMatch(/[\u0000-\u001f]|\\n|\\u001b/)
})
