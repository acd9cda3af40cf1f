import { z } from 'zod'
import { listOf } from './common.ts'
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
})
export type EntitySummary = z.infer<typeof EntitySummary>

export const EntityDetail = EntitySummary.extend({
  spellings: z.array(z.object({ surface: z.string(), lang: z.string(), count: z.number().int() })),
  titles: z.array(z.object({ title: z.string(), count: z.number().int() })),
  mentionsByDay: z.array(z.object({ day: z.string(), count: z.number().int() })),
  namedWith: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), articles: z.number().int() }),
  ),
  events: z.array(EventSummary),
  mergedInto: z.string().optional(),
})
export type EntityDetail = z.infer<typeof EntityDetail>
export const EntityList = listOf(EntitySummary)
export type EntityList = z.infer<typeof EntityList>
