import { correctedId, formOf, nameWords, sameEntity, wordScore } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import type pg from 'pg'
import { rulesFor } from '../corrections/rules.ts'
import { bonesOf, readSpellings } from '../corrections/spellings.ts'

/** What a name in any script and spelling stands for. */
export type Named = {
  /** Entities one of whose names holds every word asked for */
  holding: string[]
  /** Entities that are called so: by the whole name, or persons by their surname */
  called: { id: string; type: EntityType }[]
  /** For each word asked for, how it is written in the names found */
  words: string[][]
}
type Row = { entity_id: string; type: EntityType; spelling: string; form: string }
type Hit = { id: string; type: EntityType; isCalled: boolean; isSurname: boolean }

const MOST = 2000
/** Two words with equal skeletons: one name in two writings, not two names that share consonants */
const SAME_WORD = 0.7
const SAME_NAME = 0.85

/**
 * Finds whom a name means, over scripts: حفتر, Haftar and Hifter find the same. A full name also finds those whom
 * articles call by the surname alone, when nobody else bears it.
 */
export async function namesFound(pool: pg.Pool, asked: string): Promise<Named> {
  // One Cyrillic letter stands for ح, خ and ه; the skeletons of names have it as the last
  const q = asked.replace(/х/giu, 'h')
  const found = await search(pool, q)
  const [family, ...more] = nameWords(q).reverse()
  const people = found.hits.filter(({ isCalled, type }) => isCalled && type === 'person')
  if (family === undefined || more.length === 0 || people.length === 0) return told(found.hits, found.words)
  const bearers = await search(pool, family)
  const meant = new Set(people.map(({ id }) => id))
  if (bearers.hits.some(({ id, isSurname }) => isSurname && !meant.has(id)))
    return told(found.hits, found.words)
  return told([...found.hits, ...bearers.hits.filter(({ type }) => type === 'person')], bearers.words)
}

function told(hits: readonly Hit[], words: string[][]): Named {
  const called = new Map(hits.filter(({ isCalled }) => isCalled).map(({ id, type }) => [id, { id, type }]))
  return { holding: [...new Set(hits.map(({ id }) => id))], called: [...called.values()], words }
}

async function search(pool: pg.Pool, q: string): Promise<{ hits: Hit[]; words: string[][] }> {
  const forms = { person: formOf(q, 'person'), other: formOf(q, 'place') }
  if (forms.person === '' || forms.other === '') return { hits: [], words: [] }
  await readSpellings(pool)
  const bones = [bonesOf(forms.person), bonesOf(forms.other)]
  const matches = (table: string) =>
    `((${table}.type = 'person' AND ${table}.bones @> $1) OR (${table}.type <> 'person' AND ${table}.bones @> $2))`
  const { rows } = await pool.query<Row>(
    `(SELECT s.entity_id, s.type, s.spelling, s.form FROM entity_spellings s JOIN entities e ON e.id = s.entity_id
      WHERE ${matches('s')} ORDER BY e.read_articles DESC, s.entity_id LIMIT $3)
     UNION ALL
     (SELECT c.entity_id, f.type, f.spelling, f.form FROM entity_correction_forms f JOIN entity_corrections c ON c.id = f.correction_id
      WHERE c.undone_at IS NULL AND c.kind IN ('alias', 'rename') AND ${matches('f')} ORDER BY c.seq DESC LIMIT $3)`,
    [...bones, MOST],
  )
  const words = (form: string) => form.split(' ')
  const asked = (type: EntityType) => words(type === 'person' ? forms.person : forms.other)
  const variants = words(forms.other).map((word) => new Set([word]))
  const fitting = rows.filter(({ type, form }) => holdsAll(asked(type), words(form), variants))
  if (fitting.length === 0) return { hits: [], words: [] }
  const corrections = await rulesFor(
    pool,
    fitting.map(({ entity_id }) => entity_id),
    fitting,
  )
  const hits = fitting.flatMap(({ entity_id, type, spelling, form }): Hit[] => {
    const id = correctedId({ id: entity_id, type, name: spelling }, corrections)
    if (id === undefined) return []
    const given = asked(type)
    const own = words(form)
    const isSurname =
      type === 'person' &&
      given.length === 1 &&
      own.length > 1 &&
      wordScore(given[0]!, own.at(-1)!) >= SAME_WORD
    const isWhole = given.length === 1 ? own.length === 1 : sameEntity(q, spelling) >= SAME_NAME
    return [{ id, type, isSurname, isCalled: isSurname || isWhole }]
  })
  return { hits, words: variants.map((set) => [...set].sort()) }
}

/** Whether each word asked for stands in the name in some writing; writings are noted in `variants`. */
function holdsAll(
  asked: readonly string[],
  own: readonly string[],
  variants: readonly Set<string>[],
): boolean {
  const pairs = asked.map((word) =>
    own.find((other) => other === word || wordScore(word, other) >= SAME_WORD),
  )
  if (pairs.includes(undefined)) return false
  // Words of persons' names may be fewer (عبد الله is one): then they cannot be told apart one by one
  if (asked.length === variants.length)
    for (const [n, word] of pairs.entries()) if (word !== undefined) variants[n]?.add(word)
  return true
}
