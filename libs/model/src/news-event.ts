import { z } from 'zod'

/** One reason for a grouping, in words and numbers. */
export const Evidence = z.object({
  /** `shared-name`, `shared-rare-words`, `same-text`, `same-figures`, `close-in-time`, `shared-link`, `cross-language`, … */
  signal: z.string(),
  /** What it brings to the decision in log-odds; positive joins, negative keeps apart */
  weight: z.number(),
  /** What was seen: the words, names, figures, hours */
  evidence: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

export const ArticleRole = z.enum(['report', 'copy', 'followup'])
export type ArticleRole = z.infer<typeof ArticleRole>
export const LineageKind = z.enum(['verbatim', 'edited', 'agency', 'translation'])
export type LineageKind = z.infer<typeof LineageKind>
