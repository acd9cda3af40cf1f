import { describe, expect, test } from '@jest/globals'
import type { Entry } from '@newsbraid/model'
import { urlKey } from '@newsbraid/web'
import { freshLinks } from './fresh-links.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const entry = (path: string, published?: string): Entry => ({
  link: `https://paper.example/${path}`,
  categories: [],
  enclosures: [],
  ...(published ? { published } : {}),
})
const numbers = (from: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => entry(`news/${from + i}/bridge-over-the-harbour`))
const keys = (entries: readonly Entry[]): Set<string> => new Set(entries.map(({ link = '' }) => urlKey(link)))
const first = (entries: Entry[], perhaps: Entry[] = []) =>
  freshLinks({ entries, perhaps, known: new Set(), nowMs: NOW })

describe('freshLinks()', () => {
  test('takes at the first reading what looks like articles, of any age, and not what only might', () => {
    const old = entry('news/long-ago', '2019-05-01T00:00:00Z')
    expect(first([old, ...numbers(900, 2)], [entry('the-guide')]).taken).toEqual([old, ...numbers(900, 2)])
  })

  test('takes later what was never seen, and nothing of what stands there all the time', () => {
    const menu = entry('the-guide')
    const { memory } = first(numbers(900, 3), [menu])
    const late = entry('a-late-one')
    const given = {
      entries: numbers(900, 4),
      perhaps: [menu, late],
      known: keys(numbers(900, 3)),
      memory,
      nowMs: NOW,
    }
    const next = freshLinks(given)
    expect(next.taken).toEqual([...numbers(903, 1), late])
    // The same again after a restart: memory is plain data
    const restarted = JSON.parse(JSON.stringify(next.memory)) as typeof memory
    const known = keys([...numbers(900, 4), late])
    expect(freshLinks({ ...given, known, memory: restarted }).taken).toEqual([])
  })

  test('passes an old link by when it comes back, and remembers that', () => {
    const { memory } = first(numbers(900, 3))
    const old = entry('2025/06/01/storm', '2025-06-01T00:00:00Z')
    const given = { entries: [old], perhaps: [], known: new Set<string>(), nowMs: NOW }
    const next = freshLinks({ ...given, memory })
    expect(next.taken).toEqual([])
    // Even when the page later shows it without its date
    expect(freshLinks({ ...given, entries: [entry('2025/06/01/storm')], memory: next.memory }).taken).toEqual(
      [],
    )
  })

  test('of many at once takes what is numbered above the former ones, not the archive below', () => {
    const { memory } = first(numbers(900, 20))
    const entries = [...numbers(920, 15), ...numbers(100, 60)]
    expect(freshLinks({ entries, perhaps: [], known: new Set(), memory, nowMs: NOW }).taken).toEqual(
      numbers(920, 15),
    )
  })

  test('takes no more of an undated flood than the page once listed', () => {
    const plain = (n: number) =>
      entry(`x/${'abcdefghij'[n % 10]}${'abcdefghij'[Math.floor(n / 10)]}-small-boats-enter-harbour`)
    const { memory } = first(Array.from({ length: 12 }, (_, n) => plain(n)))
    const entries = Array.from({ length: 80 }, (_, n) => plain(n + 20))
    expect(freshLinks({ entries, perhaps: [], known: new Set(), memory, nowMs: NOW }).taken).toEqual(
      entries.slice(0, 12),
    )
  })

  test('takes a new menu for a menu', () => {
    const { memory } = first(numbers(900, 3))
    const perhaps = ['one', 'two', 'three', 'four', 'five'].map((name) => entry(`guide-${name}`))
    const given = { entries: numbers(900, 3), perhaps, known: keys(numbers(900, 3)), nowMs: NOW }
    const next = freshLinks({ ...given, memory })
    expect(next.taken).toEqual([])
    expect(freshLinks({ ...given, perhaps: perhaps.slice(0, 2), memory: next.memory }).taken).toEqual([])
  })

  test('keeps its memory bounded, the links on the page last', () => {
    let { memory } = first(numbers(900, 3), [entry('menu')])
    for (let n = 0; n < 30; n++)
      memory = freshLinks({
        entries: [],
        perhaps: [entry('menu'), ...Array.from({ length: 60 }, (_, i) => entry(`m-${n}-${i}`))],
        known: new Set(),
        memory,
        nowMs: NOW,
      }).memory
    expect(memory.passed).toHaveLength(800)
    expect(
      freshLinks({ entries: [], perhaps: [entry('menu')], known: new Set(), memory, nowMs: NOW }).taken,
    ).toEqual([])
  })
})
