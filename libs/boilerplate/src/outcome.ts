import type { CleanArticle, Cleaned } from '@newsbraid/model'
import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { wallLines } from './walls.ts'

const MIN_CHARS = 120
/** A notice of a sentence or two is an article where page and date say so */
const MIN_NOTICE = 60
/** No wall leaves more of an article than this */
const MAX_WALLED = 1500
/** Different characters that a text of this length has in every language; bytes of noise have fewer */
const MIN_SIGNS = 8
/** Written without spaces: what counts as a word there differs */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my'])
const ERROR_TITLE =
  /^(?:(?:error )?(?:404|403|410|500|502|503)\b|page not found|not found|access denied|just a moment|attention required|forbidden|service unavailable|bad gateway|الصفحه غير موجوده|page introuvable|page non trouvee|seite nicht gefunden|pagina no encontrada|صفحه يافت نشد)/
const ERROR_TEXT =
  /(?:checking your browser|enable javascript and cookies|are you a robot|unusual traffic|verify you are human|page (?:you (?:are|were) looking for|not found)|الصفحه التي تبحث عنها|page que vous (?:cherchez|recherchez)|die (?:gesuchte|angeforderte) seite)/

/** The one word by which the page is counted, with what was seen. */
export function outcomeOf(
  facts: PageFacts,
  head: PageHead,
  article: CleanArticle,
): { outcome: Cleaned['outcome']; detail?: string } {
  const size = article.text.length
  const title = fold(article.title || head.title)
  if (size < 600 && (ERROR_TITLE.test(title) || ERROR_TITLE.test(fold(head.title))))
    return { outcome: 'error-page', detail: `title "${article.title || head.title}"` }
  if (
    size < 600 &&
    ERROR_TEXT.test(
      fold(
        article.text.slice(0, 600) +
          ' ' +
          facts.blocks
            .slice(0, 12)
            .map((b) => b.text.slice(0, 200))
            .join(' '),
      ),
    )
  )
    return { outcome: 'error-page', detail: 'the text says so' }
  const walls = { paywall: 0, 'cookie-notice': 0 }
  for (const block of facts.blocks) {
    const h = facts.hint[block.node]
    if (h === 'paywall' || h === 'cookie-notice') walls[h] += block.text.length
  }
  const said = size < MAX_WALLED ? wallLines(facts) : undefined
  const consent = Math.max(walls['cookie-notice'], said?.consentChars ?? 0)
  if (size < 400 && consent > Math.max(200, size))
    return { outcome: 'consent-wall', detail: `${consent} characters of consent text` }
  const paid = head.structured.paid === true || head.meta.get('article:content_tier') === 'locked'
  // What the page itself counts tells how much of it is missing
  const missing =
    !UNSPACED.has(article.language) &&
    head.structured.wordCount !== undefined &&
    head.structured.wordCount > 150 &&
    article.text.split(/\s+/).length < 0.4 * head.structured.wordCount
  const letters = UNSPACED.has(article.language) ? size * 2.5 : size
  if (size < 800 && (walls.paywall > 60 || (paid && letters < 350)))
    return {
      outcome: 'paywall',
      detail: paid ? 'the page declares itself not free' : 'a paywall layer stands in the page',
    }
  if (paid && missing) return { outcome: 'paywall', detail: 'not free, and most of its words are missing' }
  if (said?.paywall !== undefined && (paid || missing || size < 600 || endsAbruptly(article.text)))
    return { outcome: 'paywall', detail: `the page says "${said.paywall.slice(0, 80)}"` }
  const isNotice =
    size >= MIN_NOTICE && article.publishedAt !== undefined && isWhole(facts, head, article.text)
  if (size < MIN_CHARS && !isNotice) return { outcome: 'too-short', detail: `${size} characters of text` }
  if (new Set(article.text.slice(0, 2000).toLowerCase()).size < MIN_SIGNS)
    return { outcome: 'not-an-article', detail: 'the same few characters over and over' }
  const prose = facts.prose[0] ?? 0
  const listed = (facts.linkChars[0] ?? 0) > 0.75 * (facts.chars[0] ?? 0)
  if (size < 300 && prose < 300 && listed && !head.structured.publishedAt)
    return { outcome: 'not-an-article', detail: 'nearly all of the page is links' }
  return { outcome: 'ok' }
}

/** Whether all of a short text stands in the element that is named the body, as sentences, on a page that says it is an article. */
function isWhole(facts: PageFacts, head: PageHead, text: string): boolean {
  if (!/[.!?؟۔…][”"»)]?$/u.test(text)) return false
  const isArticle =
    head.meta.get('og:type') === 'article' ||
    head.structured.headline !== undefined ||
    facts.tree.attributes.some((a) => POST.test(a?.class ?? ''))
  const first = text.slice(0, 40)
  return isArticle && facts.blocks.some((b) => facts.bodyNode[b.node] !== -1 && b.text.startsWith(first))
}
/** What a common system writes on the page of one article */
const POST = /(?:^|\s)(?:single-post|type-post|hentry|node--type-article|node-article|item-page)(?:\s|$)/

const endsAbruptly = (text: string): boolean => /(?:…|\.{3}|[\p{L}\p{N},،])\s*$/u.test(text)
