import type { Bus } from './bus.ts'

export type ConformanceCase = { promise: string; check: (bus: Bus, queue: string) => Promise<void> }

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited in vain until ${what}`)
}
const expectEqual = (what: string, got: unknown, wanted: unknown): void => {
  if (JSON.stringify(got) !== JSON.stringify(wanted))
    throw new Error(`Expected ${what} to be ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`)
}
const job = (n: number) => ({
  id: `job-${n}-x`,
  name: 'test@1',
  payload: { ids: [`item-${n}`], token: `t${n}` },
})

/** What every adapter of the bus port must hold; each case gets a queue name of its own. */
export const busConformance: readonly ConformanceCase[] = [
  {
    promise: 'delivers every job with name and payload unchanged',
    async check(bus, queue) {
      const got: string[] = []
      const consumer = await bus.consume(
        queue,
        async (name, payload) => void got.push(`${name} ${JSON.stringify(payload)}`),
        { concurrency: 4 },
      )
      await bus.add(queue, [1, 2, 3, 4, 5].map(job))
      await until('five jobs have come', () => got.length === 5)
      expectEqual(
        'the jobs',
        got.sort(),
        [1, 2, 3, 4, 5].map((n) => `test@1 ${JSON.stringify(job(n).payload)}`),
      )
      await consumer.close()
    },
  },
  {
    promise: 'delivers a job that was added before anybody consumed',
    async check(bus, queue) {
      await bus.add(queue, [job(1)])
      expectEqual('waiting', (await bus.counts(queue)).waiting, 1)
      let got = 0
      const consumer = await bus.consume(queue, async () => void got++, { concurrency: 1 })
      await until('the job has come', () => got === 1)
      await until('nothing is active', async () => (await bus.counts(queue)).active === 0)
      await consumer.close()
    },
  },
  {
    promise: 'keeps no more than the given number of jobs in hand',
    async check(bus, queue) {
      let now = 0
      let most = 0
      let finished = 0
      const consumer = await bus.consume(
        queue,
        async () => {
          most = Math.max(most, ++now)
          await new Promise((resolve) => setTimeout(resolve, 40))
          now--
          finished++
        },
        { concurrency: 2 },
      )
      await bus.add(queue, [1, 2, 3, 4, 5, 6].map(job))
      await until('six jobs are finished', () => finished === 6)
      expectEqual('jobs in hand at once', most, 2)
      await consumer.close()
    },
  },
  {
    promise: 'counts a job whose handler throws as failed and goes on with the next',
    async check(bus, queue) {
      const got: string[] = []
      const consumer = await bus.consume(
        queue,
        async (_name, payload) => {
          const [id] = (payload as { ids: string[] }).ids
          if (id === 'item-1') throw new Error('Cannot bear item-1')
          got.push(id!)
        },
        { concurrency: 1 },
      )
      await bus.add(queue, [job(1), job(2)])
      await until('the second job has come', () => got.length === 1)
      await until('one job has failed', async () => (await bus.counts(queue)).failed === 1)
      await consumer.close()
    },
  },
  {
    promise: 'finishes the job in hand before a consumer is closed, and leaves the rest waiting',
    async check(bus, queue) {
      let started = 0
      let finished = 0
      const consumer = await bus.consume(
        queue,
        async () => {
          started++
          await new Promise((resolve) => setTimeout(resolve, 200))
          finished++
        },
        { concurrency: 1 },
      )
      await bus.add(queue, [job(1), job(2), job(3)])
      await until('a job is in hand', () => started === 1)
      await consumer.close()
      expectEqual('jobs finished at close', finished, started)
      const { waiting, active } = await bus.counts(queue)
      expectEqual('jobs left', waiting + active, 3 - finished)
    },
  },
  {
    promise: 'lets a second consumer share the work',
    async check(bus, queue) {
      const seen: string[] = []
      const take = async (_name: string, payload: unknown) =>
        void seen.push((payload as { token: string }).token)
      const first = await bus.consume(queue, take, { concurrency: 1 })
      const second = await bus.consume(queue, take, { concurrency: 1 })
      await bus.add(
        queue,
        Array.from({ length: 20 }, (_, n) => job(n)),
      )
      await until('twenty jobs have come', () => seen.length >= 20)
      expectEqual('distinct jobs', new Set(seen).size, 20)
      expectEqual('deliveries', seen.length, 20)
      await first.close()
      await second.close()
    },
  },
]
