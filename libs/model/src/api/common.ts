import { z } from 'zod'

/** A list over the API: `nextCursor` is absent on the last page. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional(), total: z.number().int() })

/** RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

export const SourceRef = z.object({ id: z.string(), name: z.string(), homeUrl: z.string().optional() })
export type SourceRef = z.infer<typeof SourceRef>

export const Headline = z.object({ text: z.string(), lang: z.string(), dir: z.enum(['ltr', 'rtl']) })
export type Headline = z.infer<typeof Headline>

export const EntityRef = z.object({
  id: z.string(),
  type: z.enum(['person', 'organisation', 'place']),
  name: z.string(),
  spellingsSeen: z.array(z.string()),
  weight: z.number(),
})
export type EntityRef = z.infer<typeof EntityRef>
