import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'

let folder = ''
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reader-'))
  fs.mkdirSync(path.join(folder, 'site/assets'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  fs.writeFileSync(path.join(folder, 'site/.env'), 'secret')
  fs.writeFileSync(path.join(folder, 'site/index.html'), '<!doctype html><title>Pages</title>')
  fs.writeFileSync(path.join(folder, 'site/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  fs.writeFileSync(path.join(folder, 'site/assets/main-1A2B3C4D.js'), 'export {}')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const reader = () => testApi({ config: { readerDir: path.join(folder, 'site') } }).app

test('each page’s address serves the document, checked each time', async () => {
  const pages = ['/', '/search?q=x', '/sources', '/pipeline', '/settings']
  for (const page of [
    ...pages,
    `/events/${ulidOf('E', 1)}`,
    `/articles/${ulidOf('A', 1)}`,
    `/entities/${ulidOf('N', 1)}`,
  ]) {
    const { text, headers } = await request(reader()).get(page).expect(200)
    expect(text).toContain('<title>Pages</title>')
    expect(headers['cache-control']).toBe('no-cache')
  }
})

test('a file with a digest in its name is kept for a year, another is checked', async () => {
  const hashed = await request(reader()).get('/assets/main-1A2B3C4D.js').expect(200)
  expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const plain = await request(reader()).get('/icon.svg').expect(200)
  expect(plain.headers['cache-control']).toBe('no-cache')
})

test('other addresses are 404, and nothing outside the folder or hidden is served', async () => {
  for (const address of [
    '/nothing',
    '/assets/gone-1A2B3C4D.js',
    '/.env',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/events/1/2',
  ]) {
    const { text, headers, status } = await request(reader()).get(address)
    expect([address, status >= 400 && status < 500]).toEqual([address, true])
    expect(headers['content-type']).toMatch(/problem\+json/)
    expect(text).not.toContain('"secret"')
  }
})

test('a mistyped page in a browser is 404 with the document, a program gets the problem', async () => {
  const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const page = await request(reader()).get('/evnts').set(html).expect(404)
  expect(page.text).toContain('<title>Pages</title>')
  for (const address of ['/api/v1/nothing', '/feeds/nothing', '/gone.js'])
    expect((await request(reader()).get(address).set(html).expect(404)).headers['content-type']).toMatch(
      /problem\+json/,
    )
})

test('without pages the front door leads to the docs', async () => {
  const { headers } = await request(testApi().app).get('/').expect(302)
  expect(headers['location']).toBe('/docs')
})
