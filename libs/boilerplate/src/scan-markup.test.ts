import { expect, test } from '@jest/globals'
import { scanMarkup } from './scan-markup.ts'
import { WantedNames } from './wanted-names.ts'

/** What a scan shows its sink, in one line */
function seen(html: string): string {
  let out = ''
  scanMarkup(html, new WantedNames(['class', 'href']), {
    open: (name) => {
      out += `<${name}`
      return true
    },
    attribute: (name, value) => (out += ` ${name}=${value}`),
    text: (text) => (out += `“${text}”`),
    close: (name) => (out += `/${name}`),
    isOver: () => false,
  })
  return out
}

test.each([
  [
    'end tags that authors leave out',
    '<ul><li>a<li>b</ul><p>c<p>d',
    '<ul<li“a”/li<li“b”/li/ul<p“c”/p<p“d”/p',
  ],
  ['void elements', 'a<br>b<img class=x>c</br>', '“a”<br/br“b”<img class=x/img“c”<br/br'],
  ['a heading after a paragraph that is open', '<p>a<h2>b</h2>', '<p“a”/p<h2“b”/h2'],
  [
    'attributes in all three spellings',
    `<a HREF="a?x=1&amp;y=2" data-x='>' class=b>c</a>`,
    '<a href=a?x=1&y=2 class=b“c”/a',
  ],
  ['references in text', '&Eacute;t&eacute; &amp; &#1578; &lt;b&gt;', '“Été & ت <b>”'],
  ['signs that open no tag', '1 < 2 and a <3', '“1 < 2 and a <3”'],
  [
    'comments, also empty ones, and declarations',
    '<!DOCTYPE html><!--a>b-->c<!-->d<!--->e<![CDATA[f]]>',
    '“c”“d”“e”',
  ],
  ['text in scripts as it stands', '<script>if (a<b) "</p>"</script>c', '<script“if (a<b) "</p>"”/script“c”'],
  ['titles with references but without tags', '<title>a &amp; <b>b</title>', '<title“a & <b>b”/title'],
  ['drawings, stepped over', 'a<svg><path d="M0"/><title>x</title></svg>b', '“a”“b”'],
  ['formulas whose elements close themselves', '<math><mspace/></math>a', '<math<mspace/mspace/math“a”'],
  ['a form in a form', '<form><form class=x>a</form>b</form>', '<form“a”/form“b”'],
  ['end tags of nothing', '</div>a</p>b', '“a”<p/p“b”'],
  ['a page that breaks off', '<div><p>a<b class="x', '<div<p“a”<b/b/p/div'],
])('scanMarkup() reads %s', (_, html, expected) => {
  expect(seen(html)).toBe(expected)
})

test.each(['<', '<!--', '<svg>', '<script>', '</a', '<a href="', '<a b=', '&amp', '<![CDATA['])(
  'scanMarkup() comes to the end of %s a hundred thousand times',
  (piece) => {
    expect(typeof seen(piece.repeat(100_000))).toBe('string')
  },
)
