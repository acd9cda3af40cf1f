import { countryOfAdjective } from './names/nationalities.ts'
import { bit } from './tagging/lexicon.ts'
import type { Token } from './tagging/tokens.ts'
import type { WordInfo } from './tagging/word-info.ts'

const LOWER = 1
const CAPITAL = 2
const ARABIC = 8
const TITLE = bit('title')
const HEAD = bit('orghead')
const GIVEN = bit('given')
const COUNTRY = bit('country')
const NAME = GIVEN | bit('foreign') | bit('nameCommon') | bit('nameSeen')
const NO_NAME =
  TITLE |
  HEAD |
  bit('nation') |
  bit('lochead') |
  bit('facility') |
  bit('say') |
  bit('func') |
  bit('time') |
  bit('misc') |
  bit('orgadj') |
  bit('orgtopic') |
  bit('place') |
  bit('country') |
  bit('lower')

const PARTICLES =
  /^(?:von|vom|van|den|der|zu|zur|und|de|del|della|di|da|do|dos|das|du|des|la|las|los|le|les|el|al|y|e|bin|ben|ibn|bint|abu|ould|ter|ten|af|av|[a-z]{1,2}['’].*|.*-.*)$/

/** End of a person's name in a script with capitals: before the first word in lower case that is no particle. */
export function endOfCapitals(
  all: readonly Token[],
  words: readonly WordInfo[],
  from: number,
  to: number,
): number {
  if (words[from]?.shape === LOWER) return to
  let end = from + 1
  for (let k = from + 1; k < to; k++) {
    if (words[k]?.shape !== LOWER) end = k + 1
    else if (!PARTICLES.test(all[k]?.text ?? '')) break
  }
  return end
}

/** `القائد [الميداني حجي بوزان]`: an adjective of the title before a name of two words or more is none of its words. */
export function afterTitleAdjectives(words: readonly WordInfo[], from: number, to: number): number {
  const title = words[from - 1]
  const word = words[from]
  if (!title || !word || to - from < 3 || !((title.classes | title.stemClasses) & TITLE)) return from
  return /^ال.{3,}[يه]$/.test(word.norm) && title.norm.includes('ال') && !(word.classes & GIVEN)
    ? from + 1
    : from
}

/** `محاسب [المصرف أنطوان الشدراوي]`: a definite head takes no given name after it, so the name is a man's. */
export function isManAfterHead(words: readonly WordInfo[], from: number, to: number): boolean {
  const head = words[from]
  const next = words[from + 1]
  if (!head || !next || to - from < 3 || head.shape !== ARABIC) return false
  return (
    (head.classes & HEAD) !== 0 &&
    head.norm.startsWith('ال') &&
    (next.classes & GIVEN) !== 0 &&
    !(next.classes & NO_NAME) &&
    !next.norm.startsWith('ال')
  )
}

const OUTLET = /^[وبلفك]?(?:قناه|صحيفه|جريده|مجله|يوميه|موقع|اذاعه)$/

/** End of an outlet's name before the adjective of its country: `[قناة المسار] القطرية`. */
export function beforeNationality(words: readonly WordInfo[], from: number, to: number): number {
  const last = words[to - 1]
  if (!last || to - from < 3 || !OUTLET.test(words[from]?.norm ?? '')) return to
  return last.norm.startsWith('ال') && countryOfAdjective(last.norm) ? to - 1 : to
}

const OF = /^ل(?!ل).{3,}$/
const OTHER = TITLE | HEAD | bit('nation') | bit('say') | bit('func') | bit('time')

/** `[معهد الأرصاد لعلوم] الأرض`: a word without the article after ل leans on the definite one behind it. */
export function afterLeaning(
  all: readonly Token[],
  words: readonly WordInfo[],
  from: number,
  to: number,
): number {
  const [last, next] = [words[to - 1], words[to]]
  if (!last || !next || to - from < 2 || all[to]?.first || !OF.test(last.norm)) return to
  return next.norm.startsWith('ال') && next.norm.length > 4 && !((next.classes | next.stemClasses) & OTHER)
    ? to + 1
    : to
}

const STATE = /^ال(?:مستقيل|سابق|حالي|منحل|مقبل|راحل|منتهي)ه?$/

/** End of an organisation's name before a word on its state: `[المجلس البلدي] المستقيل`. */
export function beforeState(words: readonly WordInfo[], from: number, to: number): number {
  return to - from > 2 && STATE.test(words[to - 1]?.norm ?? '') ? to - 1 : to
}

/** `دولة [قطر]`: a state goes by its name alone, as a town does without مدينة. */
export function afterState(words: readonly WordInfo[], from: number, to: number): number {
  const name = words[from + 1]
  const isState = to - from > 1 && /^[وبلفك]?دوله$/.test(words[from]?.norm ?? '')
  return isState && name && name.classes & COUNTRY ? from + 1 : from
}

const TROOPS = /^[وبلف]?(?:قوات|ميليشيا|ميليشيات|مليشيا|مليشيات|عناصر|مسلحي)$/
const COMMANDER = /^(?:حكومه|الحكومه|جيش|الجيش|مجلس|المجلس)$/

/** `ميليشيات [حكومة الوفاق]`: of troops, the government or army that they obey is named. */
export function afterTroops(words: readonly WordInfo[], from: number, to: number): number {
  const isLed = to - from > 2 && COMMANDER.test(words[from + 1]?.norm ?? '')
  return isLed && TROOPS.test(words[from]?.norm ?? '') ? from + 1 : from
}

/** Whether the word before a surname is a given name that the tagger passed over. */
export function firstNameBefore(
  all: readonly Token[],
  words: readonly WordInfo[],
  at: number,
  label: string | undefined,
): boolean {
  const word = words[at - 1]
  const surname = words[at]
  if (!word || !surname || label !== 'O' || surname.classes & GIVEN) return false
  // Folding makes one word of `على` (on) and `علي` (Ali)
  if (all[at - 1]?.text === 'علي') return true
  if (word.classes & NO_NAME || !(word.classes & NAME)) return false
  return word.shape === CAPITAL
    ? surname.shape === CAPITAL
    : word.shape === ARABIC && surname.norm.startsWith('ال')
}
