import { runService } from '@newsbraid/runtime'

await runService({ name: 'cleaner', stages: ['clean-page'] })
