import { expect, test } from '@jest/globals'
import { clean } from './clean.ts'

const sentence = (n: number) =>
  `The harbour office counted ${n} boats on the quay before noon, and the wardens said that none of them would sail before the wind had turned.`

test('paragraphs in one cell of a page laid out by a table stay paragraphs, and a line that counts readers goes', () => {
  const html = `<html lang="en"><head><title>Boats wait for the wind</title></head><body><table><tr><td class="menu"><a href="/">Home</a></td></tr>
    <tr><td><b>Boats wait for the wind</b></td></tr><tr><td><font>Sunday | عدد القراءات: 152</font></td></tr>
    <tr><td>${[11, 12, 13, 14].map(sentence).join('<br>\n<br>\n')}</td></tr></table></body></html>`
  const { article } = clean(html, { url: 'https://paper.example/boats' })
  expect(article.text.split('\n\n')).toEqual([11, 12, 13, 14].map(sentence))
  expect(article.dropped.find(({ text }) => text.includes('152'))?.reason).toBe('counter')
})

test('a table of figures keeps its rows', () => {
  const row = (name: string, n: number) => `<tr><td>${name} harbour</td><td>${n} boats</td></tr>`
  const html = `<html lang="en"><head><title>Boats wait for the wind</title></head><body><article><h1>Boats wait for the wind</h1>
    ${[1, 2, 3].map((n) => `<p>${sentence(n)}</p>`).join('')}<table>${row('North', 12)}${row('South', 7)}${row('West', 31)}</table>
    ${[4, 5].map((n) => `<p>${sentence(n)}</p>`).join('')}</article></body></html>`
  const { article } = clean(html, { url: 'https://paper.example/boats' })
  expect(article.text).toContain('North harbour\t12 boats')
  expect(article.html).toContain('<tr><td>West harbour</td><td>31 boats</td></tr>')
})
