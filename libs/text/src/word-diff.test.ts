import { expect, test } from '@jest/globals'
import { wordDiff } from './word-diff.ts'

const told = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

test.each([
  ['nothing', 'One line', 'One line', 'One line'],
  ['a word', 'Two ferries ran aground', 'Three ferries ran aground', '[-Two-]{+Three+} ferries ran aground'],
  [
    'a rewritten run is told as one',
    'The mayor said no more today',
    'The mayor left the room today',
    'The mayor [-said no more-]{+left the room+} today',
  ],
  ['an Arabic word with its marks', 'قُتل ثلاثة أشخاص', 'قُتل أربعة أشخاص', 'قُتل [-ثلاثة-]{+أربعة+} أشخاص'],
  ['a number', 'Prices rose 4.5 %', 'Prices rose 4.7 %', 'Prices rose 4.[-5-]{+7+} %'],
  ['a new paragraph', 'First.\n\nLast.', 'First.\n\nMiddle.\n\nLast.', 'First.\n\n{+Middle.\n\n+}Last.'],
  [
    'a paragraph taken out',
    'First.\n\nMiddle.\n\nLast.',
    'First.\n\nLast.',
    'First.\n\n[-Middle.\n\n-]Last.',
  ],
  ['everything', '', 'All new', '{+All new+}'],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toBe(expected)
})

test('both versions can be read back from the parts, also of long texts that share nothing', () => {
  const lines = (seed: number): string =>
    Array.from(
      { length: 400 },
      (_, i) => `word${(i * seed) % 97} كلمة${(i * i * seed) % 89}, ${i % seed}.`,
    ).join(' ')
  for (const [before, after] of [
    [lines(3), lines(5)],
    [lines(7).replace(/ /g, '\n'), lines(11)],
    [`${lines(3)}\n\n${lines(4)}`, `${lines(4)}\n\n${lines(3)}`],
    ['', ''],
  ] as const) {
    const parts = wordDiff(before, after)
    const without = (op: string): string =>
      parts
        .filter((part) => part.op !== op)
        .map(({ text }) => text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  }
})
