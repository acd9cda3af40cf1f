import { describe, expect, test } from '@jest/globals'
import { NotAFeed, parseFeed } from './index.ts'

const URL = 'https://paper.example/feeds/all.xml'
const read = (text: string | Uint8Array, contentType?: string, url = URL) =>
  parseFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text, { contentType, url })
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>صحيفة الساحل</title><link>https://paper.example/</link>${head}${items}</channel></rss>`
const atom = (entries: string, head = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة الساحل</title><id>urn:coast</id>${head}${entries}</feed>`

describe('parseFeed() reads', () => {
  test('RSS 2.0 with its modules', async () => {
    const { feed, entries, repairs } = await read(
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
       <channel><title>The Coast</title><link>https://paper.example/</link><description>News of the <![CDATA[<b>coast</b>]]></description><language>en_GB</language>
       <ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><skipHours><hour>2</hour><hour>24</hour></skipHours><skipDays><day>friday</day></skipDays>
       <atom:link rel="self" href="/feeds/all.xml"/><atom:link rel="hub" href="https://hub.example/"/><lastBuildDate>Mon, 04 May 2026 18:05:09 GMT</lastBuildDate>
       <item><title>Ferry &amp; harbour</title><link>/news/1?a=1&b=2</link><guid isPermaLink="false">coast-1</guid><pubDate>Mon, 04 May 2026 18:05:09 +0200</pubDate>
       <dc:creator>Mona Said</dc:creator><category>Harbour</category><category><![CDATA[Ferries]]></category><enclosure url="/a.mp3" type="audio/mpeg" length="77"/>
       <description>A &lt;i&gt;new&lt;/i&gt; ferry</description><content:encoded><![CDATA[<p>A new ferry came.</p>]]></content:encoded></item></channel></rss>`,
    )
    expect(feed).toMatchObject({
      title: 'The Coast',
      link: 'https://paper.example/',
      subtitle: 'News of the coast',
      language: 'en-GB',
      ttlMinutes: 30,
      updatePeriodMinutes: 30,
      skipHours: [2, 0],
      skipDays: ['Friday'],
      hubs: ['https://hub.example/'],
      self: URL,
      updated: '2026-05-04T18:05:09.000Z',
    })
    expect(entries).toEqual([
      {
        title: 'Ferry & harbour',
        link: 'https://paper.example/news/1?a=1&b=2',
        id: 'coast-1',
        published: '2026-05-04T16:05:09.000Z',
        updated: undefined,
        summary: 'A <i>new</i> ferry',
        content: '<p>A new ferry came.</p>',
        author: 'Mona Said',
        categories: ['Harbour', 'Ferries'],
        enclosures: [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 77 }],
      },
    ])
    expect(repairs).toEqual([])
  })

  test('Atom 1.0 with every kind of text, in order', async () => {
    const { feed, entries } = await read(
      atom(
        `<entry><title type="html">Tide &amp;amp; &lt;b&gt;time&lt;/b&gt;</title><link rel="self" href="/self"/><link href="../1.html"/><link rel="enclosure" href="/1.mp3" length="5"/>
         <id>urn:1</id><updated>2026-05-04T18:05:09Z</updated><published>2026-05-04T10:00:00+02:00</published><author><name>Ali</name><email>a@b.example</email></author><author><name>Mona</name></author>
         <category term="tides" label="Tides"/><summary>1 &lt; 2</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three <i>four</i></div></content></entry>
         <entry><title>No author</title><id>https://paper.example/2</id></entry>`,
        '<subtitle>Tides</subtitle><author><name>The desk</name></author><link href="https://paper.example/"/>',
      ),
    )
    expect(feed).toMatchObject({
      title: 'صحيفة الساحل',
      language: 'ar',
      subtitle: 'Tides',
      link: 'https://paper.example/',
      id: 'urn:coast',
    })
    expect(entries[0]).toMatchObject({
      title: 'Tide & time',
      link: 'https://paper.example/1.html',
      id: 'urn:1',
      updated: '2026-05-04T18:05:09.000Z',
      published: '2026-05-04T08:00:00.000Z',
      author: 'Ali, Mona',
      categories: ['tides'],
      summary: '1 &lt; 2',
      enclosures: [{ url: 'https://paper.example/1.mp3', length: 5 }],
    })
    expect(entries[0]?.content?.replace(/<[^>]*>/g, '')).toBe('One two three four')
    expect(entries[1]).toMatchObject({ author: 'The desk', link: 'https://paper.example/2' })
  })

  test('Atom 0.3 with escaped and base64 text, and prefixed Atom', async () => {
    const old = await read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>Tides</tagline><modified>2026-05-04T18:05:09Z</modified><entry><title mode="escaped" type="text/html">&lt;b&gt;A&lt;/b&gt;</title>
       <issued>2026-05-04</issued><content mode="base64" type="text/html">PHA+VGlkZTwvcD4=</content></entry></feed>`,
    )
    expect(old.feed).toMatchObject({ subtitle: 'Tides', updated: '2026-05-04T18:05:09.000Z' })
    expect(old.entries[0]).toMatchObject({
      title: 'A',
      published: '2026-05-04T00:00:00.000Z',
      content: '<p>Tide</p>',
    })
    const prefixed = await read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>E</a:title><a:link href="https://x.example/1"/></a:entry></a:feed>',
    )
    expect([prefixed.feed.title, prefixed.entries[0]?.title, prefixed.entries[0]?.link]).toEqual([
      'T',
      'E',
      'https://x.example/1',
    ])
  })

  test('RDF, RSS 1.1, RSS 0.9x without a version, items outside the channel, and CDF', async () => {
    const rdf = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>R</title></channel>
       <item rdf:about="https://x.example/1"><title>One</title><dc:date>2026-05-04</dc:date><dc:subject>Sea</dc:subject></item></rdf:RDF>`,
    )
    expect(rdf.entries[0]).toMatchObject({
      title: 'One',
      link: 'https://x.example/1',
      id: 'https://x.example/1',
      published: '2026-05-04T00:00:00.000Z',
      categories: ['Sea'],
    })
    const rss11 = await read(
      '<Channel xmlns="http://purl.org/net/rss1.1#"><title>R</title><items><item><title>One</title></item></items></Channel>',
    )
    expect([rss11.feed.title, rss11.entries[0]?.title]).toEqual(['R', 'One'])
    expect(
      (await read('<rss><channel><item><title>One</title></item></channel></rss>')).entries[0]?.title,
    ).toBe('One')
    expect((await read('<rss><item><title>One</title></item></rss>')).entries[0]?.title).toBe('One')
    const cdf = await read(
      '<CHANNEL HREF="https://x.example/"><TITLE>C</TITLE><ITEM HREF="/1" LASTMOD="2026-05-04T10:00"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>',
    )
    expect([cdf.feed, cdf.entries[0]]).toMatchObject([
      { title: 'C', link: 'https://x.example/' },
      {
        title: 'One',
        link: 'https://paper.example/1',
        summary: 'Short',
        updated: '2026-05-04T10:00:00.000Z',
      },
    ])
  })

  test('JSON Feed, with or without its version', async () => {
    const { feed, entries } = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Coast',
        home_page_url: 'https://paper.example/',
        hubs: [{ type: 'websub', url: 'https://hub.example/' }],
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Tide',
            content_text: '1 < 2',
            date_published: '2026-05-04T10:00:00+02:00',
            authors: [{ name: 'Ali' }],
            tags: ['sea'],
            attachments: [{ url: '/7.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
          },
        ],
      }),
      'text/plain',
    )
    expect(feed).toMatchObject({ title: 'The Coast', hubs: ['https://hub.example/'] })
    expect(entries[0]).toEqual({
      title: 'Tide',
      link: 'https://paper.example/7',
      id: '7',
      published: '2026-05-04T08:00:00.000Z',
      updated: undefined,
      summary: undefined,
      content: '1 &lt; 2',
      author: 'Ali',
      categories: ['sea'],
      enclosures: [{ url: 'https://paper.example/7.mp3', type: 'audio/mpeg', length: 9 }],
    })
    expect((await read('{"items":[{"id":"1","title":"a"}]}')).repairs).toEqual([
      'Read JSON without its JSON Feed version',
    ])
  })

  test('news sitemaps, and names the sitemaps of an index', async () => {
    const { feed, entries } = await read(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://paper.example/1</loc><lastmod>2026-05-05</lastmod>
       <news:news><news:publication><news:name>The Coast</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-05-04T10:00Z</news:publication_date><news:title>Tide</news:title><news:keywords>sea, moon</news:keywords></news:news></url></urlset>`,
    )
    expect(feed).toMatchObject({ title: 'The Coast', language: 'en' })
    expect(entries[0]).toMatchObject({
      title: 'Tide',
      link: 'https://paper.example/1',
      published: '2026-05-04T10:00:00.000Z',
      updated: '2026-05-05T00:00:00.000Z',
      categories: ['sea', 'moon'],
    })
    const index = read(
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://paper.example/s1.xml</loc></sitemap></sitemapindex>',
    )
    await expect(index).rejects.toMatchObject({ name: 'NotAFeed', links: ['https://paper.example/s1.xml'] })
  })
})

const one =
  '<item><title>الأولى</title><link>https://paper.example/1</link><description>نص</description></item>'
const two =
  '<item><title>الثانية</title><link>https://paper.example/2</link><description>نص</description></item>'
const titles = async (text: string): Promise<(string | undefined)[]> =>
  (await read(text)).entries.map(({ title }) => title)
const BOTH = ['الأولى', 'الثانية']

const BROKEN: [what: string, text: string][] = [
  ['a warning before it', '<br />\n<b>Notice</b>: line 3<br />' + rss(one + two)],
  ['an unclosed paragraph before it', '<p>Notice' + rss(one + two)],
  ['blank lines and marks before it', '\n \ufeff\n' + rss(one + two)],
  ['two declarations', '<?xml version="1.0"?>' + rss(one + two)],
  ['scripts after it', rss(one + two) + '<script>if (a < b) {}</script>'],
  ['an unclosed description', rss(one.replace('</description>', '') + two)],
  ['an unclosed description and item', rss(one.replace('</description></item>', '') + two)],
  ['an unclosed title', rss(one.replace('</title>', '') + two)],
  ['unclosed HTML in it', rss(one.replace('نص', '<p>نص<br><img src=a.jpg alt="x"><b>') + two)],
  ['a CDATA section that never ends', rss(one.replace('نص', '<![CDATA[نص') + two)],
  ['a CDATA section that ends twice', rss(one.replace('نص', '<![CDATA[نص ]] > ]]> x ]]>') + two)],
  [
    'a quote that never ends',
    rss(one.replace('<description>', '<enclosure url="https://x.example/1.mp3><description>') + two),
  ],
  ['bare ampersands', rss(one.replace('/1', '/1?a=1&b=2&copy=3') + two)],
  ['controls and forbidden references', rss(one.replace('الأولى', 'ال\u0001أو&#0;لى\u000b') + two)],
  ['escaped references', rss(one.replace('الأولى', '&amp;#1575;لأولى') + two)],
  [
    'an undeclared prefix',
    rss(one.replace('<description>', '<dc:creator>Ali</dc:creator><zz:top>x</zz:top><description>') + two),
  ],
  ['a foreign title', rss(one.replace('<title>', '<z:title xmlns:z="urn:z">Wrong</z:title><title>') + two)],
  [
    'upper-case tags',
    rss(one + two).replace(
      /(<\/?)(item|title|channel)/g,
      (_, open: string, name: string) => open + name.toUpperCase(),
    ),
  ],
  [
    'entities of its own',
    rss(one.replace('الأولى', '&first;') + two).replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY first "الأولى">]><rss',
    ),
  ],
  ['no closing tags at its end', rss(one + two).replace('</channel></rss>', '')],
  ['an end inside an item', rss(one + two).replace(/نص<\/description><\/item><\/channel><\/rss>$/, 'ن')],
  ['a comment that never ends', rss(one + two + '<!-- ')],
]

describe('parseFeed() mends', () => {
  test.each(BROKEN)('%s', async (_, text) => expect(await titles(text)).toEqual(BOTH))

  test('and says so', async () => {
    const { repairs } = await read(
      'Warning' + rss(one.replace('</description>', '') + two).replace('</rss>', ''),
    )
    expect(repairs.length).toBeGreaterThan(0)
    expect((await read(rss(one + two))).repairs).toEqual([])
  })

  test('encodings that are declared wrongly or not at all, and names them', async () => {
    const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
    // "الميناء" in windows-1256, twice
    const arabic =
      '<rss><channel><title>\u00c7\u00e1\u00e3\u00ed\u00e4\u00c7\u00c1 \u00c7\u00e1\u00e3\u00ed\u00e4\u00c7\u00c1</title></channel></rss>'
    const labelled = await read(latin(arabic), 'text/xml; charset=utf-8')
    expect(labelled.feed.title).toBe('الميناء الميناء')
    expect(labelled.repairs).toEqual(['Read as windows-1256 although its HTTP header says utf-8'])
    expect((await read(latin(arabic))).repairs).toEqual(['Read as windows-1256, which it does not declare'])
    expect((await read(latin(arabic), 'text/xml; charset=windows-1256')).repairs).toEqual([])
    expect((await read('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel/></rss>')).repairs).toEqual(
      [],
    )
  })

  test('one bad date without losing the feed', async () => {
    const { entries } = await read(
      atom(
        '<entry><title>A</title><updated>قبل قليل</updated></entry><entry><title>B</title><updated>4 ماي 2026</updated></entry>',
      ),
    )
    expect(entries.map(({ title, updated }) => [title, updated])).toEqual([
      ['A', undefined],
      ['B', '2026-05-04T00:00:00.000Z'],
    ])
  })

  test('ampersands in links that were escaped twice', async () => {
    for (const link of [
      'https://paper.example/?a=1&amp;amp;b=2',
      '<![CDATA[https://paper.example/?a=1&amp;b=2]]>',
    ])
      expect((await read(rss(`<item><link>${link}</link></item>`))).entries[0]?.link).toBe(
        'https://paper.example/?a=1&b=2',
      )
  })

  test('relative links by xml:base', async () => {
    const { entries } = await read(
      atom('<entry xml:base="b/"><link href="1"/></entry>', ''),
      undefined,
      'https://paper.example/a/',
    )
    expect(entries[0]?.link).toBe('https://paper.example/a/b/1')
  })
})

describe('parseFeed() refuses', () => {
  test('an HTML page, and names the feeds it links to', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>خطأ</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>'
    await expect(read(page, 'text/html')).rejects.toMatchObject({
      name: 'NotAFeed',
      links: ['https://paper.example/feed'],
    })
  })

  test.each([
    ['nothing', ''],
    ['blank', ' \n'],
    ['prose', 'Service unavailable'],
    ['an API error', '{"error":{"code":503}}'],
    ['broken JSON', '{"items":['],
    ['other XML', '<opml/>'],
  ])('%s', async (_, text) => expect(read(text)).rejects.toBeInstanceOf(NotAFeed))
})

test('parseFeed() keeps links to scripts, files and inline data out', async () => {
  for (const link of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
  ])
    expect(
      (await read(rss(`<item><title>x</title><link>${link}</link></item>`))).entries[0]?.link,
    ).toBeUndefined()
})

test('parseFeed() makes bodies safe, and their addresses absolute by xml:base, the entry, the site, the feed in turn', async () => {
  const body = '&lt;a href="x" onclick="y()"&gt;t&lt;/a&gt;&lt;script&gt;z()&lt;/script&gt;'
  const at = async (channel: string, item: string, rss = ''): Promise<string | undefined> => {
    const xml = `<rss version="2.0" ${rss}><channel>${channel}<item><title>t</title>${item}</item></channel></rss>`
    const { entries } = await parseFeed(new TextEncoder().encode(xml), { url: 'https://feeds.example/f/rss' })
    return entries[0]?.summary
  }
  const description = `<description>${body}</description>`
  const link = '<link>https://paper.example/n/1</link>'
  const home = '<link>https://paper.example/home/</link>'
  const base = 'xml:base="https://base.example/b/"'
  expect(await at('', description)).toBe('<a href="https://feeds.example/f/x">t</a>')
  expect(await at(home, description)).toBe('<a href="https://paper.example/home/x">t</a>')
  expect(await at(home, link + description)).toBe('<a href="https://paper.example/n/x">t</a>')
  expect(await at(home, link + description, base)).toBe('<a href="https://base.example/b/x">t</a>')
  expect(await at(home, link + `<description xml:base="c/">${body}</description>`, base)).toBe(
    '<a href="https://base.example/b/c/x">t</a>',
  )
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ url: 'https://paper.example/n/1', content_html: '<img src=i.png onerror=x()>' }],
  })
  const { entries } = await parseFeed(new TextEncoder().encode(json), { url: 'https://feeds.example/j' })
  expect(entries[0]?.content).toBe('<img src="https://paper.example/n/i.png">')
})

test('parseFeed() keeps no address that is none of the web', async () => {
  for (const address of [
    'javascript:x()',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x.example/',
    'gopher://x/',
  ]) {
    const xml = `<rss version="2.0"><channel><title>t</title><link>${address}</link><item><title>t</title><link>${address}</link>
      <enclosure url="${address}" type="audio/mpeg"/></item></channel></rss>`
    const { feed, entries } = await parseFeed(new TextEncoder().encode(xml), {
      url: 'https://feeds.example/',
    })
    expect([feed.link, entries[0]?.link, entries[0]?.enclosures]).toEqual([undefined, undefined, []])
  }
})
