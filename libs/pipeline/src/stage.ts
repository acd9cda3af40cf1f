import type { Ended } from './ended.ts'
import type { JobDefinition } from './job.ts'

/** What is next, written in the same transaction as the result. */
export type Send<Q extends string = string> = (queue: Q, items: readonly Outgoing[]) => Promise<void>
export type Outgoing = {
  id: string
  /** Not before this time (milliseconds since 1970); absent: at once */
  dueMs?: number
  /** Items of one lane (a host) are dispatched a few at a time */
  lane?: string
}

export type Saved<Item, Result> = { id: string; item: Item; result: Result; outcome: string }

/**
 * One stage of the line. `load` reads a batch from the store, `run` works on one item (and may throw), `save` writes
 * the results of those that are done and sends what is next; `save` runs inside one transaction with the items' state.
 */
export type Stage<Ports, Tx, Item, Result, T extends string = string, S extends string = string> = {
  name: string
  takes: JobDefinition<T>
  sends: readonly JobDefinition<S>[]
  /** Jobs worked on side by side in one process */
  concurrency: number
  /** Attempts before an item that keeps failing goes to quarantine */
  maxAttempts: number
  /** Jobs that may wait in the queue before no more are dispatched */
  highWater: number
  /** Items that may wait in the store before the stages that send them pause */
  enough: number
  load: (ids: readonly string[], ports: Ports) => Promise<ReadonlyMap<string, Item>>
  run: (item: Item, ports: Ports) => Ended<Result> | Promise<Ended<Result>>
  save: (saved: readonly Saved<Item, Result>[], tx: Tx, send: Send<S>, ports: Ports) => Promise<void>
  /** Called when a batch could not be saved, for stages that keep something in memory */
  onSaveFailed?: (ports: Ports) => void
}

/** Declares a stage; a queue it writes to without having declared it does not compile. */
export const defineStage =
  <Ports, Tx>() =>
  <Item, Result, const T extends string, const S extends string = never>(
    stage: Stage<Ports, Tx, Item, Result, T, S>,
  ): Stage<Ports, Tx, Item, Result, T, S> =>
    stage
