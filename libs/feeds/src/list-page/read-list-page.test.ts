import { describe, expect, test } from '@jest/globals'
import { NotAList, readListPage } from '../index.ts'

/** Plain stand-ins for the rules of canonical addresses: fragments and `utm_` go. */
const addresses = {
  canonicalUrl: (text: string, { base }: { base?: string }): string | undefined => {
    if (!URL.canParse(text, base)) return undefined
    const url = new URL(text, base)
    if (!/^https?:$/.test(url.protocol)) return undefined
    url.hash = ''
    for (const name of [...url.searchParams.keys()])
      if (name.startsWith('utm_')) url.searchParams.delete(name)
    return url.href
  },
  urlKey: (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''),
}
const read = (html: string, url: string) =>
  readListPage(new TextEncoder().encode(html), { url, contentType: 'text/html; charset=utf-8', addresses })
const titles = (html: string, url: string) => read(html, url).entries.map(({ title }) => title)

const ARABIC = [
  ['افتتاح جسر جديد فوق ميناء البلدة القديمة', '2026/03/01/افتتاح-جسر-جديد-فوق-ميناء-البلدة'],
  ['البلدية تعلن خطة لترميم السوق المغطاة', '2026/02/28/البلدية-تعلن-خطة-لترميم-السوق'],
  ['صيادو الساحل يعودون إلى البحر بعد العاصفة', '2026/02/27/صيادو-الساحل-يعودون-إلى-البحر'],
] as const
const arabicHome = `<!doctype html><html lang="ar" dir="rtl"><head><title>جريدة الميناء</title>
  <meta property="og:site_name" content="الميناء"></head><body class="home blog tag-menu">
  <header><nav class="main-menu"><ul><li><a href="/">الرئيسية</a></li>
  <li><a href="/category/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/">أخبار السياسة والاقتصاد والمجتمع المحلي</a></li>
  <li><a href="/category/sport/">رياضة</a></li><li><a href="/about-us/">من نحن</a></li></ul></nav></header><main>
  ${ARABIC.map(
    ([
      title,
      path,
    ]) => `<article class="post tag-x"><a href="https://mina.example/${encodeURI(path)}/"><img src="/i/a.jpg" alt=""></a>
    <h2 class="entry-title"><a href="https://www.mina.example/${encodeURI(path)}/?utm_source=home">${title}</a></h2>
    <a href="/author/salma-the-writer-of-the-port/">سلمى محررة شؤون الميناء والمدينة</a>
    <time datetime="2026-03-01T10:00:00+02:00">أمس</time>
    <p>ملخص قصير للخبر يشرح ما جرى في المدينة هذا الأسبوع بكلمات قليلة واضحة.</p>
    <a href="https://mina.example/${encodeURI(path)}/#comments">اقرأ المزيد</a></article>`,
  ).join('')}
  <div class="pagination"><a href="/page/2/">2</a><a href="/page/3/">3</a></div></main>
  <footer><a href="/privacy-policy/">سياسة الخصوصية لموقع جريدة الميناء</a>
  <a href="https://facebook.example/mina-news-page-of-the-port">تابعونا على الشبكات الاجتماعية كل يوم</a></footer></body></html>`

describe('readListPage()', () => {
  test('reads the home page of an Arabic WordPress: one entry for picture, headline and «read more»', () => {
    const { entries, feed } = read(arabicHome, 'https://mina.example/')
    expect(entries.map(({ title }) => title)).toEqual(ARABIC.map(([title]) => title))
    expect(entries[0]).toEqual({
      title: ARABIC[0][0],
      link: `https://mina.example/${encodeURI(ARABIC[0][1])}/`,
      id: `https://mina.example/${encodeURI(ARABIC[0][1])}/`,
      published: '2026-03-01T08:00:00.000Z',
      summary: 'ملخص قصير للخبر يشرح ما جرى في المدينة هذا الأسبوع بكلمات قليلة واضحة.',
      categories: [],
      enclosures: [{ url: 'https://mina.example/i/a.jpg', type: 'image/*' }],
    })
    expect(feed).toMatchObject({ title: 'الميناء', language: 'ar', link: 'https://mina.example/' })
  })

  test('reads an English section page of cards that are links as a whole', () => {
    const card = (path: string, title: string) => `<div class="card"><a href="${path}"><img data-src="p.webp">
      <span class="kicker">Harbour</span><div class="c-title">${title}</div>
      <div class="c-desc">A longer line below it that says in more words than the headline what the matter is about.</div>
      <span class="date">1 March 2026</span></a><a class="topic" href="/harbour">Harbour</a></div>`
    const html = `<base href="https://gazette.example/x/"><ul class="nav"><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul>
      <div class="list">${card('/news/dredger-runs-aground-a81b2c3d', 'Dredger runs aground')}
      ${card('/news/night-ferry-returns-in-may', 'Night ferry returns in May after nine years')}
      ${card('late/market-hall-gets-a-new-roof', 'Market hall gets a new roof before winter')}</div>
      <div class="most-read"><a href="/newsletters/morning-briefing">Get our morning briefing in your inbox daily</a></div>`
    const { entries } = read(html, 'https://gazette.example/news')
    expect(entries.map(({ title, link, published }) => [title, link, published])).toEqual([
      [
        'Dredger runs aground',
        'https://gazette.example/news/dredger-runs-aground-a81b2c3d',
        '2026-03-01T00:00:00.000Z',
      ],
      [
        'Night ferry returns in May after nine years',
        'https://gazette.example/news/night-ferry-returns-in-may',
        '2026-03-01T00:00:00.000Z',
      ],
      [
        'Market hall gets a new roof before winter',
        'https://gazette.example/x/late/market-hall-gets-a-new-roof',
        '2026-03-01T00:00:00.000Z',
      ],
    ])
    expect(entries[1]?.summary).toContain('A longer line below it')
    expect(entries[1]?.enclosures).toEqual([{ url: 'https://gazette.example/x/p.webp', type: 'image/*' }])
  })

  test('reads an old French site of tables whose addresses are queries', () => {
    const html = `<table><tr><td><a href="index.php">Accueil</a><a href="rubrique.php?rub=3">Sport</a><a href="rubrique.php?rub=4">Culture et patrimoine</a>
      <td><font size=2><a href="news.php?id=412">Le pont du port rouvre apr&egrave;s quatre ans de travaux</a><br>
      <a href="news.php?id=411&amp;page=1">La criée attend encore ses nouvelles chambres froides</a><br>
      <a href="news.php?id=409">Trois écoles fermées à cause du vent</a><br>
      <a href="news.php?page=2">Toutes les nouvelles de la semaine passée</a></table>`
    expect(titles(html, 'http://port.example/index.php')).toEqual([
      'Le pont du port rouvre après quatre ans de travaux',
      'La criée attend encore ses nouvelles chambres froides',
      'Trois écoles fermées à cause du vent',
    ])
  })

  test('reads Persian numbers and German slugs', () => {
    const persian = [4711, 4712, 4713]
      .map(
        (n) =>
          `<li><a href="/fa/news/${n}/گزارش-تازه">گزارش تازه درباره بندر و کشتی‌های ماهیگیری ${n}</a> <span class="date">۱۴۰۴/۱۲/۱۰</span></li>`,
      )
      .join('')
    const page = read(`<ul>${persian}</ul><a href="/fa/archive">آرشیو</a>`, 'https://bandar.example/fa')
    expect(page.entries.map(({ link }) => link)).toHaveLength(3)
    expect(page.entries[0]?.published).toBe('2026-03-01T00:00:00.000Z')
    const german = `<div class="footer-open" id="page"><h3><a href="/lokales/faehre-faehrt-wieder-17734.html">Fähre fährt nach langer Pause wieder</a></h3>
      <h3><a href="/sport/hafenlauf-mit-rekord-17735.html">Hafenlauf mit Rekord</a></h3>
      <a href="/impressum">Impressum</a><a href="/lokales">Lokales</a><a href="/abo/angebote-fuer-neue-leser" rel="sponsored">Jetzt vier Wochen lang die Zeitung testen</a></div>`
    expect(titles(german, 'https://www.hafenblatt.example/')).toEqual([
      'Fähre fährt nach langer Pause wieder',
      'Hafenlauf mit Rekord',
    ])
  })

  test('takes titles, dates and links from an ItemList in JSON-LD', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, url: '/a/quay-wall-holds' },
        {
          '@type': 'ListItem',
          item: {
            '@type': 'NewsArticle',
            url: '/a/ice-on-the-river',
            headline: 'Ice on the river stops all barges',
            datePublished: '2026-02-03',
          },
        },
      ],
    }
    const crumbs = {
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', item: '/a/long-name-of-a-section' }],
    }
    const html = `<script type="application/ld+json">${JSON.stringify([list, crumbs])}</script><a href="/a/quay-wall-holds">Quay wall holds</a>`
    const { entries } = read(html, 'https://p.example/')
    expect(entries.map(({ link, published }) => [link, published])).toEqual([
      ['https://p.example/a/quay-wall-holds', undefined],
      ['https://p.example/a/ice-on-the-river', '2026-02-03T00:00:00.000Z'],
    ])
    expect(entries[1]?.title).toBe('Ice on the river stops all barges')
  })

  test('knows one article under addresses that tell where the link stood', () => {
    const html = `<h2><a href="/a/ASQ6N46R3.html?from=front_2">x</a></h2><a href="/news/night-ferry-returns-in-may?pos=1">Night ferry returns in May</a>
      <h3><a href="/news/night-ferry-returns-in-may?p=most-read">Night ferry returns in May</a></h3><a href="/news/night-ferry-returns-in-may">…</a>`
    expect(read(html, 'https://p.example/').entries.map(({ link }) => link)).toEqual([
      'https://p.example/news/night-ferry-returns-in-may',
    ])
  })

  test('takes no writer for an article, whatever the id in the address, and no menu for its long explanation', () => {
    const html = `<h2><a href="/2026/01/05/harbour-bridge-opens-on-monday">Harbour bridge opens on Monday</a></h2>
      <p><a href="/people/salma-karim,8dfe7ae9-d986-4317-9462-9e1418c20000">Salma Karim</a>
      <a href="/world/" title="All the news of the wide world and its many harbours">World</a>`
    const { entries, perhaps } = read(html, 'https://p.example/')
    expect([entries.length, perhaps.length]).toEqual([1, 0])
  })

  test('names the day that stands in an address', () => {
    const { entries } = read(
      '<h2><a href="/2026/2/7/x">Small boats may enter the inner harbour</a></h2>',
      'https://p.example/',
    )
    expect(entries[0]?.published).toBe('2026-02-07T00:00:00.000Z')
  })

  test.each([
    [
      'menus alone',
      '<nav><a href="/a">News from the whole wide region</a></nav><a href="/sport">Sport</a><a href="/tag/storm-on-the-coast">Everything about the storm on the coast</a><a href="/2026/02/">February of this year in our archive</a>',
    ],
    ['no link', '<div id="app"></div><script src="/app.js"></script>'],
    [
      'other sites alone',
      '<h2><a href="https://other.example/2026/01/01/long-slug-of-an-article">A long headline on another site</a></h2>',
    ],
    [
      'hostile addresses',
      '<h2><a href="javascript:alert(1)//long-slug-of-an-article-123456">A headline of many words that runs a script</a><a href="data:text/html,x">Another headline of many words</a><a href="mailto:desk@p.example">Write to the desk of this paper today</a><a href="https://user:pw@[::1">Broken address with a headline on it</a></h2>',
    ],
    [
      'files',
      '<h2><a href="/wp-content/uploads/2026/01/paper-of-the-whole-week-2026.pdf">The paper of the whole week as a file</a></h2>',
    ],
    [
      'sharing',
      '<h2><a href="/2026/01/01/long-slug-of-an-article?share=mail">Send this article to a friend of yours</a></h2>',
    ],
  ])('finds no list where there is none: %s', (_, html) => {
    expect(() => read(html, 'https://p.example/')).toThrow(NotAList)
  })

  test('keeps a link that might be an article apart', () => {
    const html = `<h2><a href="/2026/01/05/harbour-bridge-opens-on-monday">Harbour bridge opens on Monday</a></h2><a href="/x/the-long-read">Our long read</a><p><a href="/x/ferry-9912">Ferry strike goes on</a></p>`
    const { entries, perhaps } = read(html, 'https://p.example/')
    expect(entries.map(({ title }) => title)).toEqual(['Harbour bridge opens on Monday'])
    expect(perhaps.map(({ title }) => title)).toEqual(['Ferry strike goes on'])
  })

  test('reads so many of a hundred thousand links and says so', () => {
    const html = Array.from(
      { length: 100_000 },
      (_, i) => `<p><a href="/news/${i + 10_000}">Report number ${i} from the old harbour town</a>`,
    ).join('')
    const { entries, repairs } = read(html, 'https://p.example/')
    expect(entries).toHaveLength(500)
    expect(repairs.join(' ')).toMatch(/very long page.*first 500/)
  })

  test('survives a page nested a hundred thousand deep', () => {
    const html = `<h2><a href="/2026/01/05/bridge-opens-on-monday">Harbour bridge opens on Monday</a></h2>${'<div><b>'.repeat(100_000)}<a href="/x">x`
    const { entries, repairs } = read(html, 'https://p.example/')
    expect(entries).toHaveLength(1)
    expect(repairs.join()).toContain('deep')
  })
})
