import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from './database.ts'
import { sendInto } from './ledger.ts'
import { pushBook, pushDoor } from './push.ts'
import { stageReads } from './stage-reads.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { inTransaction } from './transaction.ts'

const FEED = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const TOPIC = 'https://paper.example/feed'
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('s', 'Paper')`)
  await database.pool.query(`INSERT INTO feeds (id, source_id, url) VALUES ($1, 's', $2)`, [FEED, TOPIC])
  await inTransaction(database.pool, (tx) =>
    sendInto(tx, { stageOf: () => 'poll-feed' })('poll', [
      { id: FEED, lane: 'paper.example', dueMs: Date.now() + 3_600_000 },
    ]),
  )
})
afterAll(() => database.close())

const sign = (secret: string, body: Uint8Array) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

test('a hub is asked once, confirms by token and topic, and only rightly signed pushes are kept and hurried', async () => {
  const book = pushBook(database.pool, 'https://newsbraid.example')
  const door = pushDoor(database.pool)
  const made = await book.subscription(FEED, 'https://hub.example/', TOPIC)
  expect(made.isDue).toBe(true)
  expect(await book.subscription(FEED, 'https://hub.example/', TOPIC)).toEqual({ ...made, isDue: false })

  const body = new TextEncoder().encode('<rss/>')
  expect(await door.take(made.token, { body, signature: sign(made.secret, body) })).toBe('unknown')
  expect(await door.confirm('somebody', 'subscribe', TOPIC, 600)).toBe(false)
  expect(await door.confirm(made.token, 'subscribe', 'https://other.example/', 600)).toBe(false)
  expect(await door.confirm(made.token, 'unsubscribe', TOPIC, 600)).toBe(false)
  expect(await door.confirm(made.token, 'subscribe', TOPIC, 600)).toBe(true)

  expect(await door.take(made.token, { body, signature: sign('wrong', body) })).toBe('forged')
  expect(await door.take(made.token, { body })).toBe('forged')
  expect((await stageReads(database.pool).feedsToPoll([FEED])).get(FEED)?.push).toBeUndefined()
  expect(
    await door.take(made.token, { body, signature: sign(made.secret, body), contentType: 'text/xml' }),
  ).toBe('taken')
  const push = (await stageReads(database.pool).feedsToPoll([FEED])).get(FEED)?.push
  expect(new TextDecoder().decode(push?.bytes)).toBe('<rss/>')
  const { rows } = await database.pool.query<{ due: boolean }>(
    'SELECT due_at <= now() AS due FROM work WHERE item_id = $1',
    [FEED],
  )
  expect(rows).toEqual([{ due: true }])
})

test('another hub or topic is a new subscription with a new secret', async () => {
  const book = pushBook(database.pool, 'https://newsbraid.example')
  const before = await book.subscription(FEED, 'https://hub.example/', TOPIC)
  const after = await book.subscription(FEED, 'https://second.example/', TOPIC)
  expect(after.isDue).toBe(true)
  expect(after.token).not.toBe(before.token)
  expect(after.secret).not.toBe(before.secret)
})
