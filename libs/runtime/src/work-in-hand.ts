import type { Ledger } from '@newsbraid/pipeline'

/** The dispatches this process works on, for all its stages: one sign of life tells the store of them together. */
export type WorkInHand = {
  take: (token: string) => void
  give: (token: string) => void
  touch: (ledger: Pick<Ledger<never>, 'touch'>) => Promise<void>
}

export function workInHand(): WorkInHand {
  // Several jobs may belong to one dispatch
  const jobs = new Map<string, number>()
  return {
    take: (token) => void jobs.set(token, (jobs.get(token) ?? 0) + 1),
    give(token) {
      const left = (jobs.get(token) ?? 1) - 1
      if (left > 0) jobs.set(token, left)
      else jobs.delete(token)
    },
    async touch(ledger) {
      if (jobs.size > 0) await ledger.touch([...jobs.keys()])
    },
  }
}
