import type { JobDefinition } from './job.ts'

/** What the topology of a line is read off: a queue taken, the queues written to. */
export type Handler = {
  readonly name: string
  readonly takes: JobDefinition
  readonly sends: readonly JobDefinition[]
}

type QueueOf<J> = J extends JobDefinition<infer Q> ? Q : never
type Unread<H extends readonly Handler[]> = Exclude<
  QueueOf<H[number]['sends'][number]>,
  QueueOf<H[number]['takes']>
>

/** A whole line: does not compile while some queue is written to and never read, nor runs with two readers of one. */
export const wholeLine = <const H extends readonly Handler[]>(
  handlers: H & ([Unread<H>] extends [never] ? unknown : `nobody takes "${Unread<H>}" jobs`),
): H => {
  const stages: readonly Handler[] = handlers
  const queues = stages.map((stage) => stage.takes.queue)
  const twice = queues.find((queue, i) => queues.indexOf(queue) !== i)
  if (twice) throw new Error(`Cannot build the line: two stages take "${twice}" jobs`)
  const unread = stages.flatMap((stage) => stage.sends).find((job) => !queues.includes(job.queue))
  if (unread) throw new Error(`Cannot build the line: nobody takes "${unread.queue}" jobs`)
  return handlers
}
