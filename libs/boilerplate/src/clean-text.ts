import { directionOf, escapeHtml, languageOf, safeHtml } from '@newsbraid/text'
import type { Cleaned } from '@newsbraid/model'
import { addDropped, emptyArticle, ended } from './article-body.ts'
import { judgeLines, linesOf } from './clean-lines.ts'
import { datelineOf, openingDateline } from './dateline.ts'
import { namesOf } from './authors.ts'
import type { LineModel } from './judge-lines.ts'
import { lineModel } from './models/line-model.ts'

const MAX_CHARS = 2_000_000
const MAX_LINES = 20_000

/**
 * Cleans text that somebody already took out of a page: headline and body stay, every other line goes to `dropped` with
 * its reason. Lines of the input are the blocks of the output.
 */
export const cleanText = (text: string, options: { url?: string; language?: string } = {}): Cleaned =>
  cleanTextWith(text, options, lineModel)

/** `cleanText()` with another model than the shipped one, for fitting. */
export function cleanTextWith(
  text: string,
  options: { url?: string; language?: string },
  model: LineModel,
): Cleaned {
  const article = emptyArticle()
  const lines = linesOf(text.slice(0, MAX_CHARS)).slice(0, MAX_LINES)
  const verdicts = judgeLines(lines, model)
  const body: string[] = []
  for (const [i, line] of lines.entries()) {
    const verdict = verdicts[i]
    if (!verdict) continue
    if (verdict.role === 'title') article.title = line.text
    else if (verdict.keep) {
      body.push(line.text)
      if (verdict.role === 'dateline') article.dateline ??= datelineOf(line.text)
    } else {
      if (verdict.role === 'byline' && article.authors.length === 0) article.authors = namesOf(line.text)
      addDropped(article.dropped, line.text, verdict.reason ?? 'furniture', verdict.evidence)
    }
  }
  article.text = body.join('\n\n')
  article.html = safeHtml(body.map((p) => `<p>${escapeHtml(p)}</p>`).join('\n'))
  article.dateline ??= openingDateline(body[0] ?? '')
  article.language = languageOf(article.text || article.title, options.language)
  article.dir = directionOf(article.text || article.title)
  return article.text.length < 100
    ? ended('too-short', article, `${article.text.length} characters of text`)
    : ended('ok', article)
}
