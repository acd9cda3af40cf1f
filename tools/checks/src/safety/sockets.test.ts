import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { projects, root } from '../projects.ts'

/** Each opens, or could open, a socket of its own. */
const WAYS = [
  `import 'node:http'`,
  `import https from 'https'`,
  `import { connect } from 'node:http2'`,
  `import net from 'node:net'`,
  `import tls from 'tls'`,
  `import { createSocket } from 'node:dgram'`,
  `import dns from 'node:dns/promises'`,
  `import { request } from 'undici'`,
  `import axios from 'axios'`,
  `import WebSocket from 'ws'`,
  `export { Agent } from 'undici'`,
  `export const a = await import('node:https')`,
  `declare const require: (name: string) => unknown; export const b = require('net')`,
  `export const c = await fetch('http://paper.example/')`,
  `export const d = await globalThis.fetch('http://paper.example/')`,
  `export const e = new WebSocket('ws://paper.example/')`,
  `export const f = new EventSource('http://paper.example/')`,
  `export const g = new globalThis.XMLHttpRequest()`,
]

/** Lints texts as if they stood in these files, in a process of its own: ESLint loads its configuration by import(). */
function lint(
  files: readonly string[],
  texts: readonly string[],
): { file: string; text: string; said: string }[] {
  const script = `
    import { ESLint } from 'eslint'
    const [files, texts] = JSON.parse(process.argv[1])
    const eslint = new ESLint()
    const found = []
    for (const file of files)
      for (const text of texts) {
        const [result] = await eslint.lintText(text, { filePath: file })
        found.push({ file, text, said: result.messages.map(({ message }) => message).join(' · ') })
      }
    console.log(JSON.stringify(found))`
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify([files, texts])],
    { cwd: root, encoding: 'utf8', maxBuffer: 64e6 },
  )
  if (run.status !== 0) throw new Error(`Cannot lint: ${run.stderr}`)
  return JSON.parse(run.stdout) as { file: string; text: string; said: string }[]
}

test('lint lets nothing but libs/http-fetch open a socket, by whatever way', () => {
  const files = projects()
    .filter(({ path: at }) => /^(?:libs|apps)\//.test(at))
    // One listens, one is the client itself, one runs in the browser and talks to its own origin
    .filter(({ path: at }) => !['libs/runtime', 'libs/http-fetch', 'apps/reader'].includes(at))
    .map(({ path: at }) => path.join(at, 'src/anything.ts'))
  const passed = lint(files, WAYS).filter(({ said }) => !said.includes('Only libs/http-fetch opens sockets'))
  expect(files.length).toBeGreaterThan(15)
  expect(passed).toEqual([])
}, 60_000)

test('lint lets libs/runtime listen, and not ask', () => {
  const said = lint(['libs/runtime/src/anything.ts'], WAYS.slice(-5)).map((one) => one.said)
  expect(said.every((text) => text.includes('Only libs/http-fetch opens sockets'))).toBe(true)
}, 60_000)
