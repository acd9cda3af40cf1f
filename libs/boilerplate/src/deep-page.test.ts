import { expect, test } from '@jest/globals'
import { parsePage, pageLimits } from './parse-page.ts'

test('a page of 200,000 nested elements is read as far as it makes sense, and the cut is named', () => {
  const tree = parsePage(`<body><p>The ferry left.</p>${'<div>x'.repeat(200_000)}`)
  expect(tree.cut).toContain('depth')
  expect(tree.text.join('')).toContain('The ferry left.')
  expect(tree.text.join('').length).toBeLessThan(10 * (pageLimits.depth + pageLimits.beyondDepth))
})
