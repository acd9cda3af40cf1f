import { type BodyContext, bodyFeatures } from './body-features.ts'
import { firstContainer } from './choose-body.ts'
import { factsOf, type PageFacts } from './page-facts.ts'
import { headOf, type PageHead } from './page-head.ts'
import { parsePage } from './parse-page.ts'
import { TextOverlap } from './text-overlap.ts'
import { chooseTitle, type TitleChoice } from './title.ts'

const MIN_STRUCTURED = 300
const MIN_DESCRIPTION = 40

export function bodyContext(facts: PageFacts, head: PageHead, title: TitleChoice): BodyContext {
  const body = head.structured.body
  const description = head.meta.get('og:description') ?? head.meta.get('description')
  return {
    facts,
    titleBlock: title.block,
    title: title.title,
    best: firstContainer(facts),
    structured: body && body.length >= MIN_STRUCTURED ? new TextOverlap(body) : undefined,
    description:
      description && description.length >= MIN_DESCRIPTION ? new TextOverlap(description) : undefined,
  }
}

/** Context and first rows of a page as the model is fitted on them. */
export function bodyRows(html: string): { context: BodyContext; rows: Float32Array } {
  const facts = factsOf(parsePage(html))
  const head = headOf(facts.tree)
  const context = bodyContext(facts, head, chooseTitle(facts, head))
  return { context, rows: bodyFeatures(context) }
}
