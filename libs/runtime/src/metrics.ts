import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ModelKind } from './open-models.ts'

export type Metrics = {
  text: () => Promise<string>
  finished: (stage: string, outcome: string) => void
  batch: (stage: string, seconds: number) => void
  /** How a question to a served model ended */
  askedModel: (model: ModelKind, outcome: string) => void
  /** Read when somebody asks for the metrics */
  onQueueCounts: (read: () => Promise<{ queue: string; state: string; count: number }[]>) => void
}

/** Prometheus figures of one process, each kind declared once. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const items = new Counter({
    name: 'newsbraid_items_total',
    help: 'Items finished, by stage and outcome',
    labelNames: ['stage', 'outcome'],
    registers: [registry],
  })
  const batches = new Histogram({
    name: 'newsbraid_batch_seconds',
    help: 'Time one job took',
    labelNames: ['stage'],
    buckets: [0.01, 0.05, 0.2, 1, 5, 20, 60],
    registers: [registry],
  })
  const asked = new Counter({
    name: 'newsbraid_model_total',
    help: 'Questions to served models, by outcome; resting: not asked after failures',
    labelNames: ['model', 'outcome'],
    registers: [registry],
  })
  let read: (() => Promise<{ queue: string; state: string; count: number }[]>) | undefined
  const queues = new Gauge({
    name: 'bullmq_job_count',
    help: 'Jobs in a queue, by state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      for (const { queue, state, count } of (await read?.()) ?? []) this.set({ queue, state }, count)
    },
  })
  void queues
  return {
    text: () => registry.metrics(),
    finished: (stage, outcome) => items.inc({ stage, outcome }),
    askedModel: (model, outcome) => asked.inc({ model, outcome }),
    batch: (stage, seconds) => batches.observe({ stage }, seconds),
    onQueueCounts: (source) => (read = source),
  }
}
