import { expect, test } from '@jest/globals'
import { safeHtml, safeUrl } from '../index.ts'

const BASE = 'https://paper.example/news/1'

test('safeHtml() keeps what an article is made of', () => {
  const html =
    '<h2>Harbour</h2><p dir="rtl" lang="ar">نص <strong>مهم</strong></p><ol start="3"><li>a</li></ol>' +
    '<blockquote><p>«q»</p></blockquote><pre>x\n  y</pre><table><tr><td colspan="2">1</td></tr></table><p>a<br>b</p>'
  expect(safeHtml(html, BASE)).toBe(html)
})

test('safeHtml() makes addresses absolute, and lets those go that it cannot', () => {
  const html = '<a href="../2">x</a><img src="i.jpg" srcset="i.jpg, ../j.jpg 2x"><a href="//b.example/">y</a>'
  expect(safeHtml(html, BASE)).toBe(
    '<a href="https://paper.example/2">x</a>' +
      '<img src="https://paper.example/news/i.jpg" srcset="https://paper.example/news/i.jpg, https://paper.example/j.jpg 2x">' +
      '<a href="https://b.example/">y</a>',
  )
  expect(safeHtml(html)).toBe('xy')
})

test('safeHtml() keeps the words of what it does not write', () => {
  expect(safeHtml('<center>one</center><form>two<input value=x></form><font>three</font>')).toBe(
    '<div>one</div><div>two</div>three',
  )
  expect(safeHtml('<p>x<math><mi>a</mi><mo>+</mo><mi>b</mi></math></p>')).toContain(
    '<span>a</span><span>+</span><span>b</span>',
  )
  expect(safeHtml('<p>a <3 b && c > d</p>')).toBe('<p>a &lt;3 b &amp;&amp; c &gt; d</p>')
})

test('safeHtml() leaves text without markup as it is, but for what no document may hold', () => {
  expect(safeHtml('a & b > c')).toBe('a & b > c')
  expect(safeHtml('a\0b\ud800c')).toBe('ab\ufffdc')
})

test('safeHtml() closes what it opened, however deep and however many', () => {
  expect(safeHtml('<p><b><i>x')).toBe('<p><b><i>x</i></b></p>')
  const deep = safeHtml('<b>'.repeat(200_000) + 'x')
  expect(deep.length).toBeLessThan(10_000)
  expect(deep.split('<b>').length).toBe(deep.split('</b>').length)
})

test.each([
  'a<p '.repeat(200_000),
  '<'.repeat(1_000_000),
  '<!'.repeat(500_000),
  '<!doctype '.repeat(100_000),
  '<!--'.repeat(200_000),
  '<svg>'.repeat(200_000),
  '</a>'.repeat(300_000),
  `<img srcset="${'a, '.repeat(300_000)}">`,
  `<p ${'a="1" '.repeat(200_000)}>`,
  `<a href="${'&amp;'.repeat(200_000)}">`,
  '<script>'.repeat(150_000),
  '<p title="'.repeat(100_000),
])('safeHtml() reads %.12s… to its end', (html) => {
  expect(safeHtml(html, BASE).length).toBeLessThan(6 * html.length)
})

test('safeUrl() takes the web and mail, without passwords', () => {
  expect(safeUrl('https://user:pw@paper.example/x')).toBe('https://paper.example/x')
  expect(safeUrl(' HTTP://Paper.example ')).toBe('http://paper.example/')
  expect(safeUrl('mailto:desk@paper.example')).toBe('mailto:desk@paper.example')
  expect(safeUrl('mailto:desk@paper.example', BASE, 'web')).toBeUndefined()
  for (const address of ['ftp://paper.example/', 'java\nscript:x', 'data:,x', 'x', '', '#', undefined])
    expect([address, safeUrl(address)]).toEqual([address, undefined])
})
