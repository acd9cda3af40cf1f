import { useEffect } from 'preact/hooks'

/** The window's title: the page's own, then the product's name. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Newsbraid` : 'Newsbraid'
  }, [title])
}
