import type { ArticleSummary } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { snippetAround } from '../reading/snippet.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'
import { TimeAgo } from './time-ago.tsx'

const SNIPPET = 220

/** One article of a list, with the stretch of its text that holds the words. */
export function ArticleCard({ article, words }: { article: ArticleSummary; words: string }) {
  return (
    <article class="card">
      <div class="card-words" dir={article.dir}>
        <h2 class="card-title" lang={article.lang}>
          <Link href={`/articles/${encodeURIComponent(article.id)}`} data-item>
            {article.title}
          </Link>
        </h2>
        <p class="card-summary" lang={article.lang}>
          {snippetAround(article.text, words, SNIPPET)}
        </p>
        <p class="facts">
          <span class="fact">
            <bdi>{article.source.name}</bdi>
          </span>
          <span class="fact" dir={interfaceDirection()}>
            <TimeAgo at={article.publishedAt} />
          </span>
        </p>
      </div>
    </article>
  )
}
