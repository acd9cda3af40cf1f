import { useEffect } from 'preact/hooks'

const places = new Map<string, number>()
let goingBack: number | undefined

const here = (): string => location.pathname + location.search

/** Starts remembering how far each page was read, so that going back lands at the same line. */
export function startScrollMemory(): void {
  history.scrollRestoration = 'manual'
  addEventListener('scroll', () => places.set(here(), scrollY), { passive: true })
  addEventListener('popstate', () => (goingBack = places.get(here()) ?? 0))
}

/** After a change of page: back to the remembered line, or to the top with the focus on the main part. */
export function useScrollMemory(path: string): void {
  useEffect(() => {
    const back = goingBack
    goingBack = undefined
    if (back !== undefined) {
      requestAnimationFrame(() => scrollTo(0, back))
      return
    }
    if (document.activeElement && document.activeElement !== document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [path])
}
