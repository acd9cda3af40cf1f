import { z } from 'zod'

/** A block of the page that is not the article, and the reason it was dropped for. */
export const DroppedBlock = z.object({
  text: z.string(),
  /** kebab-case class of furniture: `share-bar`, `tags`, `related`, `comment-form`, `author-box`, `breadcrumb` … */
  reason: z.string(),
  /** What gave it away, for people: a class name, a phrase, "seen on 4 pages of this site" */
  evidence: z.string().optional(),
})
export type DroppedBlock = z.infer<typeof DroppedBlock>

export const ArticleKind = z.enum(['article', 'live-blog', 'gallery', 'video', 'list'])
export type ArticleKind = z.infer<typeof ArticleKind>

export const TextDirection = z.enum(['ltr', 'rtl'])
export type TextDirection = z.infer<typeof TextDirection>

export const Image = z.object({ url: z.string(), alt: z.string().optional(), credit: z.string().optional() })
export type Image = z.infer<typeof Image>

/** Headline, byline, dates, language and body, without furniture: what cleaning makes of one page. */
export const CleanArticle = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  /** ISO 8601; a date alone (`2026-03-01`) when the page says no time */
  publishedAt: z.string().optional(),
  modifiedAt: z.string().optional(),
  /** BCP 47 primary language: `ar`, `en`, … ; `und` when nothing tells */
  language: z.string(),
  dir: TextDirection,
  /** Plain text; blocks stand one empty line apart */
  text: z.string(),
  /** Sanitised HTML of the same blocks */
  html: z.string(),
  dateline: z.object({ agency: z.string().optional(), place: z.string().optional() }).optional(),
  siteName: z.string().optional(),
  description: z.string().optional(),
  canonicalUrl: z.string().optional(),
  image: Image.optional(),
  kind: ArticleKind,
  dropped: z.array(DroppedBlock),
})
export type CleanArticle = z.infer<typeof CleanArticle>

/** How cleaning can end; anything but `ok` keeps no article. */
export const CleanOutcome = z.enum([
  'ok',
  'too-short',
  'paywall',
  'consent-wall',
  'not-an-article',
  'error-page',
])
export type CleanOutcome = z.infer<typeof CleanOutcome>
export type Cleaned = { outcome: CleanOutcome; article: CleanArticle; detail?: string }
