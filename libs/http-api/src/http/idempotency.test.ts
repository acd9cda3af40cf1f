import { expect, test } from '@jest/globals'
import request from 'supertest'
import { testApi } from '../fixtures/test-api.ts'

test('a POST sent twice under one Idempotency-Key is done once and answered twice', async () => {
  const { app, store } = testApi()
  const post = () =>
    request(app)
      .post('/api/v1/sources')
      .set('Idempotency-Key', 'k-1')
      .send({ feedUrl: 'https://a.example/feed' })
  const first = await post().expect(201)
  const second = await post().expect(201)
  expect(second.body).toEqual(first.body)
  expect(second.headers['location']).toBe(first.headers['location'])
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect(store.sourceRows.filter(({ feedUrl }) => feedUrl === 'https://a.example/feed')).toHaveLength(1)
})

test('a key that comes with another body is refused', async () => {
  const { app } = testApi()
  const post = (feedUrl: string) =>
    request(app).post('/api/v1/sources').set('Idempotency-Key', 'k-1').send({ feedUrl })
  await post('https://a.example/feed').expect(201)
  const { body } = await post('https://b.example/feed').expect(422)
  expect(body).toMatchObject({ type: '/docs#key-reused', detail: expect.stringContaining('k-1') })
})

test('while the first runs, the second is told to come back', async () => {
  const { app, store } = testApi()
  const gate: { started?: () => void; finish?: () => void } = {}
  const hasStarted = new Promise<void>((resolve) => (gate.started = resolve))
  store.ingest = () => {
    gate.started?.()
    return new Promise(
      (resolve) => (gate.finish = () => resolve({ end: 'pending', url: 'https://a.example/1' })),
    )
  }
  const post = () =>
    request(app).post('/api/v1/ingest').set('Idempotency-Key', 'k-2').send({ url: 'https://a.example/1' })
  const first = post().then((answer) => answer)
  await hasStarted
  const { headers } = await post().expect(409)
  expect(headers['retry-after']).toBe('1')
  gate.finish?.()
  expect((await first).status).toBe(202)
  await post().expect(202)
})

test('a refusal is kept, a breakdown is not', async () => {
  const { app, store } = testApi()
  const post = () =>
    request(app).post('/api/v1/ingest').set('Idempotency-Key', 'k-3').send({ url: 'https://a.example/1' })
  store.ingest = () => Promise.reject(new Error('Connection refused'))
  await post().expect(500)
  store.ingest = async () => ({
    end: 'ended',
    url: 'https://a.example/1',
    stage: 'clean-page',
    outcome: 'too-short',
  })
  await post().expect(422)
  store.ingest = async () => ({ end: 'pending', url: 'https://a.example/1' })
  const { body, headers } = await post().expect(422)
  expect(headers['content-type']).toMatch(/problem\+json/)
  expect(body).toMatchObject({ stage: 'clean-page', outcome: 'too-short' })
})

test('what was done but could not be kept is not done again', async () => {
  const { app, store } = testApi()
  const post = () =>
    request(app)
      .post('/api/v1/sources')
      .set('Idempotency-Key', 'k-4')
      .send({ feedUrl: 'https://a.example/feed' })
  const { keepResponse } = store
  store.keepResponse = () => Promise.reject(new Error('Connection refused'))
  await post().expect(500)
  store.keepResponse = keepResponse
  await post().expect(409)
  expect(store.sourceRows.filter(({ feedUrl }) => feedUrl === 'https://a.example/feed')).toHaveLength(1)
})

test('a key of control characters or none at all is refused', async () => {
  const { app } = testApi()
  await request(app)
    .post('/api/v1/sources')
    .set('Idempotency-Key', 'a b')
    .send({ feedUrl: 'https://a.example/f' })
    .expect(400)
})
