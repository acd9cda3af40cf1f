import { describe, expect, test } from '@jest/globals'
import {
  type ArticleInput,
  type Change,
  type ClustererOptions,
  createClusterer,
  featuresOf,
} from './index.ts'

const article = (id: string, lang: string, at: string, title: string, text: string): ArticleInput => ({
  id,
  lang,
  title,
  text,
  source: `source-${id}`,
  publishedAt: `2026-03-${at}:00Z`,
})

const bus = [
  article(
    'bus-ar',
    'ar',
    '02T07:40',
    'مصرع تسعة أشخاص في انقلاب حافلة قرب وهران',
    'لقي تسعة ركاب حتفهم وأصيب واحد وعشرون آخرون فجر اليوم عندما انقلبت حافلة قادمة من سعيدة على الطريق السيار قرب وهران، حسب الحماية المدنية.',
  ),
  article(
    'bus-ar2',
    'ar',
    '02T10:05',
    'حادث حافلة على مشارف وهران يخلف قتلى وجرحى',
    'قالت مصالح الحماية المدنية إن سائق الحافلة فقد السيطرة عليها قرب وهران بسبب الضباب، ما أدى إلى وفاة تسعة مسافرين ونقل 21 جريحا إلى المستشفى.',
  ),
  article(
    'bus-en',
    'en',
    '02T11:45',
    "Bus overturns near Algeria's Oran, killing nine",
    'Nine passengers died and 21 were hurt when a bus overturned in thick fog on the motorway outside Oran in Algeria, rescuers said.',
  ),
]
const ferry = [
  article(
    'ferry-en',
    'en',
    '02T05:50',
    'Ferry runs aground off Lesbos with 240 aboard',
    'A passenger ferry ran aground on rocks off the Greek island of Lesbos before dawn; all 240 people aboard were taken off by coast guard boats.',
  ),
  article(
    'ferry-en2',
    'en',
    '02T12:30',
    'Passengers rescued after ferry hits rocks off Lesbos',
    'All 240 passengers of a ferry that ran aground off Lesbos in Greece are safe, the coast guard said.',
  ),
]
const otherBus = article(
  'bus-lima',
  'en',
  '02T12:00',
  'Bus plunges into ravine in Peru, killing nine',
  'Nine passengers died when a bus left a mountain road near Cusco in Peru, police said.',
)

function run(articles: readonly ArticleInput[], options: Partial<ClustererOptions> = {}) {
  const clusterer = createClusterer({ newId: (features) => `event-of-${features.id}`, ...options })
  const placements = articles.map((a) => clusterer.place(featuresOf(a)))
  const changes = clusterer.settle()
  return { clusterer, placements, changes, eventOf: clusterer.assignments() }
}

/** Event ids stand for groups: the members of each, sorted. */
const partition = (eventOf: ReadonlyMap<string, string>): string[] => {
  const groups = new Map<string, string[]>()
  for (const [id, event] of eventOf) groups.set(event, [...(groups.get(event) ?? []), id])
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort()
}

describe('place()', () => {
  test('joins reworded reports in Arabic and English, and says why', () => {
    const { eventOf, placements } = run([...ferry, ...bus])
    expect(partition(eventOf)).toEqual(['bus-ar bus-ar2 bus-en', 'ferry-en ferry-en2'])
    const joined = placements.find((p) => p.articleId === 'ferry-en2')
    expect(joined?.isNew).toBe(false)
    expect(joined?.why.map((w) => w.signal)).toContain('shared-rare-words')
    expect(joined?.why.find((w) => w.signal === 'shared-rare-words')?.evidence).toContain('Lesbos')
  })

  test('keeps the same accident in another country apart', () => {
    const { eventOf } = run([...bus, otherBus])
    expect(eventOf.get('bus-lima')).not.toBe(eventOf.get('bus-en'))
  })

  test('calls a republished text a copy of the earliest', () => {
    const text = `${bus[0]?.text} ${bus[1]?.text}`
    const first = article('wire', 'ar', '02T06:00', 'انقلاب حافلة قرب وهران', text)
    const copy = article(
      'paper',
      'ar',
      '02T08:00',
      'فاجعة على الطريق السيار',
      `شارك\n${text.replaceAll('أ', 'ا')}\nمقالات ذات صلة`,
    )
    const { placements } = run([first, copy])
    expect(placements[1]).toMatchObject({
      role: 'copy',
      copyOf: 'wire',
      eventId: 'event-of-wire',
      isNew: false,
    })
  })

  test('refuses a date it cannot read', () => {
    expect(() => featuresOf({ ...otherBus, publishedAt: '14 فيفري' })).toThrow('Cannot read date "14 فيفري"')
  })
})

describe('settle()', () => {
  const all = [...ferry, ...bus, otherBus]
  test.each([
    ['backwards', [...all].reverse()],
    ['by id', [...all].sort((a, b) => (a.id < b.id ? -1 : 1))],
    ['interleaved', [0, 3, 1, 5, 2, 4].flatMap((i) => all[i] ?? [])],
  ])('gives the same events when articles come %s', (_, articles) => {
    expect(partition(run(articles).eventOf)).toEqual(partition(run(all).eventOf))
  })

  test('gives the same events when there are too many articles to take all apart', () => {
    const { clusterer, eventOf } = run(all, { settleWhole: 0 })
    expect(partition(eventOf)).toEqual(partition(run(all).eventOf))
    expect(clusterer.settle()).toEqual([])
  })

  test('pauses often, and nothing can be placed in between', () => {
    const { clusterer } = run(all)
    const steps = clusterer.settling()
    let pauses = 0
    while (!steps.next().done)
      if (pauses++ === 2)
        expect(() => clusterer.place(featuresOf(otherBus))).toThrow(
          'Cannot place article "bus-lima" while events settle',
        )
    expect(pauses).toBeGreaterThan(all.length)
    expect(clusterer.place(featuresOf(otherBus)).articleId).toBe('bus-lima')
  })

  test('leaves every id alone when nothing changed', () => {
    const { clusterer, eventOf } = run(all)
    expect(clusterer.settle()).toEqual([])
    expect(clusterer.assignments()).toEqual(eventOf)
  })
})

describe('constrain()', () => {
  test.each([4000, 0])('"different" parts two articles until it is taken back (%i)', (settleWhole) => {
    const { clusterer } = run(ferry, { settleWhole })
    clusterer.constrain({ kind: 'different', a: 'ferry-en', b: 'ferry-en2' })
    const parted: Change[] = clusterer.settle()
    expect(parted).toEqual([
      expect.objectContaining({ kind: 'move', articleId: 'ferry-en2', from: 'event-of-ferry-en' }),
    ])
    expect(clusterer.unconstrain('ferry-en2', 'ferry-en')).toBe(true)
    expect(clusterer.settle()).toEqual([
      expect.objectContaining({ kind: 'merge', into: 'event-of-ferry-en' }),
    ])
  })

  test('"same" joins what nothing else would, under the older id', () => {
    const { clusterer } = run([...ferry, otherBus])
    clusterer.constrain({ kind: 'same', a: 'bus-lima', b: 'ferry-en' })
    expect(clusterer.settle()).toEqual([
      expect.objectContaining({ kind: 'merge', from: 'event-of-bus-lima', into: 'event-of-ferry-en' }),
    ])
  })

  test('"same" is obeyed by an article that comes later', () => {
    const clusterer = createClusterer({ newId: (f) => f.id })
    clusterer.constrain({ kind: 'same', a: 'bus-lima', b: 'ferry-en' })
    for (const a of ferry) clusterer.place(featuresOf(a))
    expect(clusterer.place(featuresOf(otherBus)).eventId).toBe('ferry-en')
  })
})

describe('restore()', () => {
  test('rebuilds the index, so that the next article finds its event', () => {
    const before = run([...ferry, ...bus.slice(0, 2)])
    const clusterer = createClusterer({ newId: (f) => `new-${f.id}` })
    for (const a of [...ferry, ...bus.slice(0, 2)]) {
      const features = JSON.parse(JSON.stringify(featuresOf(a)))
      clusterer.restore(features, before.eventOf.get(a.id) ?? '')
    }
    const [, , last] = bus
    if (!last) throw new Error('Cannot find the last bus')
    expect(clusterer.candidatesOf(featuresOf(last))[0]?.eventId).toBe(before.eventOf.get('bus-ar'))
    expect(clusterer.place(featuresOf(last)).eventId).toBe(before.eventOf.get('bus-ar'))
  })
})

test('an article leaves the index when it is too old, and its event is not found any more', () => {
  const clusterer = createClusterer({ newId: (f) => f.id, keepHours: 48 })
  for (const a of ferry) clusterer.place(featuresOf(a))
  clusterer.place(featuresOf({ ...otherBus, publishedAt: '2026-03-09T12:00:00Z' }))
  expect([...clusterer.assignments().keys()]).toEqual(['bus-lima'])
  expect(clusterer.membersOf('ferry-en')).toEqual([])
})

test.each([
  ['ar', ['ماكرون يفتتح معرضا للخيول في ليون', 'ماكرون يقيل مدير الأرصاد من منصبه']],
  ['en', ['Macron Opens Horse Fair in Lyon', 'Macron Sacks Weather Office Director']],
])('a famous name shared is no deed shared (%s)', (lang, titles) => {
  const { eventOf } = run(titles.map((title, i) => article(`m-${i}`, lang, `02T1${i}`, title, '')))
  expect(new Set(eventOf.values()).size).toBe(2)
})

test('one name alone, however famous, joins nothing', () => {
  const titles = [
    'Delia Marsh cancels European tour dates',
    'Delia Marsh marries footballer in secret',
    'Delia Marsh wins songwriter of the year',
  ]
  const { eventOf } = run(titles.map((title, i) => article(`marsh-${i}`, 'en', `0${2 + i}T10:00`, title, '')))
  expect(new Set(eventOf.values()).size).toBe(3)
})

test('reports of one great happening come together by what is like both, and says so', () => {
  const flood = [
    'Dam bursts above Kelmora',
    'Kelmora dam burst: thousands flee their homes',
    'Thousands flee homes after dam burst',
    'Flood wave hits villages below Kelmora dam',
    'Villages under water after dam burst',
    'Rescuers search flooded villages below burst dam',
    'Army joins search for missing in flooded villages',
    'Minister visits Kelmora after flood',
    'Kelmora flood: minister promises homes',
    'Missing of Kelmora: search goes on in flooded villages',
  ]
  const others = [
    'Harbour strike enters third week',
    'Opera house reopens with a premiere',
    'Striker signs for five years',
    'Rates stay where they are, bank says',
    'Old bridge gets new lights',
    'Court hears case of stolen violin',
  ]
  let next = 0
  const clusterer = createClusterer({ newId: () => `e${next++}`, settleEveryHours: 0 })
  for (const [i, title] of [...flood, ...others].entries()) {
    const at = `01T${String(8 + Math.floor(i / 3)).padStart(2, '0')}:${(i % 3) * 2}0`
    clusterer.restore(featuresOf(article(`a${i}`, 'en', at, title, '')), `e${next++}`)
  }
  const changes = clusterer.settle()
  const events = clusterer.assignments()
  expect(new Set(flood.map((_, i) => events.get(`a${i}`)))).toEqual(new Set([events.get('a0')]))
  expect(new Set(events.values()).size).toBe(1 + others.length)
  const told = changes.flatMap(({ why }) => why.filter((w) => w.signal === 'common-neighbours'))
  expect(told.length).toBeGreaterThan(0)
  for (const { weight, evidence } of told) {
    expect(weight).toBeGreaterThan(0)
    expect(evidence).toMatch(/^\d+ other articles? (?:is|are) like both$/)
  }
})
