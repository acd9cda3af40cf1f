import type { ArticleEntity, EntityType } from '@newsbraid/model'
import { nameWords } from './name-words.ts'
import { sameEntity, wordScore } from './same-entity.ts'

/** An entity that is already known, as a store keeps it. */
export type KnownEntity = {
  id: string
  type: EntityType
  name: string
  keys: readonly string[]
  blocks: readonly string[]
  spellings?: readonly string[]
  languages?: readonly string[]
}

export type Resolution = {
  /** Index into `found` */
  entity: number
  /** The known entity to join; absent: a new one */
  id?: string
  /** A known entity that is likely but not sure enough to be joined without a person's word */
  suggestion?: string
  /** 0 to 1: how sure the join or the suggestion is */
  score: number
  evidence: 'key' | 'name' | 'surname' | 'none'
}

/** On name pairs over scripts no two different people scored this high (docs: README, measures). */
const JOIN = 0.93
const SUGGEST = 0.8
/** The second best has to be this much worse. */
const MARGIN = 0.03
const MAX_SPELLINGS = 12

/**
 * Finds for each entity of an article the known one it is. Equal type and key join; entities that share a block are scored
 * word by word and joined above a threshold chosen for precision. A bare surname joins only within an event (`within: 'event'`,
 * `known` then being the event's entities), and only when one person there bears it.
 */
export function resolve(
  found: readonly ArticleEntity[],
  known: readonly KnownEntity[],
  { within = 'world' }: { within?: 'world' | 'event' } = {},
): Resolution[] {
  const byKey = new Map<string, KnownEntity>()
  const byBlock = new Map<string, KnownEntity[]>()
  for (const k of known) {
    for (const key of k.keys) if (!byKey.has(`${k.type} ${key}`)) byKey.set(`${k.type} ${key}`, k)
    for (const block of k.blocks) {
      const list = byBlock.get(block)
      if (list) list.push(k)
      else byBlock.set(block, [k])
    }
  }
  return found.map((entity, index): Resolution => {
    for (const key of entity.keys) {
      const hit = byKey.get(`${entity.type} ${key}`)
      if (hit) return { entity: index, id: hit.id, score: 1, evidence: 'key' }
    }
    const candidates = new Set(entity.blocks.flatMap((block) => byBlock.get(block) ?? []))
    const alike = [...candidates].filter((k) => k.type === entity.type && !isKnownApart(entity, k))
    if (entity.type === 'person' && nameWords(entity.name).length < 2)
      return within === 'event'
        ? bySurname(entity, alike, index)
        : { entity: index, score: 0, evidence: 'none' }
    return entity.type === 'organisation'
      ? { entity: index, score: 0, evidence: 'none' }
      : byName(entity, alike, index)
  })
}

/**
 * Countries, and places that go by one key in every language, are not joined by letters: `Tunis` is spelt like `تونس`, the
 * country.
 */
function isKnownApart(entity: ArticleEntity, known: KnownEntity): boolean {
  const alias = (keys: readonly string[]) => keys.find((key) => key.startsWith('='))
  const [a, b] = [alias(entity.keys), alias(known.keys)]
  return a && b ? a !== b : (a ?? b)?.startsWith('=country:') === true
}

function byName(entity: ArticleEntity, candidates: readonly KnownEntity[], index: number): Resolution {
  const scored = candidates
    .map((k) => ({ k, score: nameScore(entity, k) }))
    .filter((c) => c.score >= SUGGEST)
    .sort((a, b) => b.score - a.score || (a.k.id < b.k.id ? -1 : 1))
  const [best, second] = scored
  if (!best) return { entity: index, score: 0, evidence: 'none' }
  const clear = !second || best.score - second.score >= MARGIN
  if (best.score >= JOIN && clear)
    return { entity: index, id: best.k.id, score: best.score, evidence: 'name' }
  return { entity: index, suggestion: best.k.id, score: best.score, evidence: 'name' }
}

/** Best score of the entity's name against the known name and its spellings of as many words. */
function nameScore(entity: ArticleEntity, known: KnownEntity): number {
  let best = 0
  const words = nameWords(entity.name).length
  for (const spelling of [known.name, ...(known.spellings ?? []).slice(0, MAX_SPELLINGS)]) {
    if (entity.type === 'person' && nameWords(spelling).length < 2) continue
    const score = sameEntity(entity.name, spelling)
    // One-word places of few letters meet by chance over scripts
    best = Math.max(
      best,
      entity.type === 'place' && words === 1 && entity.name.length < 5 ? score * 0.9 : score,
    )
  }
  return best
}

function bySurname(entity: ArticleEntity, candidates: readonly KnownEntity[], index: number): Resolution {
  const surname = nameWords(entity.name)[0] ?? ''
  const bearers = candidates.filter((k) => wordScore(surname, nameWords(k.name).at(-1) ?? '') >= JOIN)
  const [only] = bearers
  if (bearers.length === 1 && only) return { entity: index, id: only.id, score: 0.9, evidence: 'surname' }
  return { entity: index, score: 0, evidence: 'none' }
}
