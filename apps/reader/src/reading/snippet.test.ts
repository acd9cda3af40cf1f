import { expect, test } from '@jest/globals'
import { snippetAround } from './snippet.ts'

const LONG = `${'before '.repeat(60)}the harbour master spoke ${'after '.repeat(60)}`

test('snippetAround() shows the place where a searched word stands', () => {
  const snippet = snippetAround(LONG, 'HARBOUR', 80)
  expect(snippet).toContain('harbour master')
  expect(snippet.length).toBeLessThan(100)
  expect(snippet).toMatch(/^… \S.*\S …$/)
})

test('snippetAround() begins at the beginning when no word stands in the text', () => {
  expect(snippetAround('One short line\n\nand another', 'absent', 200)).toBe('One short line and another')
})
