import { expect, test } from '@jest/globals'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { sampleEntity } from '../fixtures/sample.ts'
import { testApi } from '../fixtures/test-api.ts'

const id = ulidOf('N', 1)
const setUp = () => {
  const made = testApi()
  made.store.entityRows = [sampleEntity(1), sampleEntity(2), sampleEntity(3)]
  return made
}

test('a merge answers with the entity, the other moves on for ever, and the list of corrections says who said it', async () => {
  const { app } = setUp()
  const other = ulidOf('N', 2)
  const { body } = await request(app)
    .post(`/api/v1/entities/${id}/merge`)
    .send({ with: [other, other], by: 'Nadia' })
    .expect(200)
  expect(body).toMatchObject({ id, articleCount: 3 })
  const moved = await request(app).get(`/api/v1/entities/${other}`).expect(308)
  expect(moved.headers['location']).toBe(`/api/v1/entities/${id}`)
  const list = await request(app).get(`/api/v1/corrections?entity=${id}`).expect(200)
  expect(list.body.items).toMatchObject([{ kind: 'merge', by: 'Nadia', other: { id: other } }])
})

test('the same Idempotency-Key corrects once', async () => {
  const { app } = setUp()
  const post = () =>
    request(app)
      .post(`/api/v1/entities/${id}/alias`)
      .set('Idempotency-Key', 'alias-1')
      .send({ alias: 'الميناء', lang: 'ar' })
      .expect(200)
  await post()
  const again = await post()
  expect(again.headers['idempotency-replayed']).toBe('true')
  const list = await request(app).get('/api/v1/corrections').expect(200)
  expect(list.body.items).toHaveLength(1)
})

test('a split answers 201 with what is left and what is new; undo takes a correction back once', async () => {
  const { app } = setUp()
  const made = await request(app)
    .post(`/api/v1/entities/${id}/split`)
    .send({ spellings: ['Old Harbour'] })
    .expect(201)
  expect(made.headers['location']).toBe(`/api/v1/entities/${made.body.split.id}`)
  const [kept] = (await request(app).get('/api/v1/corrections')).body.items
  expect(kept.by).toBe('a person')
  const undone = await request(app).post(`/api/v1/corrections/${kept.id}/undo`).expect(200)
  expect(undone.body).toMatchObject({ undone: 1, corrections: [{ undoneAt: expect.any(String) }] })
  await request(app).post(`/api/v1/corrections/${kept.id}/undo`).send({}).expect(409)
})

test.each([
  ['merge', { with: [id] }, 422],
  ['merge', { with: [] }, 400],
  ['split', {}, 400],
  ['rename', { name: '  ' }, 400],
  ['rename', { name: 'x', lang: 'klingon' }, 400],
  ['alias', { alias: 'x'.repeat(201) }, 400],
  ['not-a-name', { article: 'here' }, 400],
  ['not-same', { with: id }, 422],
])('%s refuses %j', async (action, body, status) => {
  const { app } = setUp()
  const answer = await request(app).post(`/api/v1/entities/${id}/${action}`).send(body)
  expect(answer.status).toBe(status)
  expect(answer.type).toBe('application/problem+json')
})

test('whom nobody knows cannot be corrected', async () => {
  const { app } = setUp()
  await request(app)
    .post(`/api/v1/entities/${ulidOf('N', 9)}/rename`)
    .send({ name: 'x' })
    .expect(404)
  await request(app).post('/api/v1/corrections/never/undo').send({}).expect(404)
})
