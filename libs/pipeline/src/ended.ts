/** How one item left a stage's `run`: under a named outcome with a result to save, or put off until later. */
export type Ended<Result> =
  | { kind: 'done'; outcome: string; detail?: string; result: Result }
  | { kind: 'defer'; untilMs: number; reason: string }

/** The item is finished under this one word; the result is handed to `save`. */
export const done = <Result>(outcome: string, result: Result, detail?: string): Ended<Result> => ({
  kind: 'done',
  outcome,
  result,
  ...(detail === undefined ? {} : { detail }),
})

/** The item can't be done yet (its host isn't free, its feed asked for patience); this costs no attempt. */
export const defer = (untilMs: number, reason: string): Ended<never> => ({ kind: 'defer', untilMs, reason })

/** Thrown by a stage when no retry can help: the item goes to quarantine with this reason and can be replayed. */
export class Unprocessable extends Error {
  override name = 'Unprocessable'
}
