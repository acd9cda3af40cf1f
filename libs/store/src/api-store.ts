import type { ApiStore, Decision, EventDetail } from '@newsbraid/model'
import { line, stageOf } from '@newsbraid/stages'
import type pg from 'pg'
import { changesAfter, lastChange } from './changes.ts'
import { sendInto } from './ledger.ts'
import { articleReads } from './read/article-reads.ts'
import { entityReads } from './read/entity-reads.ts'
import { eventReads } from './read/event-reads.ts'
import { pipelineReads } from './read/pipeline-reads.ts'
import { quarantineReads } from './read/quarantine-reads.ts'
import { sourceReads } from './read/source-reads.ts'
import { traceRead } from './read/trace-read.ts'
import { inTransaction } from './transaction.ts'
import { addSources, feedAddress } from './write/add-sources.ts'
import { pollSource, removeSource, updateSource } from './write/change-source.ts'
import { idempotency } from './write/idempotency.ts'
import { mergeByPerson, splitByPerson } from './write/person-word.ts'

/** What the running line does for the API, beyond the database. */
export type LineSide = Pick<ApiStore, 'ingest' | 'onChange'>
export type ApiStoreOptions = {
  /** A feed is never asked again sooner than this after the last time, whoever asks */
  pollFloorSeconds: number
}

/** The store behind the HTTP API, on PostgreSQL. */
export function createApiStore(
  pool: pg.Pool,
  side: LineSide,
  { pollFloorSeconds }: ApiStoreOptions,
): ApiStore {
  const events = eventReads(pool)
  const sources = sourceReads(pool)
  const sendIn = (tx: pg.PoolClient) => sendInto(tx, { stageOf })
  const told = async (id: string): Promise<EventDetail> => {
    const event = await events.event(id)
    if (!event) throw new Error(`Cannot find event "${id}" that was written a moment ago`)
    return event
  }
  return {
    ...events,
    ...articleReads(pool),
    ...entityReads(pool, events.events),
    ...sources,
    ...pipelineReads(
      pool,
      line.map(({ name }) => name),
    ),
    ...quarantineReads(pool),
    ...traceRead(pool),
    ...idempotency(pool),
    ...side,
    async mergeEvents(into, from) {
      const merged = await inTransaction(pool, (tx) => mergeByPerson(tx, into, from))
      return 'done' in merged ? { done: await told(merged.done) } : merged
    },
    async splitEvent(id, articleIds) {
      const split = await inTransaction(pool, (tx) => splitByPerson(tx, id, articleIds))
      return 'done' in split ? { done: { event: await told(id), split: await told(split.done) } } : split
    },
    async addSource(source) {
      const added = await inTransaction(pool, (tx) => addSources(tx, [source], sendIn(tx)))
      const id = added.get(feedAddress(source.feedUrl))
      const made = id === undefined ? undefined : await sources.source(id)
      const refused: Decision<never> = {
        refused: 'conflict',
        detail: `The feed "${source.feedUrl}" is known`,
      }
      return made ? { done: made } : refused
    },
    updateSource: (id, change) => inTransaction(pool, (tx) => updateSource(tx, id, change, sendIn(tx))),
    removeSource: (id) => inTransaction(pool, (tx) => removeSource(tx, id)),
    pollSource: (id) => inTransaction(pool, (tx) => pollSource(tx, id, pollFloorSeconds, sendIn(tx))),
    async importSources(list) {
      const added = await inTransaction(pool, (tx) => addSources(tx, list, sendIn(tx)))
      return { added: added.size, known: list.length - added.size }
    },
    changesAfter: (seq, limit) => changesAfter(pool, seq, limit),
    lastChange: () => lastChange(pool),
    async ping() {
      await pool.query('SELECT 1')
    },
  }
}
