import { expect, test } from '@jest/globals'
import { distinctionsOf } from './distinctions.ts'
import { tokens } from './terms.ts'

test.each([
  ['en', "France reach women's semi-final", ['sex:women', 'round:semifinal']],
  ['en', 'France lose handball final', ['round:final']],
  ['ar', 'الجولة الثانية من محادثات السلام', ['ordinal:2']],
  ['ar', 'سيدات النرويج في نصف النهائي', ['sex:women', 'round:semifinal']],
  ['de', 'Norwegens Frauen im Halbfinale', ['sex:women', 'round:semifinal']],
  ['fr', 'Les Bleues en quarts de finale', ['round:quarterfinal']],
  ['ru', 'Сборная вышла в полуфинал', ['round:semifinal']],
])('distinctionsOf() finds round, order and sex (%s): %s', (lang, title, expected) => {
  expect(distinctionsOf(tokens(title), lang).sort()).toEqual([...expected].sort())
})
