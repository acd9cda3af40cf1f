import { useEffect } from 'preact/hooks'

const places = new Map<string, number>()
let goingBack: { to: string; place: number } | undefined

const here = (): string => location.pathname + location.search

/** Starts remembering how far each page was read, so that going back lands at the same line. */
export function startScrollMemory(): void {
  history.scrollRestoration = 'manual'
  addEventListener('scroll', () => places.set(here(), scrollY), { passive: true })
  addEventListener('popstate', () => (goingBack = { to: here(), place: places.get(here()) ?? 0 }))
}

/** After a change of page: back to the remembered line, or to the top with the focus on the main part. */
export function useScrollMemory(path: string): void {
  useEffect(() => {
    const back = goingBack
    goingBack = undefined
    // A link within the page fires popstate too, and must not count for the next page
    if (back?.to === here()) {
      requestAnimationFrame(() => scrollTo(0, back.place))
      return
    }
    if (document.activeElement && document.activeElement !== document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [path])
}
