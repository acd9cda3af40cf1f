import type { EntityType } from '@newsbraid/model'
import { fold, latinised, skeleton } from '@newsbraid/text'
import { aliasKey } from './aliases.ts'
import { namesakeCountries } from './cities.ts'
import { countryOfAdjective, isGeneric } from './nationalities.ts'
import { isArabic, nameWords } from './name-words.ts'

const LATIN_ARTICLES = new Set(['the', 'le', 'la', 'les', 'l', 'der', 'die', 'das', 'el', 'los', 'las'])
const KUNYA = new Set(['ابو', 'ام', 'ابا', 'ابي', 'abu', 'abou', 'umm', 'um'])

/** Folded words of a place or organisation without articles. */
export function plainWords(name: string): string[] {
  const words = fold(name)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean)
    .map((w) =>
      isArabic(w) && w.startsWith('ال') && w.length > 4
        ? w.slice(2)
        : w.startsWith('لل') && w.length > 4
          ? w.slice(2)
          : w,
    )
  const kept = words.filter((w) => !LATIN_ARTICLES.has(w))
  return kept.length ? kept : words
}

/** Adjectives that an organisation's long name ends with and its short one drops: `حكومة الوفاق [الوطني]`. */
const EXTENT = new Set('وطني وطنيه عام عامه وطنيين موقت موقته national general nationale generale'.split(' '))

/**
 * Exact normal forms of a name, strongest first; equal key and type mean one entity. A person's single word and a bare kunya
 * (أبو أحمد) have none: they only mean somebody inside their own text. `country` (a code) tells the ministries, armies and
 * parliaments apart that every country names alike, and towns of one name (عمان).
 */
export function keysOf(name: string, type: EntityType, country?: string): string[] {
  if (type === 'person') {
    const words = nameWords(name)
    if (words.length < 2 || (words.length === 2 && KUNYA.has(words[0] as string))) return []
    return [words.join(' ')]
  }
  const words = plainWords(name)
  if (!words.length) return []
  if (type === 'place') {
    // `طرابلس` in news of Lebanon
    if (country && namesakeCountries(name).includes(country)) return [`${words.join(' ')} @${country}`]
    const alias = aliasKey(name, type)
    return [...(alias ? [`=${alias}`] : []), words.join(' ')]
  }
  return organisationKeys(name, words, country)
}

function organisationKeys(name: string, words: readonly string[], country: string | undefined): string[] {
  const adjectives = words.length > 1 ? words.map((w) => countryOfAdjective(w)) : []
  const named = new Set(adjectives.filter((code) => code !== undefined))
  const rest = words.filter((_, i) => !adjectives[i])
  const isOfMany = isGeneric(rest[0] ?? '')
  const last = adjectives.at(-1)
  // `مجلس الأمن الروسي` is none of the United Nations; `حركة حماس الفلسطينية` is the known one
  const alias =
    aliasKey(name, 'organisation') ??
    (last && !isOfMany ? aliasKey(name.replace(/\s\S+$/, ''), 'organisation') : undefined)
  const keys = alias ? [`=${alias}`] : []
  const [own] = named
  const where = isOfMany && named.size === 1 ? own : isOfMany && !named.size && !alias ? country : undefined
  if (!where) return [...keys, words.join(' ')]
  const form = named.size ? rest : words
  keys.push(`${form.join(' ')} @${where}`)
  if (form.length > 2 && EXTENT.has(form.at(-1) ?? '')) keys.push(`${form.slice(0, -1).join(' ')} @${where}`)
  return keys
}

/**
 * Weaker keys under which candidates for the same entity are looked up: for persons consonant skeletons of the first with
 * the last word and of the last alone, for organisations the acronym, for places the skeleton.
 */
export function blocksOf(name: string, type: EntityType): string[] {
  if (type === 'organisation') {
    const words = plainWords(name)
    if (words.length === 1) return [`o:${words[0]}`]
    const initials = latinised(name)
      .match(/\p{Lu}/gu)
      ?.join('')
      .toLowerCase()
    return [
      ...new Set([`o:${words.join(' ')}`, ...(initials && initials.length > 1 ? [`o:${initials}`] : [])]),
    ]
  }
  const words = type === 'person' ? nameWords(name) : plainWords(name)
  const bones = words.map(skeleton).filter(Boolean)
  const last = bones.at(-1)
  if (!last) return []
  const kind = type === 'person' ? 'p' : 'l'
  return bones.length > 1 ? [`${kind}:${bones[0]} ${last}`, `${kind}:${last}`] : [`${kind}:${last}`]
}
