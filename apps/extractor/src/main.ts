import { runService } from '@newsbraid/runtime'

await runService({ name: 'extractor', stages: ['extract-mentions'] })
