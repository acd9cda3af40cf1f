import { expect, test } from '@jest/globals'
import { Bag, meet, surprise } from './surprise.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const numbers = new Map<string, number>()
/** A stream in which `games` stands everywhere and every other word in two articles. */
for (const words of [
  'games zorvan resign',
  'games zorvan resign',
  'games quarry blast',
  'games quarry blast',
  'games mellowin regatta',
  'games mellowin regatta',
].map((text) => text.split(' ')))
  vocabulary
    .add(
      'xx',
      words.map((word) => `w:xx:${word}`),
    )
    .forEach((id, i) => numbers.set(words[i] ?? '', id))

const bagOf = (...titles: string[]): Bag => {
  const bag = new Bag()
  for (const word of titles.join(' ').split(' ')) bag.count({ ids: Int32Array.of(numbers.get(word) ?? -1) })
  return bag
}
const nats = (a: Bag, b: Bag): number => surprise(meet(a, b, vocabulary), 30, 0.25)

test('a rare word that both say again and again speaks louder than one said once', () => {
  const once = nats(bagOf('zorvan games'), bagOf('zorvan resign')),
    often = nats(bagOf('zorvan games', 'zorvan games'), bagOf('zorvan resign', 'zorvan resign'))
  expect(once).toBeGreaterThan(0)
  expect(often).toBeGreaterThan(once)
})

test('a word of the whole stream says less than a rare one, and nothing shared speaks against', () => {
  const common = nats(bagOf('games quarry'), bagOf('games regatta')),
    rare = nats(bagOf('blast quarry'), bagOf('quarry regatta'))
  expect(common).toBeLessThan(rare)
  expect(nats(bagOf('zorvan resign'), bagOf('mellowin regatta'))).toBeLessThan(0)
})

test('either side may come first', () => {
  const [a, b] = [bagOf('zorvan games', 'resign'), bagOf('zorvan quarry')]
  expect(nats(a, b)).toBeCloseTo(nats(b, a), 9)
})
