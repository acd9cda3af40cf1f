import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import * as library from './index.ts'

const readme = fs.readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8')
const examples = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code)

test.each(examples.map((code, n) => ({ n: n + 1, code })))(
  'example $n of the README gives what it says',
  ({ code }) => {
    const imported = [...code.matchAll(/^import \{(.*)\} from '@newsbraid\/entities'$/gm)].flatMap(
      ([, names = '']) => names.split(',').map((name) => name.trim()),
    )
    expect(imported.filter((name) => !(name in library))).toEqual([])
    const promised = [...code.matchAll(/ \/\/ → /g)].length
    expect(promised).toBeGreaterThan(2)
    let kept = 0
    const check = (given: unknown, told: unknown) => {
      expect(given).toEqual(told)
      kept++
    }
    const body = code.replace(/^import .*$/gm, '').replace(/^(.+) \/\/ → (.+)$/gm, 'check(($1), ($2))')
    new Function('library', 'check', `const { ${imported.join(', ')} } = library\n${body}`)(library, check)
    expect(kept).toBe(promised)
  },
)
