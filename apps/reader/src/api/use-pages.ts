import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { withQuery } from '../format/address.ts'
import { getJson } from './request.ts'

export type Page<T> = { items: T[]; nextCursor?: string; total: number }
export type Pages<T> = {
  items: T[] | undefined
  total: number
  error: unknown
  loading: boolean
  hasMore: boolean
  more: () => void
  reload: () => void
}

type Kept<T> = Page<T> & { at: number }
const FRESH_MS = 30_000
const KEPT = 30
const lists = new Map<string, Kept<unknown>>()

/** A list of the API read page by page. Going back to a list shows all of it again at once, so that the place in it holds. */
export function usePages<T extends { id: string }>(
  path: string,
  query: Record<string, string | number | undefined>,
): Pages<T> {
  const first = withQuery(path, query)
  const [, redraw] = useState(0)
  const [turn, setTurn] = useState(0)
  const state = useRef({ first, error: undefined as unknown, loading: false })
  if (state.current.first !== first) state.current = { first, error: undefined, loading: false }
  const list = lists.get(first) as Kept<T> | undefined

  const load = useCallback(
    async (cursor: string | undefined, signal: AbortSignal) => {
      state.current = { first, error: undefined, loading: true }
      redraw((n) => n + 1)
      try {
        const page = await getJson<Page<T>>(withQuery(path, { ...query, cursor }), signal)
        const before = cursor === undefined ? [] : ((lists.get(first) as Kept<T> | undefined)?.items ?? [])
        const seen = new Set(before.map((item) => item.id))
        keep(first, { ...page, items: [...before, ...page.items.filter((item) => !seen.has(item.id))] })
        state.current = { first, error: undefined, loading: false }
      } catch (error) {
        if (signal.aborted) return
        state.current = { first, error, loading: false }
      }
      redraw((n) => n + 1)
    },
    [first],
  )

  useEffect(() => {
    const before = lists.get(first)
    if (before && turn === 0 && Date.now() - before.at < FRESH_MS) return
    const abort = new AbortController()
    // A list that was read further down is only read anew from the top when asked to
    if (before && turn === 0 && before.items.length > Number(query['limit'] ?? 0)) return
    void load(undefined, abort.signal)
    return () => abort.abort()
  }, [first, turn])

  return {
    items: list?.items,
    total: list?.total ?? 0,
    error: state.current.error,
    loading: state.current.loading || (!list && state.current.error === undefined),
    hasMore: list?.nextCursor !== undefined,
    more: () => {
      if (!state.current.loading && list?.nextCursor !== undefined)
        void load(list.nextCursor, new AbortController().signal)
    },
    reload: () => setTurn((n) => n + 1),
  }
}

/** Forgets the lists under a path, after a change on the server. */
export function forgetLists(path: string): void {
  for (const first of [...lists.keys()]) if (first.startsWith(path)) lists.delete(first)
}

function keep<T>(first: string, page: Page<T>): void {
  lists.delete(first)
  lists.set(first, { ...page, at: Date.now() })
  const oldest = lists.keys().next().value
  if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest)
}
