// Writes libs/text/src/month-names/month-names.ts: month names of the press's languages as ICU (CLDR) of this Node has them.
// node tools/text/write-month-names.mjs
import fs from 'node:fs'
import path from 'node:path'
import { fold } from '../../libs/text/dist/index.js'

const LANGUAGES =
  'af am az be bg bn bs ca cs cy da de el es et eu fa fi fil fo ga gl he hi hr hu hy id is it ka kk lt lv mk mn ms mt nb nl nn pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi'.split(
    ' ',
  )
const clean = (name) => fold(name).replace(/\./g, '').replace(/\s+/g, ' ').trim()
const months = new Map()
for (const language of LANGUAGES)
  for (const style of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }]) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...style, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month++) {
      const part = format.formatToParts(Date.UTC(2021, month - 1, 15)).find(({ type }) => type === 'month')
      const name = clean(part?.value ?? '')
      if (!/\p{L}{2}/u.test(name)) continue
      months.set(name, months.has(name) && months.get(name) !== month ? 0 : month)
    }
  }
// A name that two languages use for two months is no name
const lines = Array.from({ length: 12 }, (_, i) =>
  [...months]
    .filter(([, month]) => month === i + 1)
    .map(([name]) => name)
    .sort()
    .join('|'),
)
fs.writeFileSync(
  path.resolve(import.meta.dirname, '../../libs/text/src/month-names/month-names.ts'),
  `/** Written by tools/text; see README.md beside it. January first, names folded, without full stops. */\nexport const MONTH_NAMES = [\n${lines.map((l) => `  ${l.includes("'") ? JSON.stringify(l) : `'${l}'`},`).join('\n')}\n]\n`,
)
console.log(`${months.size} names`)
