import { expect, test } from '@jest/globals'
import { onAWalkedLine } from './testing/on-a-walked-line.ts'
import type { Origin, WalkedLine } from './testing/walk-line.ts'

let line: WalkedLine
let origin: Origin
onAWalkedLine((walked, fresh) => {
  line = walked
  origin = fresh
})

const TITLE = 'How the quay of Oldwick was built in nine winters'
const PARTS = [
  [
    'The quay of Oldwick was begun in the winter of 1893, when the herring fleet had outgrown the old basin.',
    'Stone came by barge from Marham, forty loads a month, and was cut on the beach by masons from three counties.',
  ],
  [
    'In the fourth winter a storm took away eleven metres of the wall and two of the cranes that stood on it.',
    'The harbour board met for three nights, and then decided by one vote to go on with the building.',
  ],
  [
    'The last stone was laid in the spring of 1902 by Ada Thorne, who had been born in the year of the first.',
    'The quay has been mended twice since, and the cranes of the second winter are in the museum of the town.',
  ],
]
const page = (
  n: number,
  head = '',
  all = PARTS.length,
) => `<!doctype html><html lang="en"><head><title>${TITLE} | Oldwick Post</title>${head}</head>
  <body><header><nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header><main><article><h1>${TITLE}</h1>
  ${(PARTS[n - 1] ?? []).map((text) => `<p>${text}</p><p>${text.replace(/quay|wall|stone/gi, 'pier')}</p>`).join('')}
  <div class="pages">${Array.from({ length: all }, (_, i) => `<a href="/quay${i === 0 ? '' : `/${i + 1}`}">${i + 1}</a>`).join(' ')}</div>
  </article></main></body></html>`
const begin = async (...links: string[]) => {
  origin.pages.set('/feed', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Oldwick Post</title>${links.map((link) => `<item><title>${TITLE}</title><link>${origin.url}${link}</link></item>`).join('')}</channel></rss>`,
  })
  await line.store.addSource({ feedUrl: `${origin.url}/feed` })
  await line.walk()
  return line.store.articles({ sort: 'latest' }, { limit: 5 })
}

test('an article that is cut into pages is one article, whole, whatever page a feed names beside the first', async () => {
  for (const n of [1, 2, 3]) origin.pages.set(n === 1 ? '/quay' : `/quay/${n}`, { body: page(n) })
  const { items } = await begin('/quay')
  expect(items).toHaveLength(1)
  for (const [first] of PARTS) expect(items[0]?.text).toContain(first)
  expect(items[0]?.text.split(TITLE)).toHaveLength(1)
  expect(origin.asked.filter(({ path }) => path.startsWith('/quay')).map(({ path }) => path)).toEqual([
    '/quay',
    '/quay/2',
    '/quay/3',
  ])
  // The feed names a later page as well
  origin.pages.set('/more', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>More</title><item><title>${TITLE}</title><link>${origin.url}/quay/2</link></item></channel></rss>`,
  })
  await line.store.addSource({ feedUrl: `${origin.url}/more` })
  await line.walk()
  expect((await line.store.articles({ sort: 'latest' }, { limit: 5 })).items).toHaveLength(1)
})

test('a page that can’t be had leaves what came before it', async () => {
  origin.pages.set('/quay', { body: page(1) })
  origin.pages.set('/quay/2', { status: 404 })
  const { items } = await begin('/quay')
  expect(items[0]?.text).toContain(PARTS[0]?.[0])
  expect(items[0]?.text).not.toContain(PARTS[1]?.[0])
  expect(origin.asked.filter(({ path }) => path === '/quay/2')).toHaveLength(1)
})

test('what its publisher withdraws is not shown after that day, and not taken in when it came too late', async () => {
  const until = (time: string) => `<meta name="robots" content="unavailable_after: ${time}">`
  origin.pages.set('/soon', { body: page(1, until('2099-01-01T00:00:00Z'), 1) })
  origin.pages.set('/past', { body: page(2, until('2020-01-01T00:00:00Z'), 1) })
  origin.pages.set('/header', { headers: { 'x-robots-tag': 'noindex' }, body: page(3, '', 1) })
  const { items } = await begin('/soon', '/past', '/header')
  expect(
    items
      .map(({ url, noindex, unavailableAfter }) => [new URL(url).pathname, noindex, unavailableAfter])
      .sort(),
  ).toEqual([
    ['/header', true, undefined],
    ['/soon', undefined, '2099-01-01T00:00:00.000Z'],
  ])
  expect(JSON.stringify(await line.store.trace(`${origin.url}/past`))).toContain('"expired"')
  await line.database.pool.query(
    `UPDATE articles SET unavailable_after = now() - interval '1 minute' WHERE url LIKE '%/soon'`,
  )
  const soon = items.find(({ url }) => url.endsWith('/soon'))
  const article = await line.store.article(soon?.id ?? '')
  expect(article).toMatchObject({ title: TITLE, text: '', html: '', mentions: [] })
})
