import fs from 'node:fs'
import path from 'node:path'
import type { Config, OpenLine } from '@newsbraid/runtime'
import { type SampleNews, startSampleNews } from '@newsbraid/sample-news'

type Kept = { port: number }

/** Feeds of samples are asked often, so that one sees an event develop. */
const SAMPLE_POLL_SECONDS = { min: 10, max: 20 }

/**
 * Starts the sample outlets on the ports they had before, so that their addresses stay the same over restarts, and
 * opens the address guard for them and nothing else. The user's own pace is kept where it was set.
 */
export async function startSample(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ config: Config; sample: SampleNews }> {
  const note = path.join(config.store.dataDir, 'sample-news.json')
  const kept: Kept = fs.existsSync(note)
    ? (JSON.parse(fs.readFileSync(note, 'utf8')) as Kept)
    : { port: config.samplePort }
  const { sample, port } = await startOnFreePorts(kept.port)
  fs.mkdirSync(config.store.dataDir, { recursive: true })
  fs.writeFileSync(note, JSON.stringify({ port }))
  const allowPrivate = [config.fetching.allowPrivate, ...sample.addresses].filter(Boolean).join(',')
  return {
    sample,
    config: {
      ...config,
      fetching: {
        ...config.fetching,
        allowPrivate,
        hostDelaySeconds: env['HOST_DELAY_SECONDS'] ? config.fetching.hostDelaySeconds : 0.3,
      },
      politeness: {
        ...config.politeness,
        pollMinSeconds: env['POLL_MIN_SECONDS'] ? config.politeness.pollMinSeconds : SAMPLE_POLL_SECONDS.min,
        pollMaxSeconds: env['POLL_MAX_SECONDS'] ? config.politeness.pollMaxSeconds : SAMPLE_POLL_SECONDS.max,
      },
    },
  }
}

async function startOnFreePorts(first: number): Promise<{ sample: SampleNews; port: number }> {
  for (let port = first; port < first + 2000 && port < 65_000; port += 20)
    try {
      return { sample: await startSampleNews({ port }), port }
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined
      if ((cause as NodeJS.ErrnoException | undefined)?.code !== 'EADDRINUSE') throw error
    }
  throw new Error(`Cannot start the sample outlets: no free ports from "${first}" on; set SAMPLE_PORT`)
}

/** Adds the sample outlets as sources, unless there are sources already. */
export async function addSampleSources(open: OpenLine, sample: SampleNews): Promise<void> {
  const sources = await open.apiStore.allSources()
  if (sources.length > 0) return
  await open.apiStore.importSources(
    sample.outlets.map(({ feedUrl, name, homeUrl, language }) => ({ feedUrl, name, homeUrl, language })),
  )
}

/** With feeds of one's own the samples are asked no more. */
export async function pauseSampleSources(open: OpenLine, dataDir: string): Promise<void> {
  const note = path.join(dataDir, 'sample-news.json')
  if (!fs.existsSync(note)) return
  const { port } = JSON.parse(fs.readFileSync(note, 'utf8')) as Kept
  for (const { id, feedUrl, state } of await open.apiStore.allSources()) {
    const { hostname, port: theirs } = new URL(feedUrl)
    if (
      state === 'active' &&
      hostname === '127.0.0.1' &&
      Number(theirs) >= port &&
      Number(theirs) < port + 20
    )
      await open.apiStore.updateSource(id, { state: 'paused' })
  }
}
