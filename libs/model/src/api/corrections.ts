import { z } from 'zod'
import { listOf } from './common.ts'

export const CorrectionKind = z.enum(['merge', 'split', 'rename', 'alias', 'not-a-name', 'not-same'])
export type CorrectionKind = z.infer<typeof CorrectionKind>

const NamedEntity = z.object({ id: z.string(), name: z.string() })

/** A person's or an import's word on an entity. */
export const EntityCorrection = z.object({
  id: z.string(),
  kind: CorrectionKind,
  /** `import`: one of a batch that was read from a file */
  source: z.enum(['person', 'import']),
  /** Corrections that are undone together */
  batch: z.string().optional(),
  by: z.string(),
  at: z.string(),
  /** What it speaks of; with `merge` the one that stays */
  entity: NamedEntity,
  /** `merge`: the one that went; `split`: the new one; `not-same`: the other */
  other: NamedEntity.optional(),
  /** `split`, `alias`, `not-a-name`: the spellings it speaks of, the first hundred */
  spellings: z.array(z.string()),
  /** `split` by article: their ids */
  articles: z.array(z.string()),
  /** `rename`: the name given */
  name: z.string().optional(),
  /** `not-a-name`: only in this article or source */
  article: z.string().optional(),
  within: NamedEntity.optional(),
  undoneAt: z.string().optional(),
  undoneBy: z.string().optional(),
})
export type EntityCorrection = z.infer<typeof EntityCorrection>
export const CorrectionList = listOf(EntityCorrection)
export type CorrectionList = z.infer<typeof CorrectionList>

/** Two entities that may be one, with how sure extraction is (0 to 1). */
export const EntitySuggestion = z.object({
  entity: NamedEntity.extend({ type: z.string(), articleCount: z.number().int() }),
  other: NamedEntity.extend({ type: z.string(), articleCount: z.number().int() }),
  score: z.number(),
})
export type EntitySuggestion = z.infer<typeof EntitySuggestion>
export const SuggestionList = listOf(EntitySuggestion)
export type SuggestionList = z.infer<typeof SuggestionList>

/** One entity of a file of names: what it is called, and under which names it is known besides. */
export const AliasEntry = z.object({
  type: z.enum(['person', 'organisation', 'place']),
  name: z.string(),
  language: z.string().optional(),
  /** `label`: its usual name in that language, as good as `name` */
  names: z.array(z.object({ name: z.string(), language: z.string().optional(), isLabel: z.boolean() })),
  wikidata: z.string().optional(),
})
export type AliasEntry = z.infer<typeof AliasEntry>
