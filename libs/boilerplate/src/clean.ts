import { directionOf, escapeHtml, languageOf, safeHtml, safeUrl } from '@newsbraid/text'
import type { CleanArticle, Cleaned } from '@newsbraid/model'
import { addDropped, droppedLimits, emptyArticle, ended } from './article-body.ts'
import { articleKind } from './article-kind.ts'
import { chooseAuthors } from './authors.ts'
import { bareText } from './bare-text.ts'
import { bodyContext } from './body-rows.ts'
import { type BodyChoice, type BodyModel, chooseBody } from './choose-body.ts'
import { chooseDates } from './dates.ts'
import { datelineOf, openingDateline } from './dateline.ts'
import { NAMED } from './drop-sections.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { leadImage } from './lead-image.ts'
import { type Liveness, livenessOf } from './liveness.ts'
import { nextPageOf } from './next-page.ts'
import { factsOf, type PageFacts } from './page-facts.ts'
import { headOf, type PageHead } from './page-head.ts'
import { outcomeOf } from './outcome.ts'
import { bodyModel } from './models/body-model.ts'
import { parsePage } from './parse-page.ts'
import { renderBody } from './render-body.ts'
import type { Site } from './site.ts'
import { siteNamesOf } from './site-names.ts'
import { chooseTitle } from './title.ts'

const MIN_DECLARED = 500
/** Enough to tell a language: on 831 articles it comes out as with 1,500 */
const LANGUAGE_CHARS = 500

export type CleanOptions = {
  /** Address of the page, for links and for reading dates */
  url: string
  /** What is known of the host, from `createSite` or `siteFrom` */
  site?: Site
  /** What a feed said about the page; used where the page itself is silent */
  hints?: { title?: string; publishedAt?: string; author?: string; language?: string }
  /** The `X-Robots-Tag` header that came with the page */
  robotsHeader?: string
}
export type CleanedPage = Cleaned & {
  /** Digest of the page's blocks for `site.absorb()`; opaque */
  footprint: Footprint
  /** What head and header say about listing and keeping the page */
  liveness: Liveness
  /** Where the article goes on, when it is cut into pages; `joinPages` puts them together */
  nextPage?: string
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
  const names = siteNamesOf(head, url)
  const title = chooseTitle(facts, head, hints?.title, names)
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
  article.html = safeHtml(article.html, url)
  listDropped(facts, body, title.block, article)
  const last = body.kept.lastIndexOf(1)
  const first = body.kept.indexOf(1)
  // The name above a box about its bearer stands in the byline too
  const bearer = facts.blocks[body.evidence.indexOf(NAMED)]?.text
  article.authors = chooseAuthors(facts, head, title.block, Math.max(last, 0), hints?.author ?? bearer, names)
  Object.assign(article, chooseDates(facts, head, title.block, first, url, hints?.publishedAt))
  article.language = languageOf(
    (article.text || title.title).slice(0, LANGUAGE_CHARS),
    head.structured.language ?? head.language ?? hints?.language,
  )
  article.dir = directionOf(article.text || title.title)
  fillHead(article, head, url)
  const image = leadImage(facts, head, url, title.block, first)
  if (image) article.image = image
  article.kind = articleKind(
    facts,
    head,
    { title: article.title, chars: article.text.length, first, last },
    url,
  )
  const firstText = facts.blocks[first]?.text ?? ''
  const dateline = datelineOf(firstText) ?? openingDateline(firstText)
  if (dateline) article.dateline = dateline
  const { outcome, detail } = outcomeOf(facts, head, article)
  let footprint: Footprint | undefined
  const nextPage = article.kind === 'gallery' ? undefined : nextPageOf(facts, head, url)
  return {
    ...ended(outcome, article, detail),
    liveness: livenessOf(head, options.robotsHeader),
    ...(nextPage ? { nextPage } : {}),
    // Made when asked for: not everybody keeps a template
    get footprint() {
      return (footprint ??= footprintOf(facts, body.kept, article.title, url))
    },
  }
}

function listDropped(
  { blocks }: PageFacts,
  body: BodyChoice,
  titleBlock: number,
  article: CleanArticle,
): void {
  for (let b = 0; b < blocks.length && article.dropped.length < droppedLimits.blocks; b++)
    if (!body.kept[b] && b !== titleBlock)
      addDropped(article.dropped, blocks[b]?.text ?? '', body.reason[b] ?? 'outside-body', body.evidence[b])
}

function fillHead(article: CleanArticle, head: PageHead, url: string): void {
  const siteName =
    head.meta.get('og:site_name') ?? head.structured.siteName ?? head.meta.get('application-name')
  if (siteName) article.siteName = bareText(siteName)
  const description =
    head.meta.get('description') ?? head.meta.get('og:description') ?? head.structured.description
  if (description) article.description = bareText(description).slice(0, 1000)
  const canonical = safeUrl(head.link.get('canonical') ?? head.meta.get('og:url'), url, 'web')
  if (canonical) article.canonicalUrl = canonical
}
