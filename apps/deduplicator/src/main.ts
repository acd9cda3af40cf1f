import { runService } from '@newsbraid/runtime'

await runService({ name: 'deduplicator', stages: ['place-article'] })
