import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'
import { isCutFrom, titleWithoutSite } from './title-parts.ts'

const prose =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement, and nobody was hurt.'
const page = (head: string, body: string): string =>
  `<html><head>${head}</head><body>${body}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p><p>${prose.replace('pier', 'quay')}</p></body></html>`
const titleOf = (
  head: string,
  body: string,
  url = 'https://www.coastpost.example/2024/03/harbour/',
): string => clean(page(head, body), { url }).article.title

describe('the title is freed from the name of the site', () => {
  test.each([
    ['Harbour closed after crane falls | Coast Post', 'coast post', 'Harbour closed after crane falls'],
    [
      'Harbour closed after crane falls - News - Coast Post',
      'coast post',
      'Harbour closed after crane falls',
    ],
    ['Coast Post » Harbour closed after crane falls', 'coast post', 'Harbour closed after crane falls'],
    ['إغلاق الميناء بعد سقوط رافعة - بوابة الساحل', 'بوابه الساحل', 'إغلاق الميناء بعد سقوط رافعة'],
    ['بوابة الساحل | إغلاق الميناء بعد سقوط رافعة', 'بوابه الساحل', 'إغلاق الميناء بعد سقوط رافعة'],
    ['بسته شدن بندر پس از سقوط جرثقیل « خبر ساحل', 'خبر ساحل', 'بسته شدن بندر پس از سقوط جرثقیل'],
    ['Le port fermé : la grue est tombée – La Côte', 'la cote', 'Le port fermé : la grue est tombée'],
    ['Hafen dicht - Bürgermeister tritt zurück', 'kustenpost', 'Hafen dicht - Bürgermeister tritt zurück'],
    [
      'La romancière : « J’écris la nuit » - Le Courrier',
      'le courrier',
      'La romancière : « J’écris la nuit »',
    ],
    ['Harbour closed after crane falls | Opinion', 'coast post', 'Harbour closed after crane falls'],
  ])('%s', (title, name, bare) => expect(titleWithoutSite(title, { names: [name], labels: [] })).toBe(bare))
})

test('a title keeps its last part when structured data says it too', () => {
  const ld = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm warning for the whole coast - schools closed"}</script>`
  const og = '<meta property="og:title" content="Storm warning for the whole coast - schools closed">'
  expect(titleOf(og + ld, '')).toBe('Storm warning for the whole coast - schools closed')
})

test('a heading in a trail of links is not the headline; the visible one below it is', () => {
  const trail =
    '<ol><li><a href="/">Front page</a></li><li><a href="/coast">Coast</a></li><li><h1>Crane accident: what we know so far</h1></li></ol>'
  const head = '<meta property="og:title" content="Crane falls onto the pier, harbour closed">'
  expect(titleOf(head, `${trail}<h2>Crane falls onto the pier, harbour closed</h2>`)).toBe(
    'Crane falls onto the pier, harbour closed',
  )
})

test('a kicker and a label for machines inside the heading are left out', () => {
  const h1 =
    '<h1><span class="article__kicker">Port accident</span> <span class="sr-only">:</span> <span>Harbour closed after crane falls</span></h1>'
  expect(titleOf('<title>Accident in the port - Coast Post</title>', h1)).toBe(
    'Harbour closed after crane falls',
  )
})

test('a kicker inside the heading stays where the line made for other pages holds it', () => {
  const h1 = '<h1><span class="kicker">Port accident</span><span>Harbour closed after crane falls</span></h1>'
  const og = '<meta property="og:title" content="Port accident / Harbour closed after crane falls">'
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour closed after crane falls"}</script>'
  expect(titleOf(og + ld, h1)).toBe('Port accident / Harbour closed after crane falls')
  expect(titleOf(ld, h1)).toBe('Harbour closed after crane falls')
})

test('a heading above the prose that one more declaration names is the headline, not a lure in og:title', () => {
  const head =
    '<meta property="og:title" content="You will not believe what fell into the sea"><meta name="title" content="Harbour closed after crane falls">'
  expect(titleOf(head, '<h2>Harbour closed after crane falls</h2>')).toBe('Harbour closed after crane falls')
})

test('a first heading that is the masthead gives way to the heading behind it in the title', () => {
  const masthead = '<h1>Notes from a small pier</h1><h2>4 March</h2>'
  const head = '<title>Notes from a small pier - Why the crane fell</title>'
  expect(titleOf(head, `${masthead}<h3>Why the crane fell</h3>`)).toBe('Why the crane fell')
  expect(titleOf(head.replace(' -', ':'), `${masthead}<h3>Why the crane fell</h3>`)).toBe(
    'Why the crane fell',
  )
  expect(titleOf('<title>Portal - Why the crane fell</title>', '<b>Why the crane fell</b>')).toBe(
    'Why the crane fell',
  )
  expect(
    titleOf('<title>Why the crane fell - Notes from a small pier</title>', '<h1>Why the crane fell</h1>'),
  ).toBe('Why the crane fell')
})

test('a declared title that was cut off gives way to the whole one', () => {
  const head =
    '<meta property="og:title" content="Harbour closed after a crane falls onto the pier and bl…"><title>Harbour closed after a crane falls onto the pier and blocks ferries</title>'
  expect(titleOf(head, '')).toBe('Harbour closed after a crane falls onto the pier and blocks ferries')
  expect(isCutFrom('The mayor says: ', 'The mayor says: "never again"')).toBe(true)
  expect(isCutFrom('Harbour closed', 'Harbour closed for a week')).toBe(false)
})

test('entities escaped twice are read and tags inside a declared title vanish', () => {
  expect(
    titleOf(
      '<meta property="og:title" content="Port &amp;amp; pier: &amp;quot;a <em>miracle</em>&amp;quot;">',
      '',
    ),
  ).toBe('Port & pier: "a miracle"')
})

test('a name of the site in an h1 is not the headline', () => {
  const head =
    '<meta property="og:site_name" content="بوابة الساحل"><meta property="og:title" content="إغلاق الميناء بعد سقوط رافعة على الرصيف">'
  expect(titleOf(head, '<h1>بوابة الساحل</h1><h2>إغلاق الميناء بعد سقوط رافعة على الرصيف</h2>')).toBe(
    'إغلاق الميناء بعد سقوط رافعة على الرصيف',
  )
})

test('the letters of a title stay as they were typed', () => {
  expect(titleOf('', '<h1>«الميناء» يُغلق أبوابه.. والسلطة: «لا إصابات»</h1>')).toBe(
    '«الميناء» يُغلق أبوابه.. والسلطة: «لا إصابات»',
  )
})

test('meta elements that write value for content are read', () => {
  expect(titleOf('<meta name="og:title" value="Harbour closed after crane falls">', '')).toBe(
    'Harbour closed after crane falls',
  )
})
