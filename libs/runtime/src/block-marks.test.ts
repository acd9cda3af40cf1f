import { expect, test } from '@jest/globals'
import { onAWalkedLine } from './testing/on-a-walked-line.ts'
import type { Origin, WalkedLine } from './testing/walk-line.ts'

let line: WalkedLine
let origin: Origin
onAWalkedLine((walked, fresh) => {
  line = walked
  origin = fresh
})

const APPEAL =
  'Nobody pays the four of us at the Oldwick Post but you, the people who read it, and the baker whose window we share.'
const BOX =
  'The lifeboat of Oldwick is rowed by twelve volunteers and has brought in more than three hundred people since 1921.'
const page = (title: string, place: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>
  <p>The lifeboat crew brought in four sailors on Tuesday night after their boat had struck the ${place} rocks in heavy fog.</p>
  <p>The harbour master said that the boat had lost its radio an hour before, and that a farmer of ${place} had seen the flares.</p>
  <p>Two of the four were taken to the hospital of ${place} with signs of cold; the others stayed with families in the village.</p>
  <p>${APPEAL}</p></article><div class="share-buttons">${BOX}</div></main></body></html>`

test('a person’s word on a block is obeyed on every page of the site, makes no revision, and can be taken back', async () => {
  const titles = ['Four sailors brought in near Gull Head', 'Crew of a ketch saved off Marham Point']
  for (const [i, title] of titles.entries())
    origin.pages.set(`/${i}`, { body: page(title, i === 0 ? 'Gull Head' : 'Marham Point') })
  origin.pages.set('/feed', {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Oldwick Post</title>${titles
      .map((title, i) => `<item><title>${title}</title><link>${origin.url}/${i}</link></item>`)
      .join('')}</channel></rss>`,
  })
  await line.store.addSource({ feedUrl: `${origin.url}/feed` })
  await line.walk()
  const articles = async () => {
    const { items } = await line.store.articles({ sort: 'latest' }, { limit: 5 })
    return Promise.all(items.map(async ({ id }) => (await line.store.article(id))!))
  }
  const [one] = await articles()
  if (!one) throw new Error('There is no article')
  expect((await articles()).map(({ text }) => [text.includes(APPEAL), text.includes(BOX)])).toEqual([
    [true, false],
    [true, false],
  ])

  const dropped = await line.store.markBlock(one.id, { text: APPEAL, verdict: 'drop' })
  await line.store.markBlock(one.id, { text: BOX, verdict: 'drop' })
  const kept = await line.store.markBlock(one.id, { text: BOX, verdict: 'keep' })
  await line.walk()
  for (const { text, dropped, revisions, host } of await articles()) {
    expect([text.includes(APPEAL), text.includes(BOX)]).toEqual([false, true])
    expect(dropped).toContainEqual(expect.objectContaining({ text: APPEAL, reason: 'marked' }))
    expect(revisions).toEqual([])
    const { items } = await line.store.blockMarks({ host }, { limit: 5 })
    expect(items.map(({ text, verdict }) => [text, verdict])).toEqual([
      [BOX, 'keep'],
      [APPEAL, 'drop'],
    ])
  }

  for (const said of [dropped, kept]) if ('done' in said) await line.store.unmarkBlock(said.done.id)
  await line.walk()
  expect((await articles()).map(({ text }) => [text.includes(APPEAL), text.includes(BOX)])).toEqual([
    [true, false],
    [true, false],
  ])
  expect((await line.store.blockMarks({}, { limit: 5 })).items).toEqual([])
  expect(await line.store.markBlock(one.id, { text: '12:30', verdict: 'drop' })).toMatchObject({
    refused: 'invalid',
    detail: 'Cannot know a block by "12:30": it has no words',
  })
})
