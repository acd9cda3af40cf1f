import type { ArticleDetail, EntityDetail } from '@newsbraid/model'
import { idOf, minutesFrom } from './sample-ids.ts'

type Type = 'person' | 'organisation' | 'place'
export type SampleEntity = {
  id: string
  type: Type
  name: string
  lang: string
  spellings: { surface: string; lang: string; count: number }[]
  titles: { title: string; count: number }[]
}

const entity = (
  key: string,
  type: Type,
  lang: string,
  surfaces: Record<string, string[]>,
  titles: string[] = [],
): SampleEntity => ({
  id: idOf('entity', key),
  type,
  lang,
  name: surfaces[lang]?.[0] ?? key,
  spellings: Object.entries(surfaces).flatMap(([lang, names]) =>
    names.map((surface, i) => ({ surface, lang, count: Math.max(1, 64 - i * 19 - surface.length) })),
  ),
  titles: titles.map((title, i) => ({ title, count: 31 - i * 7 })),
})

/** Invented people, places and organisations under all their spellings. */
export const SAMPLE_ENTITIES: SampleEntity[] = [
  entity('sidr', 'place', 'ar', { ar: ['وادي السدر'], en: ['Wadi Sidr', 'Wadi al-Sidr'], fr: ['Oued Sidr'] }),
  entity(
    'naima',
    'person',
    'ar',
    { ar: ['نعيمة البرقاوي', 'البرقاوي'], en: ['Naima Barqawi', 'Barqawi'], fr: ['Naïma Barkaoui'] },
    ['وزيرة الموارد المائية', 'الوزيرة', 'Water Minister'],
  ),
  entity('hilal', 'organisation', 'ar', {
    ar: ['فريق الإنقاذ الساحلي'],
    en: ['Coastal Rescue Corps'],
    fr: ['Corps de secours côtier'],
  }),
  entity('marsa', 'place', 'en', { en: ['Marsa Louz'], ar: ['مرسى اللوز'], fr: ['Marsa Louz'] }),
  entity('dockers', 'organisation', 'en', {
    en: ['Dockers’ Union', 'the union'],
    fr: ['Syndicat des dockers'],
    ar: ['نقابة عمال الميناء'],
  }),
  entity('tavel', 'person', 'en', { en: ['Edda Tavel', 'Tavel'], fr: ['Edda Tavel'], ar: ['إدا تافل'] }, [
    'harbour master',
    'Director',
  ]),
  entity('bank', 'organisation', 'ar', { ar: ['المصرف المركزي'], en: ['Central Bank'] }),
  entity('samir', 'person', 'ar', { ar: ['سمير القطراني', 'القطراني'], en: ['Samir Qatrani'] }, [
    'محافظ المصرف',
    'الدكتور',
  ]),
  entity('jabal', 'place', 'fr', { fr: ['Djebel Ahmar'], ar: ['الجبل الأحمر'], en: ['Jabal Ahmar'] }),
  entity(
    'lenoir',
    'person',
    'fr',
    { fr: ['Maëlle Lenoir-Ziani', 'Lenoir-Ziani'], en: ['Maelle Lenoir-Ziani'] },
    ['archéologue', 'professeure'],
  ),
]

export function entityNamed(key: string): SampleEntity {
  const found = SAMPLE_ENTITIES.find(({ id }) => id === idOf('entity', key))
  if (!found) throw new Error(`Cannot find sample entity "${key}"`)
  return found
}

/** An invented entity as the API tells of it, without its events. */
export function entityOf(
  { spellings, titles, ...head }: SampleEntity,
  now: number,
  articles: readonly ArticleDetail[],
): EntityDetail {
  const naming = articles.filter(({ mentions }) => mentions.some(({ entityId }) => entityId === head.id))
  const mentionCount = spellings.reduce((sum, { count }) => sum + count, 0)
  const mentionsByDay = Array.from({ length: 34 }, (_, i) => i)
    .filter((i) => (i * 7 + head.name.length) % 4 !== 0)
    .map((i) => ({
      day: minutesFrom(now, (i - 33) * 1440).slice(0, 10),
      count: i === 33 ? 26 : (i * i * 5 + head.name.length * 3) % 13,
    }))
  const others = SAMPLE_ENTITIES.filter(({ id }) => id !== head.id).slice(0, 5)
  const namedWith = others.map(({ id, name, type }, i) => ({ id, name, type, articles: 14 - i * 3 }))
  const dir = head.lang === 'ar' ? 'rtl' : 'ltr'
  return {
    ...head,
    dir,
    articleCount: Math.max(naming.length, 1),
    mentionCount,
    lastSeen: minutesFrom(now, -12),
    spellings,
    titles: titles.map((title, i) => ({
      ...title,
      firstSeen: minutesFrom(now, -1440 * (40 - i * 9)),
      lastSeen: minutesFrom(now, -1440 * i * 3),
    })),
    names: namesOf(spellings),
    aliases: head.type === 'person' ? [{ name: 'أم السدود', lang: 'ar', source: 'person' }] : [],
    mentionsByDay,
    namedWith,
    suggestions: others
      .slice(0, 1)
      .map(({ id, name, type }) => ({ id, name, type, articles: 3, score: 0.86 })),
    corrections: [
      {
        id: idOf('correction', head.id),
        kind: 'alias',
        source: 'person',
        by: 'Nadia',
        at: minutesFrom(now, -3000),
        entity: { id: head.id, name: head.name },
        spellings: ['أم السدود'],
        articles: [],
      },
    ],
    events: [],
  }
}

/** The first spelling in each language. */
const namesOf = (spellings: SampleEntity['spellings']): EntityDetail['names'] =>
  [...new Set(spellings.map(({ lang }) => lang))].map((lang) => {
    const [first, ...rest] = spellings.filter((one) => one.lang === lang)
    return {
      name: first?.surface ?? '',
      lang,
      dir: lang === 'ar' ? 'rtl' : 'ltr',
      articles: rest.reduce((sum, { count }) => sum + count, first?.count ?? 0),
    }
  })
