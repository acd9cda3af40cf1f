import { expect, test } from '@jest/globals'
import { onAWalkedLine } from './testing/on-a-walked-line.ts'
import type { Origin, WalkedLine } from './testing/walk-line.ts'

let line: WalkedLine
let origin: Origin
onAWalkedLine((walked, fresh) => {
  line = walked
  origin = fresh
})

const PLACES = [
  'Oldwick',
  'Marham',
  'Tarn',
  'Selby Cross',
  'Low Fen',
  'Harrow Isle',
  'Kettle Bay',
  'Stony Ford',
]
/** An article of its own kind for each number, with what a blog's editor makes of quotation marks */
const paragraphs = (n: number): string[] => {
  const place = `${PLACES[n % PLACES.length]} ${n}`
  return [
    `The council of ${place} has decided to mend the bridge over the mill stream, number ${n} on its list, before the winter comes.`,
    `It&#8217;s the third time in ${n + 2} years that the planks have given way under a cart, said the clerk, and nobody doesn&#8217;t know it.`,
    `The work is to cost ${n + 3},000 crowns, of which the county pays a half, and the millers of ${place} have promised the timber for it.`,
    `Until then carts go round by the upper road, which takes an hour longer, and the ferry at ${place} runs every day from six to nine.`,
    `Those of ${place} who have a cart of more than ${n + 1} hundredweight are asked to leave it in the yard behind the old brewery.`,
    `The last bridge on the list, at the mouth of the stream below ${place}, was mended ${n + 4} years ago and has held ever since.`,
    `A meeting for all who live by the stream is to be held in the school of ${place} on the second Friday of next month.`,
  ]
}
type Bodies = 'whole' | 'marked' | 'short'
const bodyOf = (n: number, kind: Bodies): string => {
  const all = paragraphs(n).map((text) => `<p>${text}</p>`)
  if (kind === 'whole') return all.join('\n')
  // Long enough to pass for an article, and without a sign that there is more
  const cut = all.slice(0, 5).join('\n')
  return kind === 'short' ? cut : `${cut}<p>The upper road … <a href="${origin.url}/${n}">Read more</a></p>`
}
let shown: [n: number, kind: Bodies][] = []
/** Puts these entries into the feed, newest first, and their pages on the site. */
const publish = (from: number, count: number, kind: Bodies) => {
  const fresh = Array.from({ length: count }, (_, i): [number, Bodies] => [from + i, kind])
  shown = [...fresh, ...shown]
  const items = shown.map(
    ([n, how]) =>
      `<item><title>Bridge number ${n} is to be mended</title><link>${origin.url}/${n}</link><guid>${n}</guid>
       <content:encoded><![CDATA[${bodyOf(n, how)}]]></content:encoded></item>`,
  )
  origin.pages.set('/feed', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Mill Stream</title>${items.join('')}</channel></rss>`,
  })
  for (const [n] of fresh)
    origin.pages.set(`/${n}`, {
      body: `<!doctype html><html lang="en"><head><title>Bridge number ${n} is to be mended | The Mill Stream</title></head><body>
        <header><nav><a href="/">Home</a> <a href="/about">About</a></nav></header><main><article><h1>Bridge number ${n} is to be mended</h1>
        ${bodyOf(n, 'whole')}</article></main><footer><p>© The Mill Stream</p></footer></body></html>`,
    })
}
const poll = async () => {
  await line.pass(1.2)
  await line.walk()
}
const begin = async (kind: Bodies, count: number) => {
  shown = []
  publish(100, count, kind)
  await line.store.addSource({ feedUrl: `${origin.url}/feed` })
  await line.walk()
}
const fetched = (from: number, count: number) =>
  new Set(origin.asked.map(({ path }) => Number(path.slice(1))).filter((n) => n >= from && n < from + count))
    .size
const texts = async () => {
  const { items } = await line.store.articles({ sort: 'latest' }, { limit: 500 })
  return new Map(items.map(({ url, text }) => [Number(url.split('/').at(-1)), text]))
}
const LAST_WORDS = 'second Friday of next month'

test('of a feed with whole bodies pages are fetched until that is known, and then hardly any', async () => {
  await begin('whole', 6)
  expect(fetched(100, 6)).toBe(6)
  publish(200, 30, 'whole')
  await poll()
  // One in ten is fetched to see whether it is still so
  expect(fetched(200, 30)).toBeLessThan(13)
  const read = await texts()
  expect(read.size).toBe(36)
  for (const [n, text] of read) expect([n, text.includes(LAST_WORDS)]).toEqual([n, true])
}, 60_000)

test.each(['marked', 'short'] as const)(
  'of a feed with cut bodies (%s) every page is fetched',
  async (kind) => {
    await begin(kind, 6)
    publish(200, 12, kind)
    await poll()
    expect([fetched(100, 6), fetched(200, 12)]).toEqual([6, 12])
    for (const [n, text] of await texts()) expect([n, text.includes(LAST_WORDS)]).toEqual([n, true])
  },
  60_000,
)

test('a feed that turns to bodies that end in “read more” has its pages fetched at once', async () => {
  await begin('whole', 6)
  publish(200, 8, 'marked')
  await poll()
  expect(fetched(200, 8)).toBe(8)
  for (const [n, text] of await texts()) expect([n, text.includes(LAST_WORDS)]).toEqual([n, true])
}, 60_000)

test('a feed that turns to cut bodies without a sign is found out, and what it cut is fetched after all', async () => {
  await begin('whole', 6)
  const isFoundOut = async () => {
    const { rows } = await line.database.pool.query('SELECT FROM feeds WHERE texts_whole < texts_compared')
    return rows.length > 0
  }
  let from = 200
  for (; from < 360 && !(await isFoundOut()); from += 10) {
    publish(from, 10, 'short')
    await poll()
  }
  expect(await isFoundOut()).toBe(true)
  publish(from, 10, 'short')
  await poll()
  expect(fetched(200, from - 190)).toBe(from - 190)
  const { items } = await line.store.articles({ sort: 'latest' }, { limit: 500 })
  for (const { url, text } of items) expect([url, text.includes(LAST_WORDS)]).toEqual([url, true])
  // The feed's cut was no older version of the article
  const { rows } = await line.database.pool.query('SELECT FROM revisions')
  expect(rows).toHaveLength(0)
}, 120_000)
