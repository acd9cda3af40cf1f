import { expect, test } from '@jest/globals'
import { writtenAnew } from './safe-html.ts'
import { isWritten } from './written-markup.ts'

const BASE = 'https://paper.example/news/1'

test('isWritten() knows markup as we write it', () => {
  for (const html of [
    '<p>one</p>\n<h2>two</h2>\n<p>a &amp; b <a href="https://paper.example/2?x=1&amp;y=2"><em>c</em></a><br>d</p>',
    '<ul><li>a</li><li><strong>b</strong></li></ul>\n<blockquote><p>&quot;c&quot;</p></blockquote>',
    '<table><tr><th>year</th><td>&lt; 5</td></tr></table>\n<dl><dt>a</dt><dd>b</dd></dl><pre>x\n  &#96;y&#96;</pre>',
  ]) {
    expect(isWritten(html, BASE)).toBe(true)
    expect(writtenAnew(html, BASE, false)).toBe(html)
  }
})

test.each([
  '<p>a > b</p>',
  '<p>a & b</p>',
  '<p>&nbsp;</p>',
  '<p>a',
  'a</p>',
  '<p>a<p>b</p></p>',
  '<p><b>a</p></b>',
  '<li>a</li>',
  '<p class="x">a</p>',
  '<P>a</P>',
  '<p >a</p>',
  '<p/>',
  '<a href="/2">x</a>',
  '<a href="https://paper.example">x</a>',
  '<a href="javascript:x">x</a>',
  '<a href="https://a.example/"><a href="https://b.example/">x</a></a>',
  '<a href="https://a.example/" onclick="x">y</a>',
  '<a href="https://a.example/&lt;">y</a>',
  '<a href="',
  '<script>x</script>',
  '<!-- x -->',
  '<p>a</p><',
])('isWritten() leaves %s to be written anew', (html) => expect(isWritten(html, BASE)).toBe(false))

test('what isWritten() passes stays the same when it is written anew', () => {
  const parts =
    '<p> </p> <li> </li> <ul> </ul> <b> <em> </em> <table> <tr> <td> </td> </tr> </table> <br> <blockquote> </blockquote> <h2> </h2> x & &amp; &lt; > " <a|href="https://a.example/?a&amp;b"> </a> <dl> <dt> </dt> </dl>'.split(
      ' ',
    )
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed % below
  }
  const closing = new Map(parts.filter((p) => p.startsWith('</')).map((p) => [p.slice(2, -1), p]))
  let passed = 0
  for (let i = 0; i < 20_000; i++) {
    let html = ''
    const open: string[] = []
    for (let k = 1 + next(8); k > 0; k--) {
      const part = (parts[next(parts.length)] ?? '').replace('|', ' ')
      html += part
      const name = /^<([a-z]\w*)/.exec(part)?.[1]
      if (name !== undefined && closing.has(name)) open.push(name)
    }
    // Every second one is closed as it should be
    if (i % 2 === 0) for (const name of open.reverse()) html += closing.get(name) ?? ''
    if (!html.includes('<') || !isWritten(html, BASE)) continue
    passed++
    expect(writtenAnew(html, BASE, false)).toBe(html)
  }
  expect(passed).toBeGreaterThan(200)
})
