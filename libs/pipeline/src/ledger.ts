import type { ItemEnd } from '@newsbraid/model'
import type { Send } from './stage.ts'

/** `alone`: it failed before, or its process did; it shares no job with others, so that it can't take them with it. */
export type Due = { id: string; alone: boolean }
export type FinishedItem = { id: string; end: ItemEnd }

/**
 * Where the state of every item lives: the store. An item is `ready`, `queued` under a token, `running`, `done` or
 * `quarantined`. A token names one dispatch, so a job that comes twice, late or forged finds nothing to do.
 */
export type Ledger<Tx> = {
  /** Of these ids, the ones queued (or already running) under this token; they are running from now on, one attempt more. */
  claim: (stage: string, ids: readonly string[], token: string) => Promise<string[]>
  /**
   * One transaction: the items' ends and, for those still held under the token, `effects`. Items taken over by another
   * dispatch meanwhile are left out of `held`, so nothing is saved twice.
   */
  finish: (
    stage: string,
    token: string,
    items: readonly FinishedItem[],
    maxAttempts: number,
    effects: (tx: Tx, held: ReadonlySet<string>, send: Send) => Promise<void>,
  ) => Promise<void>
  /** Takes up to `limit` due items, marks them queued under the token and returns their ids. */
  dispatch: (stage: string, limit: number, token: string) => Promise<Due[]>
  /** Gives back what was dispatched but could not be put on the queue. */
  release: (stage: string, token: string) => Promise<void>
  /** How many items wait for this stage, counted up to `enough`; a host with a long line counts for a few. */
  backlog: (stage: string, enough: number) => Promise<number>
  /** Says that the work under these tokens is alive. */
  touch: (tokens: readonly string[]) => Promise<void>
  /** Items queued or running for longer than the lease become ready again, or quarantined when that happened too often. Returns how many. */
  recover: (stage: string, leaseMs: number) => Promise<number>
}
