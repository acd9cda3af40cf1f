import type { EventArticle, EventDetail } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { safeHref } from '../../format/address.ts'
import type { FoldedCopy, FoldedReport, Strand } from '../../grouping/fold-copies.ts'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { EvidenceList } from '../../parts/evidence-list.tsx'
import { OutsideIcon } from '../../parts/icons.tsx'
import { interfaceDirection } from '../../settings/interface-direction.ts'
import { TimeAgo } from '../../parts/time-ago.tsx'

type Entities = EventDetail['entities']

/** One independent source: its reports, with the copies of each folded beneath it. */
export function StrandCard({
  strand,
  colour,
  entities,
}: {
  strand: Strand
  colour: number
  entities: Entities
}) {
  const home = safeHref(strand.source.homeUrl)
  return (
    <article class={`strand-card strand-card-${colour}`} dir={strand.reports[0]?.article.dir}>
      <h3 class="strand-name">
        {home ? (
          <a href={home} target="_blank" rel="noopener noreferrer">
            <bdi>{strand.source.name}</bdi>
          </a>
        ) : (
          <bdi>{strand.source.name}</bdi>
        )}
      </h3>
      {strand.reports.map((report) => (
        <Report key={report.article.id} report={report} entities={entities} />
      ))}
    </article>
  )
}

function Report({ report: { article, copies }, entities }: { report: FoldedReport; entities: Entities }) {
  return (
    <div class="report" dir={article.dir}>
      <ArticleLine article={article} />
      {article.role !== 'report' && <span class="badge">{t(`role.${article.role}`)}</span>}
      <div class="folds">
        <details class="fold">
          <FoldTitle>{t('why.title')}</FoldTitle>
          <EvidenceList why={article.why} entities={entities} />
        </details>
        {copies.length > 0 && (
          <details class="fold">
            <FoldTitle>{tn('event.copies', copies.length)}</FoldTitle>
            <ul class="copies">
              {copies.map((copy) => (
                <Copy key={copy.article.id} copy={copy} entities={entities} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}

function Copy({ copy: { article, kind }, entities }: { copy: FoldedCopy; entities: Entities }) {
  return (
    <li class="copy" dir={article.dir}>
      <p class="copy-head">
        <strong>
          <bdi>{article.source.name}</bdi>
        </strong>
        <span class="badge">{wordsFor('lineage', kind)}</span>
      </p>
      <ArticleLine article={article} />
      {article.why.length > 0 && (
        <details class="fold">
          <FoldTitle>{t('why.title')}</FoldTitle>
          <EvidenceList why={article.why} entities={entities} />
        </details>
      )}
    </li>
  )
}

function ArticleLine({ article }: { article: EventArticle }) {
  const original = safeHref(article.url)
  const dir = interfaceDirection()
  return (
    <>
      <p class="report-title" lang={article.lang} dir={article.dir}>
        <Link href={`/articles/${encodeURIComponent(article.id)}`} data-item>
          {article.title}
        </Link>
      </p>
      <p class="report-line">
        <span dir={dir}>
          <TimeAgo at={article.publishedAt} />
        </span>
        {original && (
          <a dir={dir} href={original} target="_blank" rel="noopener noreferrer" class="outside">
            {t('article.original')}
            <OutsideIcon />
          </a>
        )}
      </p>
    </>
  )
}

/** What opens a fold stands where its card begins, in the words and the direction of the interface. */
function FoldTitle({ children }: { children: string }) {
  return (
    <summary>
      <bdi dir={interfaceDirection()}>{children}</bdi>
    </summary>
  )
}
