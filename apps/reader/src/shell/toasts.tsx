import { signal } from '@preact/signals'
import { Link } from 'wouter-preact'
import { errorWords } from '../parts/states.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { t } from '../i18n/translate.ts'

type Way = { text: string; href: string }
type Toast = { id: number; text: string; failed: boolean; way?: Way | undefined }
const SHOWN_MS = 6_000
const toasts = signal<Toast[]>([])
let count = 0

/** Says in passing what came of an action, with a way to go on from there. */
export function say(text: string, way?: Way): void {
  show({ text, failed: false, way }, SHOWN_MS)
}

/** Says in passing why an action failed. */
export function sayError(error: unknown): void {
  const { title, detail } = errorWords(error)
  show({ text: detail ? `${title} – ${detail}` : title, failed: true }, SHOWN_MS * 2)
}

function show(toast: Omit<Toast, 'id'>, shownMs: number): void {
  const id = (count += 1)
  toasts.value = [...toasts.value.slice(-3), { ...toast, id }]
  setTimeout(() => dismiss(id), shownMs)
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, failed, way }) => (
        <div key={id} class={failed ? 'toast toast-failed' : 'toast'}>
          <span dir="auto">{text}</span>
          {way && <Link href={way.href}>{way.text}</Link>}
          <button type="button" class="icon-button" aria-label={t('close')} onClick={() => dismiss(id)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  )
}
