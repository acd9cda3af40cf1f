import { expect, test } from '@jest/globals'
import { readableAddress, safeHref, withQuery } from './address.ts'

test('safeHref() lets web addresses through and nothing that runs', () => {
  expect(safeHref('https://north.example/a')).toBe('https://north.example/a')
  for (const address of [
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    '',
    undefined,
  ])
    expect(safeHref(address)).toBeUndefined()
})

test('readableAddress() reads an Arabic path as letters', () => {
  expect(readableAddress('https://www.waha.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/')).toBe(
    'waha.example/أخبار',
  )
  expect(readableAddress('https://waha.example/%ff?a=1')).toBe('waha.example/%ff?a=1')
})

test('withQuery() leaves out what is empty', () => {
  expect(withQuery('/events', { q: 'مرفأ', lang: '', cursor: undefined, limit: 20 })).toBe(
    '/events?q=%D9%85%D8%B1%D9%81%D8%A3&limit=20',
  )
  expect(withQuery('/events', {})).toBe('/events')
})
