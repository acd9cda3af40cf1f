import type { EntityType } from '@newsbraid/model'
import { fold, latinised, skeleton } from '@newsbraid/text'
import { aliasKey } from './aliases.ts'
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

/**
 * Exact normal forms of a name, strongest first; equal key and type mean one entity. A person's single word and a bare kunya
 * (أبو أحمد) have none: they only mean somebody inside their own text. `country` (a code) tells the ministries, armies and
 * parliaments apart that every country names alike.
 */
export function keysOf(name: string, type: EntityType, country?: string): string[] {
  if (type === 'person') {
    const words = nameWords(name)
    if (words.length < 2 || (words.length === 2 && KUNYA.has(words[0] as string))) return []
    return [words.join(' ')]
  }
  const words = plainWords(name)
  if (!words.length) return []
  const adjective =
    type === 'organisation' && words.length > 1 ? countryOfAdjective(words.at(-1) as string) : undefined
  const alias = aliasKey(name, type) ?? (adjective ? aliasKey(name.replace(/\s\S+$/, ''), type) : undefined)
  const keys = alias ? [`=${alias}`] : []
  const own = isGeneric(words[0] as string) ? adjective : undefined
  if (own) keys.push(`${words.slice(0, -1).join(' ')} @${own}`)
  else if (country && !alias && type === 'organisation' && isGeneric(words[0] as string))
    keys.push(`${words.join(' ')} @${country}`)
  else keys.push(words.join(' '))
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
