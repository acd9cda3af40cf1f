import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Service, startService } from '@newsbraid/runtime'
import { type SampleNews, startSampleNews } from '@newsbraid/sample-news'
import { readCompose } from './testing/compose-file.ts'
import type { Container } from './testing/container.ts'
import { eventsOf, partitionOf, textsOf, placed } from './testing/observe.ts'
import { hasProgram } from './testing/programs.ts'
import { type RealPostgres, startPostgres } from './testing/real-postgres.ts'
import { type RealServer, startRedis } from './testing/real-redis.ts'
import { type SplitServices, startSplit } from './testing/split-services.ts'

const redisServer = hasProgram('redis-server')
if (!redisServer)
  console.warn(
    'No redis-server on this machine: the services are not tried as separate processes, nor on Redis',
  )

const LIMIT_MS = 180_000

/** The sample news through the three ways to run Newsbraid, side by side, read from the same outlets. */
;(redisServer ? describe : describe.skip)('the sample news', () => {
  const closers: (() => Promise<unknown>)[] = []
  const addresses: Record<string, string> = {}
  const containers: Container[] = []
  let sample: SampleNews
  let split: SplitServices
  let articles = 0

  /** All stages, the API and the feeds in this process. */
  async function startTogether(env: Record<string, string>): Promise<Service> {
    const stages = ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'] as const
    const service = await startService({
      name: 'together',
      stages,
      api: true,
      seeds: true,
      env: { ...env, HOST: '127.0.0.1', PORT: '0' },
    })
    closers.push(service.stop)
    return service
  }

  beforeAll(async () => {
    sample = await startSampleNews({ developAfterMs: [] })
    articles = sample.gold().filter(({ isDisallowed }) => !isDisallowed).length
    const pace = {
      FEEDS: sample.outlets.map(({ feedUrl }) => feedUrl).join(' '),
      ALLOW_PRIVATE_ADDRESSES: sample.addresses.join(','),
      HOST_DELAY_SECONDS: '0.05',
      POLL_MIN_SECONDS: '2',
      LOG_LEVEL: 'warn',
    }
    const passwords = { POSTGRES_PASSWORD: 'dove', VALKEY_PASSWORD: 'loom', ADMIN_PASSWORD: 'quay' }
    const compose = readCompose({ ...pace, ...passwords })
    const { postgres, valkey } = compose.services
    const [server, redis]: [RealPostgres, RealServer] = await Promise.all([
      startPostgres({
        user: postgres!.environment!['POSTGRES_USER']!,
        password: passwords.POSTGRES_PASSWORD,
        initdbArgs: postgres!.environment!['POSTGRES_INITDB_ARGS']!.split(' '),
        command: postgres!.command!,
      }),
      startRedis(valkey!.command!),
    ])
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-together-'))
    closers.push(
      async () => fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
      server.stop,
      redis.stop,
    )
    await server.createDatabase('newsbraid')
    await server.createDatabase('together')
    const queue = (index: number) => `redis://:${passwords.VALKEY_PASSWORD}@127.0.0.1:${redis.port}/${index}`
    const localise = (setting: string) =>
      setting.startsWith('postgresql:')
        ? server.addressOf(setting)
        : setting.startsWith('redis:')
          ? queue(0)
          : setting

    const settled = async (name: string, start: Promise<{ address: string }>) => {
      const { address } = await start
      addresses[name] = address
      await placed(address, articles, LIMIT_MS)
    }
    const separately = startSplit(compose, {
      copies: { cleaner: 2, deduplicator: 2 },
      localise,
      containers,
    }).then((services) => (split = services))
    // All of them come to their end before one that failed is told, so that nothing is left half started
    const ends = await Promise.allSettled([
      settled('embedded', startTogether({ ...pace, DATA_DIR: dataDir })),
      settled(
        'on PostgreSQL and Redis',
        startTogether({
          ...pace,
          DATABASE_URL: server.addressOf('postgresql://newsbraid:dove@postgres:5432/together'),
          REDIS_URL: queue(1),
        }),
      ),
      settled('separately', separately),
    ])
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }, LIMIT_MS + 60_000)

  afterAll(async () => {
    for (const { signal } of containers) signal('SIGKILL')
    for (const close of closers.reverse()) await close()
    await sample?.close()
  }, 60_000)

  test('comes through separate processes, started as docker-compose.yml says, as events of two sources and more', async () => {
    expect((await partitionOf(split.address)).flat()).toHaveLength(articles)
    const joint = (await eventsOf(split.address)).filter(({ sources }) => sources.length > 1)
    expect(joint.length).toBeGreaterThan(5)
  })

  test(
    'comes to the same events in one process and in many, on embedded and on separate servers',
    async () => {
      const end = Date.now() + LIMIT_MS
      let found: string[][][] = []
      let texts: string[][][] = []
      // Pages of a young site are cleaned again, and events settle, some time after the last article was placed
      for (let isSame = false; !isSame && Date.now() < end;) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        found = await Promise.all(Object.values(addresses).map(partitionOf))
        texts = await Promise.all(Object.values(addresses).map(textsOf))
        isSame = [found, texts].every((all) => new Set(all.map((one) => JSON.stringify(one))).size === 1)
      }
      // Where the events differ it says more to see that the texts do
      const [text, ...otherTexts] = texts
      for (const other of otherTexts) expect(other).toEqual(text)
      const [first, ...others] = found
      for (const other of others) expect(other).toEqual(first)
    },
    LIMIT_MS + 60_000,
  )

  test('is seen by the command line of a container of its own', async () => {
    const cli = split.run('cli', 'sources', 'list', '--json')
    expect({ code: await cli.ended, output: cli.output().slice(-300) }).toMatchObject({ code: 0 })
    for (const { feedUrl } of sample.outlets) expect(cli.output()).toContain(feedUrl)
  })

  test('is left in order: SIGTERM ends every process with code 0 within its grace', async () => {
    const started = performance.now()
    for (const { signal } of containers) signal('SIGTERM')
    for (const { name, ended, output } of containers)
      expect([name, await ended, output()]).toEqual([name, 0, output()])
    expect(performance.now() - started).toBeLessThan(35_000)
  }, 40_000)
})
