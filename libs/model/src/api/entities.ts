import { z } from 'zod'
import { listOf } from './common.ts'
import { EntityCorrection } from './corrections.ts'
import { EventSummary } from './events.ts'

export const EntitySummary = z.object({
  id: z.string(),
  type: z.enum(['person', 'organisation', 'place']),
  name: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  articleCount: z.number().int(),
  mentionCount: z.number().int(),
  lastSeen: z.string(),
  /** Its id in Wikidata, as in Q42, where an import gave it */
  wikidata: z.string().optional(),
})
export type EntitySummary = z.infer<typeof EntitySummary>

export const EntityDetail = EntitySummary.extend({
  spellings: z.array(z.object({ surface: z.string(), lang: z.string(), count: z.number().int() })),
  titles: z.array(
    z.object({
      title: z.string(),
      count: z.number().int(),
      /** When the first and the last article that gives it were published */
      firstSeen: z.string(),
      lastSeen: z.string(),
    }),
  ),
  /** What it is called in each language: the full name most articles use */
  names: z.array(
    z.object({
      name: z.string(),
      lang: z.string(),
      dir: z.enum(['ltr', 'rtl']),
      articles: z.number().int(),
    }),
  ),
  /** Names that people or imports gave it */
  aliases: z.array(
    z.object({ name: z.string(), lang: z.string().optional(), source: z.enum(['person', 'import']) }),
  ),
  mentionsByDay: z.array(z.object({ day: z.string(), count: z.number().int() })),
  namedWith: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), articles: z.number().int() }),
  ),
  /** Who may be the same, for a person to decide */
  suggestions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      articles: z.number().int(),
      score: z.number(),
    }),
  ),
  /** The corrections in force that speak of it, newest first, at most fifty */
  corrections: z.array(EntityCorrection),
  events: z.array(EventSummary),
  mergedInto: z.string().optional(),
})
export type EntityDetail = z.infer<typeof EntityDetail>
export const EntityList = listOf(EntitySummary)
export type EntityList = z.infer<typeof EntityList>
