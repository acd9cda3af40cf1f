import { runService } from '@newsbraid/runtime'
import type { SampleNews } from '@newsbraid/sample-news'
import { addSampleSources, pauseSampleSources, startSample } from './sample-outlets.ts'
import { welcome } from './welcome.ts'

let sample: SampleNews | undefined

await runService({
  name: 'newsbraid',
  stages: ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
  api: true,
  seeds: true,
  async prepare(config) {
    if (config.feeds) return { config }
    const started = await startSample(config, process.env)
    sample = started.sample
    return { config: started.config, close: started.sample.close }
  },
  async ready(address, open) {
    if (sample) await addSampleSources(open, sample)
    else await pauseSampleSources(open, process.env['DATA_DIR'] || './data')
    welcome(address, sample !== undefined)
  },
})
