import { clean, cleanText, joinPages, type Liveness } from '@newsbraid/boilerplate'
import type { CleanArticle } from '@newsbraid/model'
import { defineStage, done, Unprocessable } from '@newsbraid/pipeline'
import { words } from '@newsbraid/text'
import { trustedCanonical, urlKey } from '@newsbraid/web'
import { cleanPageJob, extractMentionsJob } from './jobs.ts'
import type { CleanResult, PageToClean, StagePorts, StoreWrites } from './ports.ts'

/** A publication date this far ahead of the fetch is a mistake of the page. */
const AHEAD_MS = 36 * 3600_000

/** Makes an article of a page; every dropped block keeps its reason. */
export const cleanPage = defineStage<StagePorts, StoreWrites>()({
  name: 'clean-page',
  takes: cleanPageJob,
  sends: [extractMentionsJob],
  concurrency: 2,
  maxAttempts: 3,
  highWater: 4,
  enough: 2_000,
  load: (ids, { store }) => store.pagesToClean(ids),
  run(page: PageToClean) {
    if (page.kind === 'text') return finishedText(page)
    const first = clean(page.body, {
      url: page.url,
      site: page.site,
      hints: page.hints,
      ...(page.robotsTag === undefined ? {} : { robotsHeader: page.robotsTag }),
    })
    const { outcome, detail, footprint, liveness } = first
    const article = withLaterPages(first.article, page)
    if (outcome === 'ok' && hasExpired(liveness, page.fetchedMs))
      return done<CleanResult>(
        'expired',
        { publishedAt: fetchedAt(page), footprint },
        `Its publisher says it is not to be shown after ${liveness.unavailableAfter}`,
      )
    if (outcome !== 'ok' && article.text.trim() === '' && !page.standing)
      throw new Unprocessable(`Found no text on the page "${page.url}"`)
    if (outcome !== 'ok')
      return done<CleanResult>(outcome, { publishedAt: fetchedAt(page), footprint }, detail)
    if (page.standing && isCutShort(page.standing.text, article.text))
      return done<CleanResult>(
        'cut-short',
        { publishedAt: fetchedAt(page), footprint },
        'It is only the beginning of the text that stood there before',
      )
    const canonical = trustedCanonical(page.url, article.canonicalUrl)
    return done<CleanResult>('ok', {
      article,
      publishedAt: publicationTime(page, article.publishedAt),
      ...(canonical ? { canonicalKey: urlKey(canonical) } : {}),
      ...(page.feedText === undefined ? {} : { isFeedTextWhole: holdsAll(page.feedText, article.text) }),
      isRevision: isRevision(page, article, first.article),
      liveness,
      footprint,
    })
  },
  async save(saved, tx, send) {
    const articles: string[] = []
    const refused = saved.filter(({ item, result }) => item.standing?.former !== undefined && !result.article)
    await tx.keepFormer(refused.map(({ id }) => id))
    for (const { id, item, result } of saved)
      if (result.article) {
        const saw = await tx.saveArticle(item, { ...result, article: result.article })
        if (saw === 'new' || saw === 'changed') articles.push(id)
      }
    await tx.absorb(
      saved.flatMap(({ item, result }) =>
        result.footprint ? [{ host: item.host, footprint: result.footprint }] : [],
      ),
    )
    await send(
      'extract',
      articles.map((id) => ({ id })),
    )
  },
})

/** The article with the bodies of its later pages; a later page that is none ends it. */
function withLaterPages(first: CleanArticle, { parts, site }: PageToClean): CleanArticle {
  const pages = [first]
  for (const { url, html } of parts ?? []) {
    const { outcome, article } = clean(html, { url, site })
    if (outcome !== 'ok' && outcome !== 'too-short') break
    pages.push(article)
  }
  return joinPages(pages)
}

const hasExpired = ({ unavailableAfter }: Liveness, nowMs: number): boolean =>
  unavailableAfter !== undefined && Date.parse(unavailableAfter) < nowMs

/**
 * Whether the publisher changed the words. What better knowledge of the site makes of the same page is no revision, so
 * the body that the standing article was made of is cleaned again, as the new one was.
 */
function isRevision(page: PageToClean, article: CleanArticle, first: CleanArticle): boolean {
  const { standing } = page
  if (standing?.former === undefined || saysTheSame(standing, article)) return false
  // The feed's own text stood for the page: what it left out is nobody's change
  if (standing.former === page.feedText && (standing.isFeedCut || holdsAll(standing.former, article.text)))
    return false
  const before = clean(standing.former, { url: page.url, site: page.site, hints: page.hints }).article
  return !saysTheSame(before, first)
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
const saysTheSame = (a: { title: string; text: string }, b: { title: string; text: string }): boolean =>
  spaced(a.title) === spaced(b.title) && spaced(a.text) === spaced(b.text)

/** A second look that shows this much less, and all of it known, met a paywall */
const CUT_SHARE = 0.6
/** Share of its words that must be the beginning of the former text; the rest may ask for a subscription */
const SAME_START = 0.8

const isCutShort = (former: string, now: string): boolean =>
  now.length < CUT_SHARE * former.length && isBeginning(now, former)

/** Whether a text begins as the whole does, and says little else. */
function isBeginning(text: string, whole: string): boolean {
  const [some, all] = [words(text), words(whole)]
  const first = some.findIndex((word, n) => word.text !== all[n]?.text)
  return some.length > 0 && (first < 0 ? 1 : first / some.length) >= SAME_START
}

/** Share of the article's words that the feed's own text must hold, in any order, to be as whole as the page. */
const WHOLE = 0.97

function holdsAll(feedText: string, articleText: string): boolean {
  const left = new Map<string, number>()
  for (const { text } of words(feedText.replace(/<[^<>]*>/g, ' '))) left.set(text, (left.get(text) ?? 0) + 1)
  const wanted = words(articleText)
  let held = 0
  for (const { text } of wanted) {
    const count = left.get(text) ?? 0
    if (count > 0) held++
    left.set(text, count - 1)
  }
  return wanted.length > 0 && held / wanted.length >= WHOLE
}

/** Text that comes already extracted still carries furniture: the same line cleaner, no template. */
function finishedText(page: PageToClean) {
  // A title told apart from the text leads it, as it does on a page
  const whole = page.hints.title ? `${page.hints.title}\n\n${page.body}` : page.body
  const { outcome, article, detail } = cleanText(whole, { url: page.url })
  if (article.text.trim() === '') throw new Unprocessable(`Found no text in "${page.url}"`)
  if (page.hints.title) article.title = page.hints.title
  // A person handed it in: a short text is still theirs
  const accepted = outcome === 'ok' || outcome === 'too-short' ? 'ok' : outcome
  const result: CleanResult = { publishedAt: publicationTime(page, article.publishedAt) }
  return done<CleanResult>(accepted, accepted === 'ok' ? { ...result, article } : result, detail)
}

const fetchedAt = (page: PageToClean): string => new Date(page.fetchedMs).toISOString()

/**
 * The page's word, else the feed's, else when it was fetched; never later than the fetch by more than a time zone. A little
 * ahead (local time without its zone) is left so: the moment of the fetch would differ from run to run, and events with it.
 */
function publicationTime(page: PageToClean, said: string | undefined): string {
  for (const candidate of [moreExact(said, page.hints.publishedAt), page.hints.publishedAt]) {
    const ms = candidate === undefined ? Number.NaN : Date.parse(candidate)
    if (!Number.isNaN(ms) && ms > 0 && ms < page.fetchedMs + AHEAD_MS) return new Date(ms).toISOString()
  }
  return fetchedAt(page)
}

/** A page that says only the day gets the feed's time of that day. */
function moreExact(said: string | undefined, hint: string | undefined): string | undefined {
  const dayOnly = said !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(said)
  if (!dayOnly || hint === undefined) return said
  return Math.abs(Date.parse(hint) - Date.parse(said)) < AHEAD_MS ? hint : said
}
