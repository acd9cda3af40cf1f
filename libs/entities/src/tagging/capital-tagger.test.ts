import { expect, test } from '@jest/globals'
import { extractMentions } from '../index.ts'

const read = (language: string, text: string) =>
  extractMentions({ language, title: '', text }).mentions.map((m) => `${m.type} ${m.surface}`)

test('Turkish: endings behind the apostrophe and titles stay outside, months and days are no names', () => {
  expect(
    read(
      'tr',
      "Ankara'da konuşan Sağlık Bakanı Mehmet Kılıçer, Pazartesi günü İzmir'e gidecek. Ancak Ocak ayında karar yok.",
    ),
  ).toEqual(['place Ankara', 'person Mehmet Kılıçer', 'place İzmir'])
})

test('Italian: a capital that the sentence gives is no name, nor is the article behind it', () => {
  expect(
    read(
      'it',
      "Secondo la Regione Siciliana il ministro dell'Interno Carlo Mendola arriverà a Palermo. Tuttavia il Governo tace.",
    ),
  ).toEqual(['organisation Regione Siciliana', 'person Carlo Mendola', 'place Palermo'])
})

test('Portuguese: organisations go on behind do and da', () => {
  expect(
    read('pt', 'Depois da reunião, a Universidade do Porto e o ministro João Sequeira falaram em Janeiro.'),
  ).toEqual(['organisation Universidade do Porto', 'person João Sequeira'])
})

test('Russian: places are known in their cases, a surname behind a title is a person', () => {
  expect(read('ru', 'В понедельник министр Коробейников заявил в Самаре, что не поедет в Германию.')).toEqual(
    ['person Коробейников', 'place Самаре', 'place Германию'],
  )
})

test('Dutch: two particles belong to one name', () => {
  expect(read('nl', 'Volgens minister Kees van der Vlugt gaat het goed in Utrecht.')).toEqual([
    'person Kees van der Vlugt',
    'place Utrecht',
  ])
})
