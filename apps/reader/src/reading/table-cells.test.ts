import { expect, test } from '@jest/globals'
import { tableCells } from './table-cells.ts'

const cellsOf = (text: string): string[] | undefined =>
  tableCells(text, { kind: 'row', start: 0, end: text.length, runs: [], opensBlock: true })?.map(
    ({ start, end }) => text.slice(start, end),
  )

test('tableCells() cuts a row at its tabs', () => {
  expect(cellsOf('North\t3\t\t1')).toEqual(['North', '3', '', '1'])
})

test('tableCells() leaves paragraphs of a page that is laid out by tables whole', () => {
  expect(cellsOf(`Menu\t${'long '.repeat(60)}`)).toBeUndefined()
  expect(cellsOf('One cell only')).toBeUndefined()
})
