import { z } from 'zod'

export const EntityType = z.enum(['person', 'organisation', 'place'])
export type EntityType = z.infer<typeof EntityType>

/** A span of an article that names something; offsets are UTF-16 units into `title + "\n\n" + text`. */
export const Mention = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  surface: z.string(),
  type: EntityType,
  /** Titles and ranks that stand before it and outside the span: `المشير`, `وزير الدفاع` */
  titles: z.array(z.string()).default([]),
  /** Index into the article's `entities` */
  entity: z.number().int().nonnegative(),
})
export type Mention = z.infer<typeof Mention>

/** One entity as a single article shows it: its mentions gathered, before it meets the entities of other articles. */
export const ArticleEntity = z.object({
  type: EntityType,
  /** The fullest form in this article, without titles */
  name: z.string(),
  language: z.string(),
  spellings: z.array(z.object({ surface: z.string(), count: z.number().int().positive() })),
  titles: z.array(z.string()),
  /** Exact normal forms under which the same entity may already be known, strongest first. Equal key and type: same entity. */
  keys: z.array(z.string()),
  /** Weaker blocks (consonant skeletons over scripts, acronyms) in which to look for candidates to score */
  blocks: z.array(z.string()),
  count: z.number().int().positive(),
  inTitle: z.boolean(),
  /** 0 to 1: share of the article's mentions, raised when it stands in the title */
  weight: z.number(),
})
export type ArticleEntity = z.infer<typeof ArticleEntity>

export type Extraction = { mentions: Mention[]; entities: ArticleEntity[] }
