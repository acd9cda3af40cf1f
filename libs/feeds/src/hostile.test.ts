import { describe, expect, test } from '@jest/globals'
import { parseFeed, parseOpml, discoverFeeds } from './index.ts'

const item = (inner: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>t</title><item>${inner}</item></channel></rss>`
const title = (text: string, doctype = ''): string => item(`<title>${text}</title>`, doctype)
const laughs = Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY l${i} "${i ? `&l${i - 1};`.repeat(10) : 'ha'}">`,
).join('')

/** Each must end with an error or a result no longer than a few times its input, within the time of the whole test. */
const HOSTILE: Record<string, () => string> = {
  'billion laughs': () => title('&l11;', `<!DOCTYPE r [${laughs}]>`),
  'long entity used often': () =>
    title('&a;'.repeat(20_000), `<!DOCTYPE r [<!ENTITY a "${'A'.repeat(900)}">]>`),
  'entity that names itself': () => title('&a;', '<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
  'parameter entities': () => title('t', '<!DOCTYPE r [<!ENTITY % a "x"><!ENTITY % b "%a;%a;">%b;]>'),
  'file entity': () => title('&a;', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  'address entity': () => title('&a;', '<!DOCTYPE r [<!ENTITY a SYSTEM "http://127.0.0.1/">]>'),
  'outside DTD and stylesheet': () =>
    '<?xml-stylesheet href="http://127.0.0.1/"?>' + title('t', '<!DOCTYPE rss SYSTEM "http://127.0.0.1/">'),
  '200,000 deep': () => item('<description>' + '<a>'.repeat(200_000)),
  '200,000 deep at the top': () => '<rss>' + '<a>'.repeat(200_000),
  '200,000 attributes': () => item(`<enclosure ${'a="1" '.repeat(200_000)}/>`),
  'attribute of 5 MB': () => item(`<enclosure url="${'a'.repeat(5e6)}"/>`),
  '20,000 namespaces': () =>
    item(`<a ${Array.from({ length: 20_000 }, (_, i) => `xmlns:a${i}="u"`).join(' ')}/>`),
  '100,000 items': () => `<rss><channel>${'<item><title>t</title></item>'.repeat(100_000)}</channel></rss>`,
  '50,000 categories': () => item('<category>c</category>'.repeat(50_000)),
  'CDATA that never ends': () => item('<title><![CDATA[' + 'x<'.repeat(3e6)),
  'comments that never end': () => item('<!--'.repeat(300_000)),
  'open brackets': () => item('<'.repeat(5e6)),
  'open brackets in a title': () => title('<'.repeat(3e6)),
  'half tags': () => title('a<p '.repeat(500_000)),
  'half tags in a description': () => item(`<description><![CDATA[${'a<p'.repeat(100_000)}]]></description>`),
  'scripts that never end': () => title(`<![CDATA[${'<script>'.repeat(100_000)}]]>`),
  'quotes that never end': () => item('<a b="'.repeat(300_000)),
  'quotes of both kinds': () => item('<a b="\'>'.repeat(300_000)),
  'closing tags alone': () => item('</a>'.repeat(500_000)),
  'DOCTYPE that never ends': () => '<!DOCTYPE ' + '<!ENTITY a "'.repeat(100_000),
  'DOCTYPE of brackets': () => '<!DOCTYPE r ' + '['.repeat(1e6) + '>' + title('t'),
  'entity declarations without end': () => `<!DOCTYPE r [${'<!ENTITY a '.repeat(100_000)}]>` + title('t'),
  ampersands: () => title('&'.repeat(5e6)),
  'unfinished references': () => title('&a'.repeat(2e6)),
  'endless numeric reference': () => title('&#' + '9'.repeat(5e6) + ';'),
  'white space in a title': () => title('a' + ' '.repeat(3e6) + 'b'),
  'white space before it': () => ' \n\t'.repeat(1e6) + title('t'),
  'long declaration': () => '<?xml version="1.0"' + ' '.repeat(2e6) + 'encoding' + '='.repeat(1e5) + '?>',
  'long dates': () => item(`<pubDate>${'1'.repeat(5e5)}</pubDate><updated>${'10 '.repeat(2e5)}</updated>`),
  'title of 10 MB': () => title('ع'.repeat(5e6)),
  'deep JSON': () => '{"items":' + '['.repeat(1e6),
  'deep well-formed JSON': () => `{"items":[],"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
  'nested items': () => '<rss><channel>' + '<item><title>'.repeat(100_000),
  'elements beyond count': () => '<rss><channel><item>' + '<a/>'.repeat(1e6),
  'base64 of noise': () =>
    `<feed><entry><content type="application/zip">${'%'.repeat(1e6)}</content></entry></feed>`,
  'links without end': () =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${'<link href="x"/>'.repeat(100_000)}</entry></feed>`,
}

describe('parseFeed() survives', () => {
  test.each(Object.entries(HOSTILE))('%s', async (_, make) => {
    const text = make()
    const outcome = await parseFeed(new TextEncoder().encode(text), { url: 'https://paper.example/' }).catch(
      (error: Error) => error,
    )
    const length = outcome instanceof Error ? outcome.message.length : JSON.stringify(outcome).length
    expect(length).toBeLessThan(Math.max(4 * text.length, 1e6))
    expect(JSON.stringify(outcome)).not.toContain('root:')
  })

  test('elements and keys that name prototypes', async () => {
    await parseFeed(
      new TextEncoder().encode(
        item(
          '<__proto__><polluted>yes</polluted></__proto__><constructor><prototype><polluted>1</polluted></prototype></constructor><title>t</title>',
        ),
      ),
      { url: '' },
    )
    await parseFeed(
      new TextEncoder().encode(
        '{"items":[{"title":"t","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":1}}}],"__proto__":{"polluted":"yes"}}',
      ),
      { url: '' },
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('NUL, lone surrogates, C1 controls and dates out of range', async () => {
    const { entries } = await parseFeed(
      new TextEncoder().encode(
        item(
          '<title>a\u0000b&#xD800;c&#146;d\u0085e</title><pubDate>Mon, 04 May 275760 10:00:00 GMT</pubDate>',
        ),
      ),
      { url: '' },
    )
    expect(entries[0]?.title).toBe('ab\ufffdc’d…e')
    expect(entries[0]?.published).toBeUndefined()
  })
})

test('parseFeed() keeps the newest of too many entries', async () => {
  const items = Array.from(
    { length: 6000 },
    (_, i) =>
      `<item><title>${i}</title><pubDate>${new Date(Date.UTC(2026, 0, 1) + i * 60_000).toUTCString()}</pubDate></item>`,
  ).join('')
  const { entries, repairs } = await parseFeed(
    new TextEncoder().encode(`<rss><channel>${items}</channel></rss>`),
    { url: '' },
  )
  expect([entries.length, entries[0]?.title, entries[4999]?.title]).toEqual([5000, '1000', '5999'])
  expect(repairs).toContain('Kept the newest 5000 of 6000 entries')
})

test('parseOpml() and discoverFeeds() survive what never ends', () => {
  expect(() =>
    parseOpml(new TextEncoder().encode('<opml><body>' + '<outline text="a">'.repeat(200_000))),
  ).not.toThrow()
  expect(discoverFeeds('<a href="/rss" '.repeat(200_000), 'https://paper.example/')).toEqual([])
  expect(discoverFeeds('<a href="/rss">'.repeat(100_000), 'https://paper.example/')).toHaveLength(1)
})
