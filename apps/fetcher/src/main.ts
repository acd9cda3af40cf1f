import { runService } from '@newsbraid/runtime'

await runService({ name: 'fetcher', stages: ['fetch-page'] })
