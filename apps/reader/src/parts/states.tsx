import type { ComponentChildren } from 'preact'
import { ApiError } from '../api/request.ts'
import { problemText, t } from '../i18n/translate.ts'

/** What went wrong, in words: the problem's own detail, else what its status means. */
export function errorWords(error: unknown): { title: string; detail: string | undefined } {
  if (error instanceof ApiError) {
    const { title, status, detail } = error.problem
    const known = problemText(status)
    return { title: known ?? title, detail: detail ?? (known && known !== title ? title : undefined) }
  }
  return { title: t('problem.unreachable'), detail: t('problem.unreachable.todo') }
}

/** An error in place of a page or a list, with the way out of it. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail } = errorWords(error)
  return (
    <div class="state state-error" role="alert">
      <p class="state-title">{title}</p>
      {detail && (
        <p dir="auto" class="state-detail">
          {detail}
        </p>
      )}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t('again')}
        </button>
      )}
    </div>
  )
}

/** Nothing there: says so, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      {children && <div class="state-detail">{children}</div>}
    </div>
  )
}

/** Grey lines in the shape of what is coming. */
export function LoadingState({ rows = 4 }: { rows?: number }) {
  return (
    <div class="loading" role="status">
      <span class="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} class="loading-row" aria-hidden="true">
          <span class="bone bone-title" />
          <span class="bone" />
          <span class="bone bone-short" />
        </div>
      ))}
    </div>
  )
}

/** An error above a list that is still shown from before. */
export function ErrorLine({ error, retry }: { error: unknown; retry: () => void }) {
  if (error === undefined) return null
  const { title, detail } = errorWords(error)
  return (
    <p class="error-line" role="alert">
      <span>
        {title}
        {detail ? ` – ${detail}` : ''}
      </span>
      <button type="button" class="button button-small" onClick={retry}>
        {t('again')}
      </button>
    </p>
  )
}
