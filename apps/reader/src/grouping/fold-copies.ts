import type { EventArticle, EventDetail } from '@newsbraid/model'

export type FoldedCopy = { article: EventArticle; kind: string }
export type FoldedReport = { article: EventArticle; copies: FoldedCopy[] }
/** One independent source with its own reports, the copies of each folded beneath it. */
export type Strand = { source: EventArticle['source']; reports: FoldedReport[] }

/**
 * Folds an event's articles by independent source: a copy (also a copy of a copy) stands beneath the report it goes back
 * to, whoever published it. Every article comes back exactly once. Strands and reports are ordered by their first time.
 */
export function foldCopies(event: Pick<EventDetail, 'articles' | 'lineage'>): Strand[] {
  const byId = new Map(event.articles.map((article) => [article.id, article]))
  const parents = parentsOf(event.lineage, byId)
  const reports = new Map<string, FoldedReport>()
  for (const article of event.articles)
    if (!parents.has(article.id)) reports.set(article.id, { article, copies: [] })
  for (const article of event.articles) {
    const parent = parents.get(article.id)
    if (!parent) continue
    reports.get(rootOf(article.id, parents))?.copies.push({ article, kind: parent.kind })
  }
  const strands = new Map<string, Strand>()
  for (const report of [...reports.values()].sort((a, b) => byTime(a.article, b.article))) {
    report.copies.sort((a, b) => byTime(a.article, b.article))
    const { source } = report.article
    const strand = strands.get(source.id) ?? { source, reports: [] }
    strand.reports.push(report)
    strands.set(source.id, strand)
  }
  return [...strands.values()]
}

type Parent = { root: string; kind: string }

/** Who each copy goes back to. Where the root itself isn't in the event, its earliest copy here stands in for it. */
function parentsOf(lineage: EventDetail['lineage'], byId: Map<string, EventArticle>): Map<string, Parent> {
  const parents = new Map<string, Parent>()
  for (const { root, copies, kind } of lineage) {
    const present = copies
      .flatMap((id) => byId.get(id) ?? [])
      .sort(byTime)
      .map((article) => article.id)
    const head = byId.has(root) ? root : present[0]
    if (head === undefined) continue
    for (const id of present)
      if (id !== head && !parents.has(id) && rootOf(head, parents) !== id)
        parents.set(id, { root: head, kind })
  }
  return parents
}

function rootOf(id: string, parents: Map<string, Parent>): string {
  let at = id
  for (let parent = parents.get(at); parent; parent = parents.get(at)) at = parent.root
  return at
}

function byTime(a: EventArticle, b: EventArticle): number {
  return a.publishedAt.localeCompare(b.publishedAt)
}
