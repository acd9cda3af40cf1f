import { directionOf, languageOf } from '@newsbraid/text'
import type { ArticleKind, CleanArticle, Cleaned } from '@newsbraid/model'
import { addDropped, emptyArticle, ended } from './article-body.ts'
import { chooseAuthors } from './authors.ts'
import { bodyContext } from './body-rows.ts'
import { type BodyModel, chooseBody } from './choose-body.ts'
import { chooseDates } from './dates.ts'
import { datelineOf, openingDateline } from './dateline.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { factsOf, type PageFacts } from './page-facts.ts'
import { headOf, type PageHead } from './page-head.ts'
import { outcomeOf } from './outcome.ts'
import { bodyModel } from './models/body-model.ts'
import { parsePage } from './parse-page.ts'
import { escapeHtml, renderBody, safeUrl } from './render-body.ts'
import type { Site } from './site.ts'
import { chooseTitle } from './title.ts'

const MIN_DECLARED = 500

export type CleanOptions = {
  /** Address of the page, for links and for reading dates */
  url: string
  /** What is known of the host, from `createSite` or `siteFrom` */
  site?: Site
  /** What a feed said about the page; used where the page itself is silent */
  hints?: { title?: string; publishedAt?: string; author?: string; language?: string }
}
export type CleanedPage = Cleaned & {
  /** Digest of the page's blocks for `site.absorb()`; opaque */
  footprint: Footprint
}

/**
 * Makes an article of a page: headline, byline, dates, language and body as text and safe HTML, without furniture; each
 * dropped block keeps its reason. Never throws on any input.
 */
export const clean = (html: string, options: CleanOptions): CleanedPage => cleanWith(html, options, bodyModel)

/** `clean()` with another model than the shipped one, for fitting. */
export function cleanWith(html: string, options: CleanOptions, model: BodyModel): CleanedPage {
  const facts = factsOf(parsePage(html))
  const head = headOf(facts.tree)
  const { url, hints, site } = options
  const title = chooseTitle(facts, head, hints?.title)
  const body = chooseBody(bodyContext(facts, head, title), model, url, site)
  const article: CleanArticle = { ...emptyArticle(), title: title.title }
  const { text, html: safe } = renderBody(facts, body.kept, url)
  article.text = text
  article.html = safe
  const declared = head.structured.body
  if (
    declared &&
    declared.length > MIN_DECLARED &&
    text.length < 0.3 * declared.length &&
    (facts.prose[0] ?? 0) < 0.6 * declared.length
  ) {
    // The page's own text is made by a script later on; its structured data holds the article
    const paragraphs = declared.split(/\s*\n\s*/).filter((p) => p !== '')
    article.text = paragraphs.join('\n\n')
    article.html = paragraphs.map((p) => `<p>${escapeHtml(p)}</p>`).join('\n')
  }
  for (const [b, block] of facts.blocks.entries())
    if (!body.kept[b] && b !== title.block)
      addDropped(article.dropped, block.text, body.reason[b] ?? 'outside-body', body.evidence[b])
  const last = body.kept.lastIndexOf(1)
  const first = body.kept.indexOf(1)
  article.authors = chooseAuthors(facts, head, title.block, Math.max(last, 0), hints?.author)
  Object.assign(article, chooseDates(facts, head, title.block, first, url, hints?.publishedAt))
  article.language = languageOf(
    article.text || title.title,
    head.structured.language ?? head.language ?? hints?.language,
  )
  article.dir = directionOf(article.text || title.title)
  fillHead(article, head, url, facts)
  const firstText = facts.blocks[first]?.text ?? ''
  const dateline = datelineOf(firstText) ?? openingDateline(firstText)
  if (dateline) article.dateline = dateline
  const { outcome, detail } = outcomeOf(facts, head, article)
  let footprint: Footprint | undefined
  return {
    ...ended(outcome, article, detail),
    // Made when asked for: not everybody keeps a template
    get footprint() {
      return (footprint ??= footprintOf(facts, body.kept, article.title, url))
    },
  }
}

function fillHead(article: CleanArticle, head: PageHead, url: string, facts: PageFacts): void {
  const siteName =
    head.meta.get('og:site_name') ?? head.structured.siteName ?? head.meta.get('application-name')
  if (siteName) article.siteName = siteName
  const description =
    head.meta.get('description') ?? head.meta.get('og:description') ?? head.structured.description
  if (description) article.description = description.slice(0, 1000)
  const canonical = safeUrl(head.link.get('canonical') ?? head.meta.get('og:url'), url)
  if (canonical) article.canonicalUrl = canonical
  const image = safeUrl(
    head.meta.get('og:image') ??
      head.meta.get('og:image:url') ??
      head.structured.image ??
      head.meta.get('twitter:image'),
    url,
  )
  if (image) {
    const alt = head.meta.get('og:image:alt')
    article.image = alt ? { url: image, alt } : { url: image }
  }
  article.kind = kindOf(head, facts)
}

function kindOf(head: PageHead, facts: PageFacts): ArticleKind {
  if (head.structured.type === 'LiveBlogPosting') return 'live-blog'
  const type = head.meta.get('og:type') ?? ''
  if (/^video/.test(type) && (facts.prose[0] ?? 0) < 1500) return 'video'
  if (head.structured.type === 'ImageGallery' || /gallery/.test(type)) return 'gallery'
  return 'article'
}
