import { idOf } from './sample-ids.ts'

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
