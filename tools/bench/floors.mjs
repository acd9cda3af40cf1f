// Runs the scorers that stand beside the checkout and holds their figures against tools/corpus/floors.json.
// node tools/bench/floors.mjs --bench DIR [--topic cleaning,events] [--raise]
// --raise lifts floors to today's figures (less the margin of noise the file names); it never lowers one.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'

const { values } = parseArgs({
  options: {
    bench: { type: 'string' },
    topic: { type: 'string' },
    raise: { type: 'boolean', default: false },
  },
})
if (!values.bench) {
  console.error('Name the folder of the scorers: --bench DIR')
  process.exit(2)
}
const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'tools/corpus/floors.json')
const floors = JSON.parse(fs.readFileSync(file, 'utf8'))
const topics = values.topic?.split(',') ?? Object.keys(floors.topics)
let below = 0

for (const topic of topics) {
  const { floors: wanted, args = [] } = floors.topics[topic]
  const out = path.join(os.tmpdir(), `floors-${topic}-${process.pid}.json`)
  console.log(`\n${topic}`)
  const run = spawnSync(
    process.execPath,
    [path.resolve(values.bench, topic, 'score.mjs'), '--json', out, ...args],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (!fs.existsSync(out)) {
    console.error(`Cannot score "${topic}": its scorer ended with ${run.status}`)
    process.exitCode = 1
    continue
  }
  const { figures } = JSON.parse(fs.readFileSync(out, 'utf8'))
  fs.rmSync(out)
  for (const [name, floor] of Object.entries(wanted)) {
    const figure = figures[name]
    const holds = figure >= floor
    if (!holds) below++
    console.log(
      `  ${holds ? 'ok   ' : 'BELOW'} ${name.padEnd(28)} ${String(figure).slice(0, 8).padStart(9)}  floor ${floor}`,
    )
    const raised = Math.floor((figure - floors.margin * Math.abs(figure)) * 1000) / 1000
    if (values.raise && raised > floor) wanted[name] = raised
  }
}
if (values.raise)
  fs.writeFileSync(
    file,
    await format(JSON.stringify(floors), { ...(await resolveConfig(file)), parser: 'json' }),
  )
console.log(`\n${below} below their floor`)
if (below > 0) process.exitCode = 1
