import { expect, test } from '@jest/globals'
import { type HtmlLine, textLines } from './text-lines.ts'

const html = (kind: HtmlLine['kind'], text: string, runs: HtmlLine['runs'] = []): HtmlLine => ({
  kind,
  text,
  runs,
})
const shape = (text: string, lines: readonly HtmlLine[]): string[] =>
  textLines(text, lines).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

test('textLines() takes kinds from the HTML and words from the text', () => {
  const text = 'Opening words.\n\nWhat next\n\n- first\n- second\n\nSaid so.'
  const lines = [
    html('paragraph', 'Opening  words.'),
    html('heading', 'What next'),
    html('item', 'first'),
    html('item', 'second'),
    html('quote', 'Said so.'),
  ]
  expect(shape(text, lines)).toEqual([
    'paragraph: Opening words.',
    'heading: What next',
    'item: first',
    'item: second',
    'quote: Said so.',
  ])
})

test('textLines() skips what only the HTML has and keeps what only the text has', () => {
  const text = 'One.\n\nOnly here.\n\nTwo.'
  const lines = [html('paragraph', 'One.'), html('heading', 'Not in the text'), html('quote', 'Two.')]
  expect(shape(text, lines)).toEqual(['paragraph: One.', 'paragraph: Only here.', 'quote: Two.'])
})

test('textLines() moves inline styles onto the white space of the text', () => {
  const text = 'قال   نعم أمس'
  const [line] = textLines(text, [html('paragraph', 'قال نعم أمس', [{ start: 4, end: 7, strong: true }])])
  expect(line?.runs.map(({ start, end }) => text.slice(start, end))).toEqual(['نعم'])
})

test('textLines() tells a new block from a line within one', () => {
  expect(textLines('a\nb\n\nc', []).map(({ opensBlock }) => opensBlock)).toEqual([true, false, true])
})

test('textLines() of an empty text is empty', () => {
  expect(textLines('', [])).toEqual([])
})
