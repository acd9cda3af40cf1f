import { describe, expect, test } from '@jest/globals'
import type { ArticleEntity, EntityType } from '@newsbraid/model'
import { blocksOf, keysOf, type KnownEntity, resolve, sameEntity } from '../index.ts'

describe('sameEntity()', () => {
  test.each([
    ['وليد الكتبي', 'Walid al-Kitbi'],
    ['عبد الرحمن الشامي', 'Abderrahman Chami'],
    ['عبدالله النجار', 'عبد الله النجار'],
    ['Moustapha Benhamouda', 'مصطفى بن حمودة'],
    ['Khalid Haddad', 'Халид Хаддад'],
    ['يوهان شتراوس', 'Johann Strauss'],
    ['پژمان گودرزی', 'Pejman Goudarzi'],
    ['پژمان گودرزی', 'بيجمان غودرزي'],
    ['عباس قره‌چی', 'عباس قرهجي'],
    ['آرش کاویانی راد', 'آرش کاویانی‌راد'],
    ['سید بهروز قره‌داغی', 'Behrouz Gharedaghi'],
    ['آقای کامبیز صالحی‌پور', 'کامبیز صالحی‌پور'],
  ])('%s and %s are one', (a, b) => expect(sameEntity(a, b)).toBeGreaterThanOrEqual(0.85))

  test.each([
    ['سمير الكتبي', 'Walid al-Kitbi'],
    ['محمد الشامي', 'أحمد الشامي'],
    ['حسن النجار', 'Hussein Najjar'],
    ['Mario Rossi', 'Maria Rossi'],
    ['صالح محمود', 'محمود صالح'],
    ['الحسن الثاني', 'Hassan III'],
    ['حسن گلکار', 'حسین گلکار'],
    ['سيد محمد علي', 'محمد علي'],
  ])('%s and %s are two', (a, b) => expect(sameEntity(a, b)).toBeLessThan(0.85))
})

const seen = (name: string, type: EntityType = 'person'): ArticleEntity => ({
  type,
  name,
  language: 'ar',
  spellings: [{ surface: name, count: 1 }],
  titles: [],
  keys: keysOf(name, type),
  blocks: blocksOf(name, type),
  count: 1,
  inTitle: false,
  weight: 1,
})
const known = (id: string, name: string, type: EntityType = 'person'): KnownEntity => ({
  id,
  type,
  name,
  keys: keysOf(name, type),
  blocks: blocksOf(name, type),
})

describe('resolve()', () => {
  const people = [known('a', 'خليفة حفتر'), known('b', 'صدام حفتر')]
  test('joins on an equal key, whatever the letter variants', () =>
    expect(resolve([seen('خليفه حفتر')], people)[0]).toMatchObject({ id: 'a', evidence: 'key', score: 1 }))
  test('joins a spelling of another script by name', () =>
    expect(resolve([seen('Khalifa Haftar'), seen('Saddam Haftar')], people).map((r) => r.id)).toEqual([
      'a',
      'b',
    ]))
  test('makes a new entity of a third bearer of the surname', () =>
    expect(resolve([seen('بلقاسم حفتر')], people)[0]?.id).toBeUndefined())
  test('joins a bare surname only within an event, and only when one there bears it', () => {
    expect(resolve([seen('حفتر')], people.slice(0, 1))[0]?.id).toBeUndefined()
    expect(resolve([seen('حفتر')], people.slice(0, 1), { within: 'event' })[0]).toMatchObject({
      id: 'a',
      evidence: 'surname',
    })
    expect(resolve([seen('حفتر')], people, { within: 'event' })[0]?.id).toBeUndefined()
  })
  test('knows countries and organisations under their names in other languages', () => {
    const others = [known('x', 'Germany', 'place'), known('y', 'World Health Organization', 'organisation')]
    expect(
      resolve([seen('ألمانيا', 'place'), seen('منظمة الصحة العالمية', 'organisation')], others).map(
        (r) => r.id,
      ),
    ).toEqual(['x', 'y'])
  })
})

test('resolve() keeps a capital apart from the country that is spelt like it', () => {
  const country = known('x', 'تونس', 'place')
  expect(resolve([seen('Tunis', 'place')], [country])[0]).toMatchObject({ evidence: 'none' })
  expect(resolve([seen('Tunisie', 'place')], [country])[0]?.id).toBe('x')
})

test('keysOf() gives a single word of a person and a bare kunya no key', () => {
  expect(keysOf('حفتر', 'person')).toEqual([])
  expect(keysOf('أبو سليم', 'person')).toEqual([])
})

describe('keysOf() of organisations', () => {
  const keys = (name: string, country?: string) => keysOf(name, 'organisation', country)
  test('a long official name shares a key with its short one, within one country', () => {
    expect(keys('حكومة التوافق الوطني', 'TN')).toContain(keys('حكومة التوافق', 'TN')[0])
    expect(keys('حكومة التوافق الوطني', 'TN')).not.toContain(keys('حكومة التوافق', 'SD')[0])
    expect(keys('حكومة التوافق الوطني')).not.toContain(keys('حكومة التوافق')[0])
  })
  test('the adjective of a country counts wherever it stands in the name', () =>
    expect(keys("ministère tunisien de l'Intérieur")).toEqual(keys("ministère de l'Intérieur", 'TN')))
  test('the council of another country is none of the United Nations', () => {
    expect(keys('مجلس الأمن الدولي')).toContain('=unsc')
    expect(keys('مجلس الأمن الأوكراني')).toEqual(['مجلس امن @UA'])
  })
})
