import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { t } from '../i18n/translate.ts'
import type { StringKey } from '../i18n/en.ts'

const helpShown = signal(false)
export const showKeys = (): void => {
  helpShown.value = true
}

const PLACES: Record<string, string> = { e: '/', f: '/search', s: '/sources', p: '/pipeline', o: '/settings' }

/** j/k move through the list, / goes to the search field, g and a letter to a page, ? shows all keys. */
export function useKeyboard(): void {
  const [, go] = useLocation()
  useEffect(() => {
    let afterG = 0
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const place = PLACES[event.key]
      if (afterG > Date.now() - 1500 && place) {
        afterG = 0
        go(place)
      } else if (event.key === 'g') afterG = Date.now()
      else if (event.key === '/') focusSearch(go)
      else if (event.key === '?') showKeys()
      else if (event.key === 'j' || event.key === 'k') moveInList(event.key === 'j' ? 1 : -1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function focusSearch(go: (path: string) => void): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=search]')]
  const field = fields.find((one) => one.offsetParent !== null)
  if (field) {
    field.focus()
    field.select()
  } else go('/search')
}

function moveInList(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter(
    (item) => item.offsetParent !== null,
  )
  const now = items.findIndex((item) => item === document.activeElement)
  const next =
    items[now < 0 ? (step === 1 ? 0 : items.length - 1) : Math.min(Math.max(now + step, 0), items.length - 1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  })
}

const KEYS: [string[], StringKey][] = [
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['/'], 'keys.search'],
  [['g', 'e'], 'nav.events'],
  [['g', 'f'], 'nav.search'],
  [['g', 's'], 'nav.sources'],
  [['g', 'p'], 'nav.pipeline'],
  [['g', 'o'], 'nav.settings'],
  [['?'], 'keys.help'],
]

/** The table of keys, opened with `?`. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const shown = helpShown.value
  useEffect(() => {
    if (shown && dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [shown])
  if (!shown) return null
  const close = (): void => {
    helpShown.value = false
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{t('keys.title')}</h2>
      <dl class="keys">
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-actions">
        <button type="button" class="button button-main" onClick={close}>
          {t('close')}
        </button>
      </div>
    </dialog>
  )
}
