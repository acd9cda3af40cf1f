import { expect, test } from '@jest/globals'
import { safeHtml } from '@newsbraid/text'
import { dangersIn } from './dangers-in.ts'
import { hostileHtml } from './hostile-html.ts'

test('dangersIn() finds something in nearly every hostile case as it came', () => {
  const harmless = hostileHtml.filter(([, html]) => dangersIn(html).length === 0)
  expect(hostileHtml.length).toBeGreaterThan(200)
  expect(harmless.length).toBeLessThan(0.1 * hostileHtml.length)
})

test.each(hostileHtml)('safeHtml() disarms %s', (_, html) => {
  for (const base of ['https://paper.example/news/1', undefined]) {
    const safe = safeHtml(`<p>before</p>${html}`, base)
    expect(dangersIn(safe)).toEqual([])
    expect(safe.startsWith('<p>before</p>')).toBe(true)
    // What is safe stays as it is
    expect(safeHtml(safe, base)).toBe(safe)
  }
})
