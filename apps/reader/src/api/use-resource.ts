import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { getJson } from './request.ts'

export type Resource<T> = {
  data: T | undefined
  error: unknown
  loading: boolean
  /** Asks again; what is shown stays until the answer is there */
  reload: () => void
  /** Puts an answer that a change brought in place of what is shown */
  replace: (data: T) => void
}

const FRESH_MS = 10_000
const KEPT = 60
const kept = new Map<string, { data: unknown; at: number }>()

/** The JSON at a path of the API. What was seen before shows at once and is asked again when older than ten seconds; `undefined` asks nothing. */
export function useResource<T>(path: string | undefined): Resource<T> {
  const [, redraw] = useState(0)
  const [turn, setTurn] = useState(0)
  const failed = useRef<{ path: string | undefined; error: unknown }>({ path, error: undefined })
  const loading = useRef(false)
  const entry = path === undefined ? undefined : kept.get(path)

  useEffect(() => {
    if (path === undefined) return
    const before = kept.get(path)
    if (before && turn === 0 && Date.now() - before.at < FRESH_MS) return
    const abort = new AbortController()
    loading.current = true
    getJson<T>(path, abort.signal)
      .then((data) => {
        remember(path, data)
        failed.current = { path, error: undefined }
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) failed.current = { path, error }
      })
      .finally(() => {
        if (abort.signal.aborted) return
        loading.current = false
        redraw((n) => n + 1)
      })
    redraw((n) => n + 1)
    return () => abort.abort()
  }, [path, turn])

  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const replace = useCallback(
    (data: T) => {
      if (path !== undefined) remember(path, data)
      redraw((n) => n + 1)
    },
    [path],
  )
  const error = failed.current.path === path ? failed.current.error : undefined
  return {
    data: entry?.data as T | undefined,
    error,
    loading: loading.current || (!entry && !error),
    reload,
    replace,
  }
}

/** Forgets what was seen under paths that begin so, after a change on the server. */
export function forget(prefix: string): void {
  for (const path of [...kept.keys()]) if (path.startsWith(prefix)) kept.delete(path)
}

function remember(path: string, data: unknown): void {
  kept.delete(path)
  kept.set(path, { data, at: Date.now() })
  const oldest = kept.keys().next().value
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
