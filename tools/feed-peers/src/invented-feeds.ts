/** Made-up news in the shapes that feeds take: one model, written in every format and habit of publishing. */
type Item = {
  title: string
  link: string
  id: string
  time: Date
  author: string
  categories: string[]
  body: string
  picture: string
}
type Paper = { title: string; link: string; about: string; language: string; items: Item[] }

const item = (n: number, at: string, title: string, author: string, body: string, tags: string[]): Item => ({
  title,
  link: `https://paper.example/${n}/${encodeURIComponent(title.slice(0, 12))}`,
  id: `tag:paper.example,2026:${n}`,
  time: new Date(at),
  author,
  categories: tags,
  body: `<p>${body}</p><p><a href="https://paper.example/${n + 100}">${author}</a></p>`,
  picture: `https://img.paper.example/${n}.jpg`,
})

export const PAPERS: Paper[] = [
  {
    title: 'The Harbour Post',
    link: 'https://paper.example/',
    about: 'News from the quay & the town',
    language: 'en',
    items: [
      item(
        1,
        '2026-03-04T05:06:07Z',
        'Ferry "Lark" runs aground, 40 taken off',
        'Mary Penrose',
        'All are well.',
        ['Sea', 'Rescue'],
      ),
      item(
        2,
        '2026-03-05T23:59:59Z',
        'Fish & chips: prices up 3 < 5 %',
        "Tom O'Dell",
        'Cod is dear; haddock isn’t.',
        ['Food'],
      ),
      item(3, '2026-03-06T00:00:00Z', 'Bridge opens — at last', 'A. B. Carver', 'Ten years late 🙂.', []),
    ],
  },
  {
    title: 'صدى الميناء',
    link: 'https://sada.example/ar',
    about: 'أخبار المدينة كل صباح',
    language: 'ar',
    items: [
      item(
        4,
        '2026-03-04T05:06:07Z',
        'افتتاح الجسر الجديد بعد عشر سنوات',
        'منى الحلبي',
        'حضر الافتتاح ٤٠ ضيفًا من البلدات المجاورة.',
        ['محليات', 'نقل'],
      ),
      item(
        5,
        '2026-03-07T10:00:00Z',
        'الصيادون: «الأسعار لا تكفي»',
        'سامر قاسم',
        'قال أحدهم إن الكلفة زادت.',
        ['اقتصاد'],
      ),
    ],
  },
  {
    title: 'L’Écho du Quai',
    link: 'https://echo.example/',
    about: 'Nouvelles d’ici & d’ailleurs',
    language: 'fr',
    items: [
      item(
        6,
        '2026-03-04T05:06:07Z',
        'Grève des éclusiers : l’écluse rouvre à Noël',
        'Zoé Lemaître',
        'On attendra, dit-on.',
        ['Économie', 'Société'],
      ),
    ],
  },
]

const xml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const cdata = (text: string): string => `<![CDATA[${text}]]>`
const rfc822 = (time: Date): string => time.toUTCString()
const offset = (time: Date): string =>
  new Date(time.getTime() + 3 * 3600_000).toISOString().replace('.000Z', '+03:00')

type Quote = (text: string) => string

const rss = (
  paper: Paper,
  quote: Quote,
  { dublin = false, encoded = false } = {},
): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${quote(paper.title)}</title><link>${xml(paper.link)}</link><description>${quote(paper.about)}</description><language>${paper.language}</language>
${paper.items
  .map(
    (
      one,
    ) => `<item><title>${quote(one.title)}</title><link>${xml(one.link)}</link><guid isPermaLink="false">${xml(one.id)}</guid>
${dublin ? `<dc:date>${one.time.toISOString()}</dc:date>` : `<pubDate>${rfc822(one.time)}</pubDate>`}
<dc:creator>${quote(one.author)}</dc:creator>${one.categories.map((tag) => `<category>${quote(tag)}</category>`).join('')}
${encoded ? `<content:encoded>${quote(one.body)}</content:encoded>` : `<description>${quote(one.body)}</description>`}
<enclosure url="${xml(one.picture)}" type="image/jpeg" length="1234"/></item>`,
  )
  .join('\n')}</channel></rss>`

const rdf = (paper: Paper, quote: Quote): string => `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${xml(paper.link)}"><title>${quote(paper.title)}</title><link>${xml(paper.link)}</link><description>${quote(paper.about)}</description></channel>
${paper.items
  .map(
    (
      one,
    ) => `<item rdf:about="${xml(one.link)}"><title>${quote(one.title)}</title><link>${xml(one.link)}</link>
<dc:creator>${quote(one.author)}</dc:creator><dc:date>${offset(one.time)}</dc:date></item>`,
  )
  .join('\n')}</rdf:RDF>`

const atom = (paper: Paper, type: 'text' | 'html' | 'xhtml', prefix = ''): string => {
  const p = prefix === '' ? '' : `${prefix}:`
  const title = (text: string): string =>
    type === 'html'
      ? xml(xml(text))
      : type === 'xhtml'
        ? `<div xmlns="http://www.w3.org/1999/xhtml">${xml(text)}</div>`
        : xml(text)
  return `<?xml version="1.0"?>
<${p}feed xmlns${prefix === '' ? '' : `:${prefix}`}="http://www.w3.org/2005/Atom" xml:lang="${paper.language}">
<${p}title type="${type}">${title(paper.title)}</${p}title><${p}link href="${xml(paper.link)}"/><${p}link rel="self" href="${xml(paper.link)}feed"/>
<${p}subtitle>${xml(paper.about)}</${p}subtitle><${p}id>${xml(paper.link)}</${p}id><${p}updated>2026-03-08T00:00:00Z</${p}updated>
${paper.items
  .map(
    (
      one,
    ) => `<${p}entry><${p}title type="${type}">${title(one.title)}</${p}title><${p}link rel="alternate" type="text/html" href="${xml(one.link)}"/>
<${p}link rel="enclosure" type="image/jpeg" href="${xml(one.picture)}"/><${p}id>${xml(one.id)}</${p}id><${p}published>${one.time.toISOString()}</${p}published>
<${p}updated>${offset(new Date(one.time.getTime() + 3600_000))}</${p}updated><${p}author><${p}name>${xml(one.author)}</${p}name></${p}author>
${one.categories.map((tag) => `<${p}category term="${xml(tag)}"/>`).join('')}<${p}content type="html">${xml(one.body)}</${p}content></${p}entry>`,
  )
  .join('\n')}</${p}feed>`
}

const json = (paper: Paper): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: paper.title,
    home_page_url: paper.link,
    description: paper.about,
    language: paper.language,
    items: paper.items.map((one) => ({
      id: one.id,
      url: one.link,
      title: one.title,
      content_html: one.body,
      date_published: one.time.toISOString(),
      authors: [{ name: one.author }],
      tags: one.categories,
      attachments: [{ url: one.picture, mime_type: 'image/jpeg' }],
    })),
  })

/** How the same paper may be published, by name. */
export const WRITERS: Record<string, (paper: Paper) => string> = {
  'RSS 2.0, references': (paper) => rss(paper, xml),
  'RSS 2.0, CDATA': (paper) => rss(paper, cdata),
  'RSS 2.0, Dublin Core dates': (paper) => rss(paper, cdata, { dublin: true }),
  'RSS 2.0, whole texts': (paper) => rss(paper, cdata, { encoded: true }),
  'RSS 2.0, whole texts in references': (paper) => rss(paper, xml, { encoded: true }),
  'RSS 2.0 behind a byte order mark': (paper) => `\ufeff${rss(paper, xml)}`,
  'RSS 2.0 after blank lines': (paper) => `\n\n ${rss(paper, xml)}`,
  'RSS 2.0 with comments and instructions': (paper) =>
    rss(paper, xml).replace(/<item>/g, '<!-- <title>no</title> --><?php echo 1 ?><item>'),
  'RSS 2.0 with numeric references': (paper) =>
    rss(paper, (text) => text.replace(/[^\w ]/gu, (char) => `&#${char.codePointAt(0)};`)),
  'RSS 2.0 with an image of its own': (paper) =>
    rss(paper, xml).replace(
      '<item>',
      '<image><title>Logo</title><url>https://paper.example/l.png</url><link>https://logo.example/</link></image><item>',
    ),
  'RSS 1.0': (paper) => rdf(paper, xml),
  'RSS 1.0, CDATA': (paper) => rdf(paper, cdata),
  'Atom, text': (paper) => atom(paper, 'text'),
  'Atom, HTML': (paper) => atom(paper, 'html'),
  'Atom, XHTML': (paper) => atom(paper, 'xhtml'),
  'Atom with a prefix': (paper) => atom(paper, 'text', 'a'),
  'JSON Feed': json,
}
