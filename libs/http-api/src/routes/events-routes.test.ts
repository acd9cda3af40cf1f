import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'

test('GET /events pages through every event once', async () => {
  const { app } = testApi()
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await request(app).get(`/api/v1/events?limit=2${cursor}`).expect(200)
    expect(body.total).toBe(5)
    seen.push(...body.items.map((item: { id: string }) => item.id))
    cursor = body.nextCursor === undefined ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => ulidOf('E', n)))
})

test('GET /events filters, and combines filters', async () => {
  const { app } = testApi()
  const { body } = await request(app)
    .get('/api/v1/events')
    .query({ lang: 'ar', minSources: 2, since: '2026-03-01' })
  expect(body.items.map((item: { id: string }) => item.id)).toEqual([ulidOf('E', 4)])
  const none = await request(app).get('/api/v1/events').query({ lang: 'ar', until: '2026-03-01T04:00:00Z' })
  expect(none.body).toEqual({ items: [], total: 0 })
})

test('an answer has an ETag, and the same ETag given back makes it 304', async () => {
  const { app, store } = testApi()
  const first = await request(app).get('/api/v1/events').expect(200)
  const tag = first.headers['etag'] ?? ''
  expect(tag).not.toBe('')
  await request(app).get('/api/v1/events').set('If-None-Match', tag).expect(304)
  store.eventRows.pop()
  store.eventRows.pop()
  await request(app).get('/api/v1/events').set('If-None-Match', tag).expect(200)
})

test('GET /events/{id} of a merged event answers 308 to the one it went into', async () => {
  const { app } = testApi()
  const { headers } = await request(app)
    .get(`/api/v1/events/${ulidOf('E', 6)}`)
    .expect(308)
  expect(headers['location']).toBe(`/api/v1/events/${ulidOf('E', 1)}`)
  const timeline = await request(app)
    .get(`/api/v1/events/${ulidOf('E', 6)}/timeline`)
    .expect(308)
  expect(timeline.headers['location']).toBe(`/api/v1/events/${ulidOf('E', 1)}/timeline`)
})

test('GET /events/{id}/timeline lists what happened', async () => {
  const { body } = await request(testApi().app)
    .get(`/api/v1/events/${ulidOf('E', 2)}/timeline`)
    .expect(200)
  expect(body.items[0]).toMatchObject({ kind: 'first-report', articleId: ulidOf('A', 2) })
})

test('POST merge joins events, and the old id moves on', async () => {
  const { app } = testApi()
  const [first, second] = [ulidOf('E', 1), ulidOf('E', 2)]
  const { body } = await request(app)
    .post(`/api/v1/events/${first}/merge`)
    .send({ with: [second] })
    .expect(200)
  expect(body.articles).toHaveLength(2)
  await request(app).get(`/api/v1/events/${second}`).expect(308)
})

test('POST merge refuses an event with itself, and an unknown one', async () => {
  const { app } = testApi()
  const first = ulidOf('E', 1)
  const itself = await request(app)
    .post(`/api/v1/events/${first}/merge`)
    .send({ with: [first] })
    .expect(422)
  expect(itself.body.detail).toContain(first)
  const unknown = await request(app)
    .post(`/api/v1/events/${first}/merge`)
    .send({ with: [ulidOf('E', 77)] })
    .expect(404)
  expect(unknown.body.detail).toContain(ulidOf('E', 77))
})

test('POST split answers with what is left and the new event at Location', async () => {
  const { app } = testApi()
  const url = `/api/v1/events/${ulidOf('E', 1)}/split`
  const { body, headers } = await request(app)
    .post(url)
    .send({ articles: [ulidOf('A', 1)] })
    .expect(201)
  expect(body.event.articles).toEqual([])
  expect(headers['location']).toBe(`/api/v1/events/${body.split.id}`)
  await request(app)
    .post(url)
    .send({ articles: [ulidOf('A', 4)] })
    .expect(422)
})

test('an event is followed or muted, one wish at a time, and the wish is taken back', async () => {
  const { app } = testApi()
  const event = `/api/v1/events/${ulidOf('E', 2)}`
  expect((await request(app).post(`${event}/follow`).send({}).expect(200)).body.choice).toBe('followed')
  expect((await request(app).post(`${event}/mute`).send({ on: true }).expect(200)).body.choice).toBe('muted')
  const ids = async (query: string): Promise<string[]> =>
    (await request(app).get(`/api/v1/events${query}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await ids('')).not.toContain(ulidOf('E', 2))
  expect(await ids('?choice=muted')).toEqual([ulidOf('E', 2)])
  expect(
    (await request(app).post(`${event}/mute`).send({ on: false }).expect(200)).body.choice,
  ).toBeUndefined()
  await request(app).post(`${event}/mute`).send({ on: 'perhaps' }).expect(400)
  await request(app).get('/api/v1/events?choice=loved').expect(400)
})
