import { runService } from '@newsbraid/runtime'

await runService({ name: 'api', stages: [], api: true })
