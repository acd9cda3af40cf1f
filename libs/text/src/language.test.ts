import { expect, test } from '@jest/globals'
import { languageOf } from './language.ts'

const SENTENCES: [language: string, text: string][] = [
  ['ar', 'أعلنت البلدية أمس إعادة فتح الجسر القديم بعد أعمال صيانة استمرت ثلاثة أشهر'],
  ['fa', 'شهرداری دیروز اعلام کرد که پل قدیمی پس از سه ماه تعمیر دوباره باز می‌شود'],
  ['en', 'The council said on Tuesday that the old bridge will open again after three months of repairs'],
  ['de', 'Die Stadt hat am Dienstag mitgeteilt, dass die alte Brücke nach drei Monaten wieder geöffnet wird'],
  ['fr', "La mairie a annoncé mardi que l'ancien pont rouvrira après trois mois de travaux"],
  ['es', 'El ayuntamiento anunció el martes que el puente viejo abrirá de nuevo tras tres meses de obras'],
  ['tr', 'Belediye salı günü eski köprünün üç aylık onarımdan sonra yeniden açılacağını duyurdu'],
  ['ru', 'Мэрия сообщила во вторник, что старый мост снова откроется после трёх месяцев ремонта'],
  ['zh', '市政府周二表示，老桥经过三个月的维修后将重新开放'],
]

test.each(SENTENCES)('languageOf() tells %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
  // What is no letter says nothing
  expect(languageOf(`1234 – ${text.replaceAll(' ', '  ')} (5/6) !`)).toBe(language)
})

test('languageOf() takes a hint where the text is too short to be sure, and none against a clear text', () => {
  expect(languageOf('Ok', 'de-AT')).toBe('de')
  expect(languageOf('12:30', 'fr')).toBe('fr')
  expect(languageOf('12:30')).toBe('und')
  expect(languageOf(SENTENCES[2]?.[1] ?? '', 'fr')).toBe('en')
})

test('languageOf() reads long words, apostrophes and broken halves of characters', () => {
  expect(languageOf(`${'ا'.repeat(40)} ${SENTENCES[0]?.[1] ?? ''}`)).toBe('ar')
  expect(languageOf("''' d'accord, qu'il s'en aille d'ici aujourd'hui '''")).toBe('fr')
  expect(languageOf('\ud83d \ude00 \ud800')).toBe('und')
})
