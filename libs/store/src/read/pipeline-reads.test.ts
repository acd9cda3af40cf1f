import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { pipelineReads } from './pipeline-reads.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const put = (stage: string, due: string, detail: string | null) =>
  database.pool.query(
    `INSERT INTO work (stage, item_id, due_at, detail) VALUES ($1, 'one', now() + $2::interval, $3)
     ON CONFLICT (stage, item_id) DO UPDATE SET due_at = excluded.due_at, detail = excluded.detail`,
    [stage, due, detail],
  )
const pipeline = () => pipelineReads(database.pool, ['poll-feed', 'fetch-page']).pipeline()

test('a pipeline is idle while all that is left is the next poll and a second look', async () => {
  await put('poll-feed', '5 minutes', null)
  await put('fetch-page', '2 hours', null)
  expect(await pipeline()).toMatchObject({ idle: true, stages: [{ unfinished: 0 }, { unfinished: 0 }] })
})

test('a pipeline is not idle while a page waits for its host', async () => {
  await put('fetch-page', '1 minute', 'its host is busy')
  expect(await pipeline()).toMatchObject({ idle: false, stages: [{ unfinished: 0 }, { unfinished: 1 }] })
})

test('a pipeline is not idle when the hour of a second look has come', async () => {
  await put('fetch-page', '-1 second', null)
  expect(await pipeline()).toMatchObject({ idle: false, stages: [{ unfinished: 0 }, { unfinished: 1 }] })
})
