import type { ApiStore, Decision, EntityDetail, EventDetail } from '@newsbraid/model'
import { line, stageOf } from '@newsbraid/stages'
import type pg from 'pg'
import { correcting } from './corrections/give-correction.ts'
import { importAliases } from './corrections/import-aliases.ts'
import {
  aliasEntity,
  mergeEntities,
  notAName,
  notSame,
  renameEntity,
  splitEntity,
  undoCorrection,
} from './corrections/person-corrections.ts'
import { changesAfter, lastChange } from './changes.ts'
import { sendInto } from './ledger.ts'
import { articleReads } from './read/article-reads.ts'
import { blockMarkReads } from './read/block-mark-reads.ts'
import { correctionReads } from './read/correction-reads.ts'
import { entityReads } from './read/entity-reads.ts'
import { eventReads } from './read/event-reads.ts'
import { pipelineReads } from './read/pipeline-reads.ts'
import { quarantineReads } from './read/quarantine-reads.ts'
import { sourceReads } from './read/source-reads.ts'
import { traceRead } from './read/trace-read.ts'
import { inTransaction, type Queryable } from './transaction.ts'
import { addSources, feedAddress } from './write/add-sources.ts'
import { chooseEvent } from './write/choose-event.ts'
import { pollSource, updateSource } from './write/change-source.ts'
import { idempotency } from './write/idempotency.ts'
import { markBlock, unmarkBlock } from './write/mark-block.ts'
import { mergeByPerson, splitByPerson } from './write/person-word.ts'
import { removeSource, removeSourceWithArticles, weighRemoval } from './write/remove-source.ts'

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
  const entities = entityReads(pool, events.events)
  const corrections = correctionReads(pool)
  const sources = sourceReads(pool)
  const sendIn = (tx: pg.PoolClient) => sendInto(tx, { stageOf })
  const told = async (id: string): Promise<EventDetail> => {
    const event = await events.event(id)
    if (!event) throw new Error(`Cannot find event "${id}" that was written a moment ago`)
    return event
  }
  const toldEntity = async (id: string): Promise<EntityDetail> => {
    const entity = await entities.entity(id)
    if (!entity) throw new Error(`Cannot find entity "${id}" that was corrected a moment ago`)
    return entity
  }
  /** Gives a correction and answers with the entity as it then is. */
  const corrected = async (act: (tx: Queryable) => Promise<string>): Promise<Decision<EntityDetail>> => {
    const done = await correcting(pool, act)
    return 'done' in done ? { done: await toldEntity(done.done) } : done
  }
  return {
    ...events,
    ...articleReads(pool),
    ...blockMarkReads(pool),
    ...entities,
    ...corrections,
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
    markBlock: (articleId, block) => inTransaction(pool, (tx) => markBlock(tx, articleId, block, sendIn(tx))),
    unmarkBlock: (id) => inTransaction(pool, (tx) => unmarkBlock(tx, id, sendIn(tx))),
    mergeEntities: (into, from, giver) => corrected((tx) => mergeEntities(tx, into, from, giver)),
    async splitEntity(id, parts, giver) {
      const split = await correcting(pool, (tx) => splitEntity(tx, id, parts, giver))
      if (!('done' in split)) return split
      return { done: { entity: await toldEntity(id), split: await toldEntity(split.done) } }
    },
    renameEntity: (id, to, giver) => corrected((tx) => renameEntity(tx, id, to, giver)),
    aliasEntity: (id, known, giver) => corrected((tx) => aliasEntity(tx, id, known, giver)),
    notAName: (id, where, giver) => corrected((tx) => notAName(tx, id, where, giver)),
    notSame: (id, other, giver) => corrected((tx) => notSame(tx, id, other, giver)),
    async undoCorrection(id, { by }) {
      const undone = await correcting(pool, (tx) => undoCorrection(tx, id, by))
      if (!('done' in undone)) return undone
      const { items } = await corrections.corrections({ ids: undone.done.slice(0, 50) }, { limit: 50 })
      return { done: { undone: undone.done.length, corrections: items } }
    },
    importAliases: (entries, giver, options) => importAliases(pool, entries, giver, options),
    async chooseEvent(id, choice) {
      const chosen = await inTransaction(pool, (tx) => chooseEvent(tx, id, choice))
      return 'done' in chosen ? { done: await told(id) } : chosen
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
    removeSourceWithArticles: (id, waitMs) => removeSourceWithArticles(pool, id, waitMs),
    sourceRemoval: (id) => weighRemoval(pool, id),
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
