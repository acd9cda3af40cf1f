import { expect, test } from '@jest/globals'
import type { ApiMention } from '@newsbraid/model'
import { markMentions } from './mark-mentions.ts'

const WHOLE = 'Tavel speaks\n\nEdda Tavel opened Marsa Louz port.'
const START = WHOLE.indexOf('Edda')

function mention(surface: string, from = 0): ApiMention {
  const start = WHOLE.indexOf(surface, from)
  return { start, end: start + surface.length, surface, type: 'person', titles: [], entityId: surface }
}
const shape = (pieces: ReturnType<typeof markMentions>): string[] =>
  pieces.map(({ mention, parts }) =>
    mention
      ? `[${mention.entityId}:${parts.map(({ text }) => text).join('|')}]`
      : parts.map(({ text }) => text).join('|'),
  )

test('markMentions() cuts a stretch at its mentions and loses no letter', () => {
  const pieces = markMentions(WHOLE, START, WHOLE.length, [mention('Marsa Louz'), mention('Edda Tavel')])
  expect(shape(pieces)).toEqual(['[Edda Tavel:Edda Tavel]', ' opened ', '[Marsa Louz:Marsa Louz]', ' port.'])
  expect(pieces.flatMap(({ parts }) => parts.map(({ text }) => text)).join('')).toBe(WHOLE.slice(START))
})

test('markMentions() keeps the longer of two mentions that begin together, and the first of two that overlap', () => {
  const pieces = markMentions(WHOLE, START, WHOLE.length, [
    mention('Edda'),
    mention('Edda Tavel'),
    mention('Tavel opened', START),
  ])
  expect(shape(pieces)).toEqual(['[Edda Tavel:Edda Tavel]', ' opened Marsa Louz port.'])
})

test('markMentions() leaves mentions of another stretch alone', () => {
  expect(shape(markMentions(WHOLE, START, WHOLE.length, [mention('Tavel')]))).toEqual([WHOLE.slice(START)])
})

test('markMentions() carries a style that begins inside a mention and ends behind it', () => {
  const runs = [{ start: 5, end: 17, strong: true }]
  const pieces = markMentions(WHOLE, START, WHOLE.length, [mention('Edda Tavel')], runs)
  expect(pieces.map(({ parts }) => parts)).toEqual([
    [
      { text: 'Edda ', style: {} },
      { text: 'Tavel', style: { strong: true } },
    ],
    [
      { text: ' opened', style: { strong: true } },
      { text: ' Marsa Louz port.', style: {} },
    ],
  ])
})
