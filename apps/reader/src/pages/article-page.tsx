import type { ArticleDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { markBlock } from '../api/block-marks.ts'
import { useResource } from '../api/use-resource.ts'
import { safeHref } from '../format/address.ts'
import { fullTime } from '../format/time.ts'
import { locale, t, tn, wordsFor } from '../i18n/translate.ts'
import { EntityChips } from '../parts/entity-link.tsx'
import { OutsideIcon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { ErrorState, LoadingState } from '../parts/states.tsx'
import { Switcher } from '../parts/switcher.tsx'
import { changeSettings, settings } from '../settings/settings.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'
import { say, sayError } from '../shell/toasts.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ArticleBody, MarkedTitle } from './article/article-body.tsx'
import { BlockMarks } from './article/block-marks.tsx'
import { DroppedBlocks } from './article/dropped-blocks.tsx'
import { MentionCard } from './article/mention-link.tsx'
import { Revisions } from './article/revisions.tsx'
import { TraceSteps } from './article/trace-steps.tsx'
import { WhyHere } from './article/why-here.tsx'

/** One article: its clean text with the names marked, and on wish what was dropped from its page and why. */
export function ArticlePage({ id }: { id: string }) {
  const {
    data: article,
    error,
    loading,
    reload,
  } = useResource<ArticleDetail>(`/articles/${encodeURIComponent(id)}`)
  const [view, setView] = useState<'clean' | 'dropped'>('clean')
  const [marked, setMarked] = useState(0)
  useTitle(article?.title)
  const changed = (): void => {
    setMarked((count) => count + 1)
    say(t('mark.done'))
    // The page is cleaned again behind the scenes
    for (const ms of [1_500, 5_000]) setTimeout(reload, ms)
  }
  const mark = (verdict: 'keep' | 'drop') => (text: string) =>
    void markBlock(id, text, verdict).then(changed, sayError)
  if (!article)
    return (
      <div class="page">
        {loading ? <LoadingState rows={5} /> : <ErrorState error={error} retry={reload} />}
      </div>
    )
  return (
    <div class={`page page-article view-${view}`}>
      <div class="article-bar">
        <Switcher
          label={t('article.view')}
          value={view}
          choices={[
            ['clean', t('article.clean')],
            ['dropped', tn('article.dropped', article.dropped.length)],
          ]}
          change={setView}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={settings.value.marks}
            onChange={(event) => changeSettings({ marks: event.currentTarget.checked })}
          />
          {t('article.marks')}
        </label>
      </div>
      <div class="article-columns">
        <article class="article" lang={article.lang} dir={article.dir}>
          <ArticleHead article={article} />
          <Picture url={article.image?.url} alt={article.image?.alt ?? ''} kind="wide" />
          {article.image?.credit && (
            <p class="picture-credit">
              <bdi>{article.image.credit}</bdi>
            </p>
          )}
          <ArticleBody
            article={article}
            marks={settings.value.marks}
            drop={view === 'dropped' ? mark('drop') : undefined}
          />
        </article>
        {view === 'dropped' && (
          <div>
            <BlockMarks host={article.host} version={marked} changed={changed} />
            <DroppedBlocks dropped={article.dropped} keep={mark('keep')} />
          </div>
        )}
      </div>
      <MentionCard article={article} />
      <div class="article-after">
        {article.entities.length > 0 && (
          <section aria-labelledby="named-title">
            <h2 id="named-title" class="section-title">
              {t('article.named')}
            </h2>
            <EntityChips entities={article.entities} most={40} />
          </section>
        )}
        <WhyHere article={article} />
        <Revisions article={article} />
        <TraceSteps steps={article.trace} />
      </div>
    </div>
  )
}

function ArticleHead({ article }: { article: ArticleDetail }) {
  const original = safeHref(article.url)
  const dir = interfaceDirection()
  return (
    <header class="article-head">
      <p class="article-source">
        <bdi>{article.source.name}</bdi>
        {article.kind !== 'article' && <span class="badge">{wordsFor('kind', article.kind)}</span>}
      </p>
      <h1 class="headline">
        <MarkedTitle article={article} marks={settings.value.marks} />
      </h1>
      {article.authors.length > 0 && (
        <p class="byline dotted">
          {article.authors.map((author) => (
            <span key={author}>
              <bdi>{author}</bdi>
            </span>
          ))}
        </p>
      )}
      <p class="facts">
        <time class="fact" dir={dir} dateTime={article.publishedAt}>
          {fullTime(article.publishedAt, locale())}
        </time>
        {article.modifiedAt && article.modifiedAt !== article.publishedAt && (
          <span class="fact" dir={dir}>
            {t('article.modified', { time: fullTime(article.modifiedAt, locale()) })}
          </span>
        )}
        {article.unavailableAfter && (
          <span class="fact" dir={dir}>
            {t('article.until', { time: fullTime(article.unavailableAfter, locale()) })}
          </span>
        )}
        {article.goneAt && (
          <span class="fact" dir={dir} title={fullTime(article.goneAt, locale())}>
            {t('article.gone')}
          </span>
        )}
        {original && (
          <a class="fact outside" dir={dir} href={original} target="_blank" rel="noopener noreferrer">
            {t('article.original')}
            <OutsideIcon />
          </a>
        )}
        {article.eventId !== undefined && (
          <Link className="fact" dir={dir} href={`/events/${encodeURIComponent(article.eventId)}`}>
            {t('article.event')}
          </Link>
        )}
      </p>
    </header>
  )
}
