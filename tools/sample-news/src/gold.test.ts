import { expect, test } from '@jest/globals'
import { sampleGold } from './index.ts'

const eventsBy = <T>(pick: (article: (typeof sampleGold)[number]) => T): Map<string, Set<T>> => {
  const events = new Map<string, Set<T>>()
  for (const article of sampleGold)
    if (article.event) events.set(article.event, (events.get(article.event) ?? new Set()).add(pick(article)))
  return events
}

test('every name of the gold stands in its article as written', () => {
  const missing = sampleGold.flatMap(({ id, title, body, names }) =>
    names
      .flatMap(({ surfaces }) => surfaces)
      .filter((surface) => ![title, ...body].some((line) => line.includes(surface)))
      .map((surface) => `${id}: ${surface}`),
  )
  expect(missing).toEqual([])
})

test('every body has the length of a news report and no mark of ours is left', () => {
  const lengths = sampleGold.map(({ id, body }) => ({ id, count: body.join(' ').split(/\s+/).length }))
  expect(lengths.filter(({ count }) => count < 118 || count > 360)).toEqual([])
  expect(sampleGold.flatMap(({ body }) => body.filter((line) => /^(?:## |> )|\s$/.test(line)))).toEqual([])
})

test('no two articles share an id and no event stands twice in one outlet by the same words', () => {
  expect(new Set(sampleGold.map(({ id }) => id)).size).toBe(sampleGold.length)
  expect(new Set(sampleGold.map(({ outlet, title }) => `${outlet}/${title}`)).size).toBe(sampleGold.length)
})

test('every event is told by two outlets or more', () => {
  for (const [event, outlets] of eventsBy(({ outlet }) => outlet))
    expect([event, outlets.size >= 2]).toEqual([event, true])
})

test('an agency copy has its credit and shares most of its lines with another article', () => {
  const copies = sampleGold.filter(({ kind }) => kind === 'agency-copy')
  expect(new Set(copies.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(2)
  for (const copy of copies) {
    expect(copy.agency).not.toBeNull()
    const words = new Set(copy.body.join(' ').split(/\s+/))
    const shares = sampleGold
      .filter(({ id, event }) => event === copy.event && id !== copy.id)
      .map(
        ({ body }) =>
          [...words].filter((word) => body.join(' ').split(/\s+/).includes(word)).length / words.size,
      )
    expect([copy.id, Math.max(...shares) > 0.75]).toEqual([copy.id, true])
  }
})

test('the sample is as wide as it says: outlets, languages, articles, events told in Arabic beside English', () => {
  const languages = new Map(sampleGold.map(({ outlet, language }) => [outlet, language]))
  const count = (language: string): number => [...languages.values()].filter((own) => own === language).length
  expect(count('ar')).toBe(3)
  expect(count('en')).toBeGreaterThanOrEqual(2)
  for (const language of ['fr', 'de', 'es']) expect(count(language)).toBe(1)
  expect(sampleGold.length).toBeGreaterThanOrEqual(48)
  const events = [...eventsBy(({ language }) => language).values()]
  expect(events.length).toBeGreaterThanOrEqual(10)
  expect(events.filter((own) => own.has('ar') && own.has('en')).length).toBeGreaterThanOrEqual(6)
  expect(sampleGold.filter(({ kind }) => kind === 'unrelated').length).toBeGreaterThanOrEqual(8)
  expect(sampleGold.filter(({ isDisallowed }) => isDisallowed)).toHaveLength(1)
})

test('a key of a name has one type and stands for one spelling or more in several outlets', () => {
  const spellings = new Map<string, Set<string>>()
  for (const { names } of sampleGold)
    for (const { key, surfaces } of names)
      spellings.set(key, new Set([...(spellings.get(key) ?? []), surfaces[0] ?? '']))
  expect(spellings.get('person/tareq-shamayleh')?.size).toBeGreaterThanOrEqual(4)
  expect(spellings.get('person/hind-alami')?.size).toBeGreaterThanOrEqual(5)
  for (const key of spellings.keys()) expect(key).toMatch(/^(?:person|place|organisation)\/[a-z-]+$/)
})
