import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type SampleNews, startSampleNews } from '@newsbraid/sample-news'
import { root } from './projects.ts'
import {
  getJson,
  pairsOf,
  plainUrl,
  type Read,
  readAll,
  sampleEnv,
  untilAllPlaced,
  untilQuiet,
} from './sample-run.ts'

const MINUTES = 60_000

/** One built process of everything, as a person runs it. */
async function start(env: Record<string, string>): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [path.join(root, 'dist/apps/standalone/main.js')], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Newsbraid runs: (\S+)/.exec(output)
      if (found) resolve(found[1]!)
    })
    child.once('exit', (code) =>
      reject(new Error(`Newsbraid ended with code ${code}: ${output.slice(-500)}`)),
    )
  })
  return { address, child }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) =>
    child.exitCode !== null ? resolve(child.exitCode) : child.once('exit', resolve),
  )
const isPage = (sample: SampleNews) => {
  const pages = new Set(sample.gold().map(({ url }) => plainUrl(url)))
  return (url: string) => pages.has(plainUrl(url))
}

describe('the line from feed to event', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-line-'))
  let sample: SampleNews
  let child: ChildProcess
  let read: Read
  let address: string

  beforeAll(async () => {
    sample = await startSampleNews({ developAfterMs: [] })
    ;({ address, child } = await start(sampleEnv(sample, dataDir)))
    await untilAllPlaced(address, sample)
    await untilQuiet(address)
    read = await readAll(address)
  }, 3 * MINUTES)
  afterAll(async () => {
    // in order, so that its database has left the folder before that goes
    child.kill('SIGTERM')
    await ended(child)
    await sample.close()
    fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }, MINUTES)

  test('every article is there once, and the one robots.txt closes is not', () => {
    const wanted = sample.gold().filter((article) => !article.isDisallowed)
    expect(read.articles.map(({ url }) => plainUrl(url)).sort()).toEqual(
      wanted.map(({ url }) => plainUrl(url)).sort(),
    )
  })

  test('titles and language are those of the outlets', () => {
    const of = new Map(read.articles.map((article) => [plainUrl(article.url), article]))
    const told = sample.gold().filter((article) => !article.isDisallowed)
    const right = told.filter((gold) => of.get(plainUrl(gold.url))?.lang === gold.language)
    expect(right.length).toBe(told.length)
    expect(
      told.filter((gold) => of.get(plainUrl(gold.url))?.title === gold.title).length,
    ).toBeGreaterThanOrEqual(told.length * 0.95)
  })

  test('events of several sources stand there, Arabic beside English, and hardly anything is joined wrongly', () => {
    const { gold, system, both, wrong } = pairsOf(read, sample.gold())
    const several = read.events.filter((event) => event.independentSourceCount >= 2)
    expect(several.length).toBeGreaterThanOrEqual(8)
    expect(several.some((event) => event.languages.includes('ar') && event.languages.includes('en'))).toBe(
      true,
    )
    console.info(`same-event pairs: ${both} of ${gold} found, ${system - both} wrong ${wrong.join(' | ')}`)
    expect(both / system).toBeGreaterThanOrEqual(0.95)
    expect(both / gold).toBeGreaterThanOrEqual(0.5)
  })

  test(
    'stopped and started again it fetches no page twice and loses nothing; killed in the middle likewise',
    async () => {
      const isArticle = isPage(sample)
      const fetched = () =>
        sample.requests().filter(({ url, status }) => isArticle(url) && status === 200).length
      const before = fetched()
      child.kill('SIGTERM')
      expect(await ended(child)).toBe(0)
      ;({ address, child } = await start(sampleEnv(sample, dataDir)))
      await sleep(3000)
      expect(fetched()).toBe(before)

      child.kill('SIGKILL')
      await ended(child)
      sample.publishNext()
      ;({ address, child } = await start(sampleEnv(sample, dataDir)))
      await sleep(700)
      child.kill('SIGKILL')
      await ended(child)
      ;({ address, child } = await start(sampleEnv(sample, dataDir)))
      await untilAllPlaced(address, sample)
      await untilQuiet(address)
      const again = await readAll(address)
      expect(again.articles.map(({ url }) => plainUrl(url)).sort()).toEqual(
        sample
          .gold()
          .filter((article) => !article.isDisallowed)
          .map(({ url }) => plainUrl(url))
          .sort(),
      )
      const ids = new Map(read.articles.map(({ id, url }) => [url, id]))
      for (const { id, url } of again.articles) expect([id, undefined]).toContain(ids.get(url))
    },
    3 * MINUTES,
  )

  test('a developing event grows: new reports join the event that stands', async () => {
    while (sample.gold().filter(({ kind }) => kind === 'development').length < 4) sample.publishNext()
    await untilAllPlaced(address, sample)
    await untilQuiet(address)
    const { events } = await readAll(address)
    const eventOf = (url: string) =>
      events.find((event) => event.articles.some((article) => plainUrl(article.url) === plainUrl(url)))
    const early = new Set(read.articles.map(({ url }) => plainUrl(url)))
    const grown = sample.gold().filter(({ kind }) => kind === 'development')
    const joined = grown.filter(({ url }) =>
      eventOf(url)?.articles.some((article) => early.has(plainUrl(article.url))),
    )
    console.info(`developments that joined the event they belong to: ${joined.length} of ${grown.length}`)
    expect(joined.length).toBeGreaterThanOrEqual(1)
  }, 120_000)

  test('what does not exist is a problem document, not a page', async () => {
    await expect(getJson(`${address}/api/v1/events/01ARZ3NDEKTSV4RRFFQ69G5FAV`)).rejects.toThrow('404')
  })
})
