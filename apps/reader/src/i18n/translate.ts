import { formatNumber } from '../format/numbers.ts'
import { settings } from '../settings/settings.ts'
import { ar } from './ar.ts'
import { en, type StringKey, type Strings } from './en.ts'
import { fillIn, type Fills, pluralText } from './fill-in.ts'
import { type Language, LANGUAGE_FACTS } from './languages.ts'
import { wordsOf } from './words.ts'

const TABLES: Record<Language, Strings> = { en, ar }

/** The locale for Intl: language and chosen digits. */
export function locale(): string {
  const { language, digits } = settings.value
  return language === 'ar' ? `${LANGUAGE_FACTS.ar.locale}-u-nu-${digits}` : LANGUAGE_FACTS[language].locale
}

/** The interface text behind a key in the reader's language, `{names}` filled in. */
export function t(key: StringKey, fills: Fills = {}): string {
  const text = TABLES[settings.value.language][key]
  return fillIn(typeof text === 'string' ? text : text.other, fills)
}

/** Like `t`, in the plural form that `count` asks for; `{count}` is the written number. */
export function tn(key: StringKey, count: number, fills: Fills = {}): string {
  const text = TABLES[settings.value.language][key]
  return fillIn(pluralText(text, count, settings.value.language), {
    count: formatNumber(count, locale()),
    ...fills,
  })
}

/** The interface text for the status of a problem answer, when there is one. */
export function problemText(status: number): string | undefined {
  const key = `problem.${status}`
  return key in en ? t(key as StringKey) : undefined
}

/** The words for a value of the API (`signal`, `same-text`), or undefined when there are none. */
export function knownWords(what: string, value: string): string | undefined {
  return wordsOf(settings.value.language, what, value)
}

/** Like `knownWords`, else the value itself with hyphens read as spaces. */
export function wordsFor(what: string, value: string): string {
  return knownWords(what, value) ?? value.replaceAll(/[-_]+/g, ' ')
}
