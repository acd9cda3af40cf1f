import { describe, expect, test } from '@jest/globals'
import { clean, createSite } from './index.ts'

const url = 'https://courier.example/2024/03/ferry'
const paragraphs = [
  'The ferry to the island will run again from Monday, the harbour board said, after two weeks of repairs to the ramp.',
  'Islanders had asked for a small boat in the meantime, and the board hired one from a fisherman for the mornings.',
  'Tickets bought for the days without a ferry stay valid until the end of the month, a spokeswoman said.',
]
const page = (inside: string, below = ''): string =>
  `<html><head><title>Ferry runs again</title></head><body><main><h1>Ferry runs again</h1><div class="entry-content">${paragraphs.map((p) => `<p>${p}</p>`).join('')}${inside}</div>${below}</main></body></html>`
const cleaned = (inside: string, below = '') => clean(page(inside, below), { url }).article
const body = paragraphs.join('\n\n')

describe('what a label rules over is not the article, whatever its boxes are called', () => {
  test.each([
    [
      'a box about the author',
      '<div class="bx-9"><h4>About the author</h4><h5>Ann Teller</h5><p>Has written about boats and harbours for ten years.</p></div>',
    ],
    [
      'cards of other articles',
      '<div><h3>Das könnte Sie auch interessieren</h3><div><h4><a href="/roof">School roof mended</a></h4><p>The roof of the old school was mended in spring, and the rain stays outside now.</p></div><div><h4><a href="/bees">Bees on the town hall</a></h4><p>Three hives stand on the roof of the town hall, looked after by two clerks.</p></div></div>',
    ],
    [
      'cards of other articles, in Arabic',
      '<div><h3>موضوعات متعلقة</h3><div><h4><a href="/roof">إصلاح سقف المدرسة</a></h4><p>أصلح العمال سقف المدرسة القديمة في الربيع، ولم يعد المطر يدخل إلى الفصول.</p></div></div>',
    ],
    [
      'a list of links below a label of its own',
      '<p><strong>Read also</strong></p><ul><li><a href="/roof">School roof mended before the winter</a></li><li><a href="/bees">Bees on the roof of the town hall</a></li></ul>',
    ],
  ])('%s', (_, box) => expect(cleaned(box).text).toBe(body))

  test('comments in boxes without names', () => {
    const comments = [
      'My neighbour works on the ramp and says the repairs will take another week at least, whatever the board says.',
      'Good news at last for those of us who work on the mainland and had to sleep there.',
    ]
    const box = `<div class="k7"><b>2 Comments</b>${comments.map((c) => `<div><b>Reader</b> <i>4 March</i><p>${c}</p><a href="?replytocom=1">Reply</a></div>`).join('')}</div>`
    expect(cleaned('', box).text).toBe(body)
  })

  test('a label above most of the article takes nothing away', () => {
    const html = `<html><body><h1>Ferry runs again</h1><p>${paragraphs[0]}</p><div><b>Comments</b>${paragraphs.map((p) => `<p>${p.replace('board', 'council')} ${p.replace('board', 'port')}</p>`).join('')}</div></body></html>`
    expect(clean(html, { url }).article.text).toContain('hired one from a fisherman')
  })
})

describe('lines that lead elsewhere', () => {
  test.each([
    '<div><p>Shall the harbour be closed to cars?</p><form><label><input type="radio">Yes</label><label><input type="radio">No</label></form></div>',
    '<p><a href="https://t.me/courier">Follow The Island Courier on Telegram</a></p>',
    '<p>Suivez Le Courrier de l’île sur WhatsApp</p>',
    '<p>روزنامه ساحل را در تلگرام دنبال کنید</p>',
    '<p>لمتابعة آخر الأخبار انضم إلى قناتنا</p>',
    '<blockquote><p><strong>Read also</strong> <a href="/roof">School roof mended before the winter</a></p></blockquote>',
    '<p>[Lire aussi : <a href="/roof">Le toit de l’école est réparé avant l’hiver</a>]</p>',
    '<p>Hat Ihnen der Artikel gefallen? Teilen Sie ihn mit Freunden</p>',
    '<p>لینک کوتاه: https://courier.example/?p=7</p>',
    '<div>Drucken A+ A- Schriftgröße</div>',
    '<div>1,204 views</div>',
  ])('%s', (line) => expect(cleaned(line).text).toBe(body))

  test('the pieces of a line of details stay out, one by one', () => {
    const details =
      '<div><p>Posted</p><div><time datetime="2024-03-04">4 March 2024</time></div><p>in</p><div><a href="/c">Harbour</a></div><p>by</p><p>Ann Teller</p></div>'
    expect(cleaned('', details).text).toBe(body)
  })
})

describe('what stands around the headline', () => {
  const around = (above: string, byline: string, below: string): string =>
    `<html><body>${above}<div><h1>Ferry runs again</h1><div>${byline}</div>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</div>${below}</body></html>`

  test('the motto of the site, with a menu between it and the headline, is not the article', () => {
    const menu = ['Harbour', 'Schools', 'Markets', 'Weather'].map((m) => `<li><a href="/${m}">${m}</a></li>`)
    const top = `<div><a href="/">The Courier</a><p>News from the island since 1908</p><ul>${menu.join('')}</ul></div>`
    expect(clean(around(top, '4 March 2024', ''), { url }).article.text).toBe(body)
  })

  test.each(['Ann Teller', 'سالم بن رمضان'])('a box that opens with the name in the byline: %s', (name) => {
    const box = `<div><b>${name}</b><p>Has written about boats and harbours for ten years.</p></div>`
    const { article } = clean(around('', `${name} - 2024-03-04 - Harbour`, box), { url })
    expect(article.text).toBe(body)
    expect(article.authors).toEqual([name])
  })

  test('a day in the calendar of the readers, written for machines', () => {
    const time = '<time datetime="1404-12-13T10:20:00+03:30">۱۳ اسفند ۱۴۰۴</time>'
    expect(clean(around('', time, ''), { url }).article.publishedAt).toContain('2026-03-04')
  })
})

describe('headings and lists among paragraphs', () => {
  const among = (piece: string): string =>
    clean(page('').replace(`<p>${paragraphs[1]}</p>`, `${piece}<p>${paragraphs[1]}</p>`), { url }).article
      .text

  test('one heading that is a link to the site is a teaser', () => {
    expect(among('<h4><a href="/roof">School roof mended before the winter</a></h4>')).toBe(body)
  })
  test('several head the parts of a list', () => {
    const parts = ['Lighthouse Hill and its café', 'The old rope works museum'].map(
      (h) => `<h3><a href="/places/${h.length}">${h}</a></h3><p>${paragraphs[2]?.replace('Tickets', h)}</p>`,
    )
    expect(among(parts.join(''))).toContain('The old rope works museum\n')
  })
  test('a table of figures between paragraphs is kept as one', () => {
    const rows = [
      ['Boat', 'Crowns'],
      ['Ferry', '12.50'],
      ['Skiff', '4.00'],
    ].map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`)
    expect(among(`<table>${rows.join('')}</table>`)).toContain('Boat\tCrowns')
  })
  test('a quotation right below the last paragraph', () => {
    const quote = '<blockquote><p>A harbour without a ferry is a pond</p><cite>Ann Teller</cite></blockquote>'
    expect(cleaned(quote).text).toContain('is a pond')
  })
  test('a list is kept as one', () => {
    const items = ['Cars: 12 crowns', 'Bicycles: free', 'Dogs', 'Lorries, by appointment only']
    expect(among(`<ul>${items.map((i) => `<li>${i}</li>`).join('')}</ul>`)).toContain(items.join('\n'))
  })
})

test('the body of a known site keeps what stands where other pages hold a dropped line', () => {
  const site = createSite('courier.example')
  const other = (n: number): string =>
    `<html><body><h1>Harbour news ${n}</h1><div class="entry-content">3 min read<p>${paragraphs.map((p) => `${n} ${p}`).join('</p><p>')}</p></div></body></html>`
  for (let n = 1; n <= 4; n++) site.learn(other(n), `https://courier.example/${n}`)
  const bare = `<html><body><h1>Ferry runs again</h1><div class="entry-content">${body.replaceAll('\n\n', ' ')}</div></body></html>`
  expect(clean(bare, { url, site }).article.text).toContain('stay valid until the end of the month')
})

describe('paragraphs that sound like furniture stay', () => {
  test.each([
    'Lesen Sie auch das Kleingedruckte, mahnt die Sprecherin, denn dort stehe der neue Preis der Fähre.',
    'À lire aussi bien par les habitants que par les touristes, le nouvel horaire est affiché au port.',
    'بیشتر بخوانید و کمتر فریاد بزنید؛ این را مدیر بندر به کارمندان تازه‌کار گفت و خندید.',
  ])('%s', (line) => {
    const html = page('').replace(`<p>${paragraphs[1]}</p>`, `<p>${paragraphs[1]}</p><p>${line}</p>`)
    expect(clean(html, { url }).article.text).toContain(line)
  })

  test('the hours of a live report', () => {
    const live = paragraphs.map((p, i) => `<h3>${12 - i}:4${i}</h3><p>${p}</p>`).join('')
    const html = `<html><body><main><h1>Ferry live</h1><div class="entry-content"><p>We report from the harbour all day, hour by hour, as the ferry comes back.</p>${live}</div></main></body></html>`
    const { text } = clean(html, { url }).article
    for (const hour of ['12:40', '11:41', '10:42']) expect(text).toContain(hour)
  })
})

describe('a notice of two sentences', () => {
  const notice = '<p>The library opened today in Palm Street. It is shut on Fridays.</p>'
  const single = (body: string, classes: string): string =>
    `<html><body class="${classes}"><article><h1>Library opens</h1><time datetime="2024-03-04T10:00:00Z">4 March</time>${body}</article></body></html>`
  test('is an article where the page says that it is one', () => {
    const html = single(`<div class="entry-content">${notice}</div>`, 'single-post')
    expect(clean(html, { url }).outcome).toBe('ok')
  })
  test('is too short where nothing says so', () => {
    expect(clean(single(`<div>${notice}</div>`, ''), { url }).outcome).toBe('too-short')
  })
})
