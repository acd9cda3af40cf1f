import type { CleanArticle, Cleaned } from '@newsbraid/model'
import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'

const MIN_CHARS = 120
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
  if (size < 400 && walls['cookie-notice'] > Math.max(200, size))
    return { outcome: 'consent-wall', detail: `${walls['cookie-notice']} characters of consent text` }
  if (
    size < 800 &&
    (head.structured.paid === true ||
      walls.paywall > 60 ||
      head.meta.get('article:content_tier') === 'locked')
  ) {
    if (size < 350 || walls.paywall > 60)
      return {
        outcome: 'paywall',
        detail: head.structured.paid
          ? 'the page declares itself not free'
          : 'a paywall layer stands in the page',
      }
  }
  if (size < MIN_CHARS) return { outcome: 'too-short', detail: `${size} characters of text` }
  const prose = facts.prose[0] ?? 0
  const listed = (facts.linkChars[0] ?? 0) > 0.75 * (facts.chars[0] ?? 0)
  if (size < 300 && prose < 300 && listed && !head.structured.publishedAt)
    return { outcome: 'not-an-article', detail: 'nearly all of the page is links' }
  return { outcome: 'ok' }
}
