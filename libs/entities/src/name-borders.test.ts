import { expect, test } from '@jest/globals'
import {
  afterLeaning,
  afterState,
  afterTitleAdjectives,
  afterTroops,
  beforeNationality,
  beforeState,
  endOfCapitals,
  firstNameBefore,
  isManAfterHead,
} from './name-borders.ts'
import { lexiconOf } from './tagging/lexicon.ts'
import { tokens } from './tagging/tokens.ts'
import { wordInfo } from './tagging/word-info.ts'

const nothing = { has: () => false }
const names = { common: { has: (word: string) => word === 'سندس' }, seen: nothing, rare: nothing }
const lexicon = lexiconOf({
  title: 'القائد|Trainer|-trainer',
  orghead: 'المصرف|-amt',
  country: 'قطر',
  given: 'أنطوان|حجي|Ana',
})
const read = (text: string) => {
  const all = tokens(text, 'xx')
  return { all, words: all.map((t) => wordInfo(t.text, lexicon, names)) }
}

test('endOfCapitals() ends a name before a word in lower case that is no particle', () => {
  const { all, words } = read('Sverre Lund warf elf Tore')
  expect(endOfCapitals(all, words, 0, 5)).toBe(2)
  const noble = read('Ana von der Lund sagte')
  expect(endOfCapitals(noble.all, noble.words, 0, 5)).toBe(4)
  const lower = read('ana lund said')
  expect(endOfCapitals(lower.all, lower.words, 0, 2)).toBe(2)
})

test('afterTitleAdjectives() leaves the adjective of a title outside the name', () => {
  const { words } = read('القائد الميداني حجي بوزان')
  expect(afterTitleAdjectives(words, 1, 4)).toBe(2)
  expect(afterTitleAdjectives(words, 2, 4)).toBe(2)
})

test('isManAfterHead() tells a man behind a definite organisation from its name', () => {
  expect(isManAfterHead(read('المصرف أنطوان الشدراوي').words, 0, 3)).toBe(true)
  expect(isManAfterHead(read('المصرف المركزي الليبي').words, 0, 3)).toBe(false)
})

test('afterState() leaves the word for a state outside its name', () => {
  expect(afterState(read('دولة قطر').words, 0, 2)).toBe(1)
  expect(afterState(read('دولة القانون').words, 0, 2)).toBe(0)
})

test('afterTroops() names the government that troops obey', () => {
  expect(afterTroops(read('ميليشيات حكومة الوفاق').words, 0, 3)).toBe(1)
  expect(afterTroops(read('قوات الدعم السريع').words, 0, 3)).toBe(0)
})

test('beforeNationality() leaves the country of an outlet outside its name', () => {
  expect(beforeNationality(read('قناة المسار القطرية').words, 0, 3)).toBe(2)
  expect(beforeNationality(read('وكالة الأنباء الليبية').words, 0, 3)).toBe(3)
})

test('firstNameBefore() finds a given name that was passed over, and no title', () => {
  const isFirst = (text: string, label = 'O') => {
    const { all, words } = read(text)
    return firstNameBefore(all, words, 1, label)
  }
  expect(isFirst('سندس الجبوشي')).toBe(true)
  expect(isFirst('سندس الجبوشي', 'I-ORG')).toBe(false)
  expect(isFirst('القائد الجبوشي')).toBe(false)
  expect(isFirst('علي بوزان')).toBe(true)
  expect(isFirst('على بوزان')).toBe(false)
  expect(isFirst('Ana Lund')).toBe(true)
  expect(isFirst('Trainer Lund')).toBe(false)
})

test('wordInfo() reads the class of a compound off its end', () => {
  const classOf = (word: string) => wordInfo(word, lexicon, names).stemClasses
  expect(classOf('Bundestrainer')).toBe(lexicon.wordClasses.get('-trainer'))
  expect(classOf('Umweltamt')).toBe(lexicon.wordClasses.get('-amt'))
  expect(classOf('Samt')).toBe(0)
  expect(classOf('umweltamt')).toBe(0)
})

test('beforeState() leaves what has become of an organisation outside its name', () => {
  expect(beforeState(read('المجلس البلدي المستقيل').words, 0, 3)).toBe(2)
  expect(beforeState(read('اللجنة الفنية السابقة').words, 0, 3)).toBe(2)
  expect(beforeState(read('المجلس البلدي الموحد').words, 0, 3)).toBe(3)
  expect(beforeState(read('المجلس السابق').words, 0, 2)).toBe(2)
})

test('afterLeaning() takes in the definite word that a word after ل leans on', () => {
  const { all, words } = read('معهد تمسنا لعلوم البحار ينشر تقريره')
  expect(afterLeaning(all, words, 0, 3)).toBe(4)
  const whole = read('معهد تمسنا للعلوم الثلاثاء')
  expect(afterLeaning(whole.all, whole.words, 0, 3)).toBe(3)
  const title = read('معهد تمسنا لعلوم القائد')
  expect(afterLeaning(title.all, title.words, 0, 3)).toBe(3)
})
