import { expect, test } from '@jest/globals'
import { Vocabulary } from './vocabulary.ts'

const filled = (articles: number): Vocabulary => {
  const vocabulary = new Vocabulary()
  for (let i = 0; i < articles; i++) vocabulary.add('xx', [`w:xx:only${i}`, ...(i % 2 ? ['w:xx:half'] : [])])
  return vocabulary
}
const idOf = (vocabulary: Vocabulary, key: string): number => vocabulary.add('yy', [key])[0] ?? -1

test('a key that came once more is less rare at once', () => {
  const vocabulary = filled(1000)
  const id = idOf(vocabulary, 'w:xx:zorvan'),
    before = vocabulary.rarity(id)
  vocabulary.add('xx', ['w:xx:zorvan'])
  expect(vocabulary.rarity(id)).toBeLessThan(before)
})

test('a key grows rarer as other articles come, at the latest when all is taken anew', () => {
  const vocabulary = filled(1000)
  const id = idOf(vocabulary, 'w:xx:half'),
    before = vocabulary.rarity(id)
  vocabulary.add('xx', ['w:xx:other'])
  vocabulary.refresh()
  const after = vocabulary.rarity(id)
  expect(after).toBeGreaterThan(before)
  for (let i = 0; i < 100; i++) vocabulary.add('xx', [`w:xx:more${i}`])
  expect(vocabulary.rarity(id)).toBeGreaterThan(after)
})

test('the number of a forgotten key serves another, with a rarity of its own', () => {
  const vocabulary = filled(1000)
  const ids = vocabulary.add('xx', ['w:xx:gone'])
  vocabulary.rarity(ids[0] ?? -1)
  vocabulary.remove('xx', ids)
  const id = vocabulary.add('yy', ['w:yy:come'])[0] ?? -1
  expect(id).toBe(ids[0])
  expect(vocabulary.keyOf(id)).toBe('w:yy:come')
  expect(vocabulary.rarity(id)).toBeLessThan(vocabulary.rarity(vocabulary.add('xx', ['w:xx:new'])[0] ?? -1))
})
