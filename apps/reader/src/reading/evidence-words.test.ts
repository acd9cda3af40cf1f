import { expect, test } from '@jest/globals'
import { evidenceWords } from './evidence-words.ts'

const VOICE = {
  nameOf: (id: string) => (id === '01NORTH' ? 'North Harbour' : undefined),
  figureWord: (what: string) => what.toUpperCase(),
  hours: (hours: number) => `${hours} h`,
  likeBoth: (articles: number) => `${articles} between`,
}

test.each([
  ['@01NORTH, ~KRM, @person:edda tavel', 'North Harbour · edda tavel'],
  ['@01UNKNOWN, ~KRM', ''],
  ['dead:14, count:3, score:2-1', 'DEAD 14 · 3 · SCORE 2-1'],
  ['4.5 hours apart', '4.5 h'],
  ['1 other article is like both', '1 between'],
  ['12 other articles are like both', '12 between'],
  ['sex:women, round:final', 'SEX.WOMEN · ROUND.FINAL'],
  ['port, ship, port', 'port · ship'],
  ['64 % of the shorter text', '64 % of the shorter text'],
  ['valencia against antwerp', 'valencia against antwerp'],
  ['http://north.example/a', 'http://north.example/a'],
])('evidenceWords() of "%s" is "%s"', (evidence, words) => {
  expect(evidenceWords(evidence, VOICE)).toBe(words)
})
