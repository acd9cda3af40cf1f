import { runService } from '@newsbraid/runtime'

await runService({ name: 'poller', stages: ['poll-feed'], seeds: true })
