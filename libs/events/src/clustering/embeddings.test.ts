import { expect, test } from '@jest/globals'
import { packEmbedding, unpackEmbedding } from '../features/embedding.ts'
import { createClusterer, featuresOf } from '../index.ts'

/** A made-up model: articles of one topic get vectors near each other, all of them lean to one side. */
function vectorOf(topic: number, n: number): number[] {
  let state = (topic + 1) * 7919
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5
  const vector = Array.from({ length: 64 }, () => next() + 1.5)
  state = (n + 1) * 104729
  return vector.map((value) => value + 0.2 * next())
}
/** Titles that share nothing with each other, in two languages */
const TITLES: [lang: string, title: string][] = [
  ['en', 'Harbour wall gives way in the night'],
  ['ar', 'سكان الحي يصفون لحظات الرعب'],
  ['en', 'Mayor opens new library wing'],
  ['ar', 'مكان هادئ لعشاق الورق'],
  ['en', 'Striker signs for three seasons'],
  ['ar', 'اللاعب يوقع عقدا طويلا'],
]
const clustered = (withEmbeddings: boolean) => {
  const clusterer = createClusterer({ newId: ({ id }) => `event-of-${id}` })
  for (const [n, [lang, title]] of TITLES.entries())
    clusterer.place(
      featuresOf({
        id: `a${n}`,
        lang,
        title,
        text: '',
        source: `s${n}`,
        publishedAt: `2026-03-02T0${n}:00:00Z`,
        ...(withEmbeddings ? { embedding: vectorOf(n >> 1, n) } : {}),
      }),
    )
  // The rest of the day's news, by which the lean of the model is known
  for (let n = 10; n < 70; n++)
    clusterer.place(
      featuresOf({
        id: `b${n}`,
        lang: 'de',
        title: `Meldung${n} Ort${n}`,
        text: '',
        source: 's',
        publishedAt: '2026-03-02T06:00:00Z',
        ...(withEmbeddings ? { embedding: vectorOf(n, n) } : {}),
      }),
    )
  clusterer.settle()
  return clusterer
}

test('an embedding comes back from its packing as the same direction', () => {
  const values = vectorOf(3, 1)
  const norm = Math.hypot(...values)
  const back = unpackEmbedding(packEmbedding(values))
  values.forEach((value, i) => expect(back[i]).toBeCloseTo(value / norm, 2))
  expect(() => packEmbedding([0, 0])).toThrow('Cannot use an embedding of 2 numbers that begins with "0, 0"')
})

test('articles that share no word are weighed first when their embeddings are alike, and not without', () => {
  const near = (clusterer: ReturnType<typeof createClusterer>) =>
    clusterer
      .candidatesOf(
        featuresOf({
          id: 'new',
          lang: 'en',
          title: 'Reading room inaugurated',
          text: '',
          source: 's',
          publishedAt: '2026-03-02T09:00:00Z',
          embedding: vectorOf(1, 9),
        }),
      )
      .map(({ eventId }) => eventId)
  const told = clustered(true)
  const [first, second] = near(told)
  const eventOf = told.assignments()
  expect([first, second]).toEqual(expect.arrayContaining([eventOf.get('a2')]))
  expect([first, second]).toEqual(expect.arrayContaining([eventOf.get('a3')]))
  const untold = clustered(false)
  expect(near(untold)).not.toContain(untold.assignments().get('a3'))
})

test('a vector of another length, from another model, is left alone', () => {
  const clusterer = clustered(true)
  const placed = clusterer.place(
    featuresOf({
      id: 'other',
      lang: 'en',
      title: 'Choir tours islands',
      text: '',
      source: 's',
      publishedAt: '2026-03-02T09:00:00Z',
      embedding: [1, 2, 3, 4],
    }),
  )
  expect(placed.isNew).toBe(true)
})
