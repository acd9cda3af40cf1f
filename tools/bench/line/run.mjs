#!/usr/bin/env node
// Articles a second, processor time and memory of the whole line in one process on the embedded database. See README.md.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cpuSeconds, family, peakMb, togetherMb } from './processes.mjs'

const { values: o } = parseArgs({
  options: {
    fleet: { type: 'string' },
    hosts: { type: 'string', default: '20' },
    feeds: { type: 'string', default: '2' },
    entries: { type: 'string', default: '50' },
    app: { type: 'string', default: 'dist/apps/standalone/main.js' },
    patience: { type: 'string', default: '600' },
    prof: { type: 'string' },
    json: { type: 'string' },
    keep: { type: 'boolean' },
  },
})
if (!o.fleet) {
  console.error(
    'usage: node tools/bench/line/run.mjs --fleet FLEET.mjs [--hosts 20] [--feeds 2] [--entries 50] [--prof DIR] [--json FILE]',
  )
  process.exit(2)
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
// A busy line may drop a kept connection; that is no reason to give up
const json = async (url, tries = 5) => {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(60_000) })).json()
  } catch (error) {
    if (tries <= 1) throw error
    await sleep(500)
    return json(url, tries - 1)
  }
}

const wanted = Number(o.hosts) * Number(o.feeds) * Number(o.entries)
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-line-'))
fs.chmodSync(dir, 0o755)
const [fleetPort, port] = [await freePort(), await freePort()]
const fleet = spawn(
  process.execPath,
  [o.fleet, '--hosts', o.hosts, '--feeds', o.feeds, '--entries', o.entries, '--port', String(fleetPort)],
  {
    stdio: 'ignore',
  },
)
const log = fs.openSync(path.join(dir, 'line.log'), 'a')
let line
try {
  await answering(`http://127.0.0.1:${fleetPort}/stats`)
  const outlines = (await feedAddresses()).map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`)
  fs.writeFileSync(
    path.join(dir, 'feeds.opml'),
    `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`,
  )
  const flags = o.prof ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(o.prof)}`] : []
  const started = Date.now()
  line = spawn(process.execPath, [...flags, o.app], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dir,
      FEEDS: path.join(dir, 'feeds.opml'),
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8',
      HOST_DELAY_SECONDS: '0',
      HOST_CONNECTIONS: '2',
      POLL_MIN_SECONDS: '3600',
      LOG_LEVEL: 'warn',
    },
  })
  const base = `http://127.0.0.1:${port}`
  await answering(`${base}/readyz`)
  const readyMs = Date.now() - started
  const before = await costs()
  const begun = Date.now()
  const seen = []
  let togetherPeakMb = 0
  let now
  for (;;) {
    await sleep(1000)
    now = await json(`${base}/api/v1/pipeline`)
    togetherPeakMb = Math.max(togetherPeakMb, togetherMb(family(line.pid)) + togetherMb(databaseFamily()))
    seen.push({ atMs: Date.now() - begun, ...now.articles })
    if (process.stderr.isTTY) process.stderr.write(`\r${JSON.stringify(now.articles)}`)
    if (now.articles.discovered >= wanted && now.idle) break
    if (Date.now() - begun > Number(o.patience) * 1000)
      throw new Error(`Not done after ${o.patience} s: ${JSON.stringify(now.articles)}`)
  }
  // The last second in which anything was placed ends the run
  const ended = seen.find(({ placed }) => placed === now.articles.placed).atMs
  const after = await costs()
  const stages = stageTimes(await (await fetch(`${base}/metrics`)).text())
  const articles = now.articles.placed
  const node = after.node - before.node
  const database = after.database - before.database
  report({
    articles,
    wanted,
    events: now.events,
    seconds: round(ended / 1000),
    articlesPerSecond: round((articles * 1000) / ended),
    cpuSeconds: {
      node: round(node),
      database: round(database),
      perArticleMs: round(((node + database) * 1000) / articles),
    },
    /** What two cores would do with nothing beside it */
    perSecondOnTwoCores: round((2 * articles) / (node + database)),
    perSecondOnOneCoreOfNode: round(articles / node),
    peakMb: { node: round(peakMb(line.pid)), together: round(togetherPeakMb) },
    readyMs,
    stages,
    outcomes: Object.fromEntries(
      now.stages.map(({ name, outcomes, quarantined }) => [
        name,
        {
          ...Object.fromEntries(outcomes.map((x) => [x.outcome, x.count])),
          ...(quarantined ? { quarantined } : {}),
        },
      ]),
    ),
  })
} finally {
  if (line && line.exitCode === null) {
    const gone = new Promise((resolve) => line.once('exit', resolve))
    line.kill('SIGTERM')
    await Promise.race([gone, sleep(30_000).then(() => line.kill('SIGKILL'))])
  }
  fleet.kill('SIGKILL')
  fs.closeSync(log)
  if (o.keep) console.error(`kept ${dir}`)
  else fs.rmSync(dir, { recursive: true, force: true })
}

async function answering(url) {
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    if (line && line.exitCode !== null)
      throw new Error(
        `The line ended with code ${line.exitCode}; its log: ${fs.readFileSync(path.join(dir, 'line.log'), 'utf8').slice(-2000)}`,
      )
    await sleep(100)
  }
  throw new Error(`No answer from ${url}`)
}

async function feedAddresses() {
  const hosts = await json(`http://127.0.0.1:${fleetPort}/stats/hosts`)
  return hosts.flatMap(({ host }) =>
    Array.from({ length: Number(o.feeds) }, (_, n) => `http://${host}:${fleetPort}/feed/${n}.xml`),
  )
}

/** The embedded server is no child of the line: it outlives a crash on purpose. */
function databaseFamily() {
  const file = path.join(dir, 'postgres', 'postmaster.pid')
  return fs.existsSync(file) ? family(Number(fs.readFileSync(file, 'utf8').split('\n')[0])) : []
}

async function costs() {
  const [postmaster, ...backends] = databaseFamily()
  return {
    node: cpuSeconds(line.pid),
    database:
      (postmaster ? cpuSeconds(postmaster, { ended: true }) : 0) +
      backends.reduce((sum, pid) => sum + cpuSeconds(pid), 0),
  }
}

/** Seconds from taking a job to its end, summed by stage; jobs side by side and waiting for the database count fully. */
function stageTimes(metrics) {
  const of = (name, stage) =>
    Number(new RegExp(`^${name}\\{[^}]*stage="${stage}"[^}]*\\} ([\\d.e+-]+)`, 'm').exec(metrics)?.[1] ?? 0)
  return Object.fromEntries(
    ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'].map((stage) => [
      stage,
      {
        jobs: of('newsbraid_batch_seconds_count', stage),
        seconds: round(of('newsbraid_batch_seconds_sum', stage)),
      },
    ]),
  )
}

function round(n) {
  return Math.round(n * 100) / 100
}

function report(figures) {
  if (o.json) fs.writeFileSync(o.json, JSON.stringify(figures, null, 1))
  const { cpuSeconds: cpu, peakMb: peak } = figures
  for (const [stage, { jobs, seconds }] of Object.entries(figures.stages))
    console.log(
      `${stage.padEnd(17)} ${String(jobs).padStart(6)} jobs  ${seconds.toFixed(1).padStart(7)} s in hand`,
    )
  console.log(
    `processor: node ${cpu.node} s, database ${cpu.database} s, ${cpu.perArticleMs} ms an article; peak memory: node ${peak.node} MB, with the database ${peak.together} MB`,
  )
  console.log(
    `figure: line=${figures.articlesPerSecond}/s articles=${figures.articles}/${figures.wanted} seconds=${figures.seconds} two-quiet-cores=${figures.perSecondOnTwoCores}/s`,
  )
}
