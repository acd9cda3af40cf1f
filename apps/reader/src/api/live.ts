import type { Change, ChangeKind } from '@newsbraid/model'
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { API } from './request.ts'

/** Every kind of change the stream tells of. */
const KINDS: readonly ChangeKind[] = [
  'event-new',
  'event-developed',
  'event-copied',
  'event-merged',
  'event-split',
  'quarantined',
]
const RETRY_MS = 15_000

/** Whether the stream of server-sent events stands; without it pages ask by the clock. */
export const streamOpen = signal(false)
const beats = new EventTarget()
let readers = 0
let stream: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined

/**
 * Calls `refresh` when the service tells of something new, at most once every `leastMs`, and every `pollMs` in any case.
 * Does nothing while the page is hidden, and catches up when it is seen again.
 */
export function useLive(refresh: () => void, leastMs: number, pollMs: number): void {
  const latest = useRef(refresh)
  latest.current = refresh
  useEffect(() => {
    let last = Date.now()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const run = (): void => {
      waiting = undefined
      if (document.hidden) return
      last = Date.now()
      latest.current()
    }
    const onBeat = (): void => {
      waiting ??= setTimeout(run, Math.max(0, last + leastMs - Date.now()))
    }
    const onSeen = (): void => {
      if (!document.hidden && Date.now() - last > leastMs) onBeat()
    }
    const clock = setInterval(run, pollMs)
    beats.addEventListener('beat', onBeat)
    document.addEventListener('visibilitychange', onSeen)
    openStream()
    return () => {
      clearInterval(clock)
      clearTimeout(waiting)
      beats.removeEventListener('beat', onBeat)
      document.removeEventListener('visibilitychange', onSeen)
      closeStream()
    }
  }, [leastMs, pollMs])
}

/** Calls `hear` with each change the service tells of, as long as the component stands. */
export function useChanges(hear: (change: Change) => void): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const onChange = (event: Event): void => {
      if (event instanceof CustomEvent) latest.current(event.detail as Change)
    }
    beats.addEventListener('change', onChange)
    openStream()
    return () => {
      beats.removeEventListener('change', onChange)
      closeStream()
    }
  }, [])
}

function openStream(): void {
  readers += 1
  if (readers === 1) connect()
}

function closeStream(): void {
  readers -= 1
  // The next page may listen too: the stream is only closed when nobody took it over
  setTimeout(() => {
    if (readers > 0) return
    clearTimeout(retry)
    stream?.close()
    stream = undefined
    streamOpen.value = false
  }, 1000)
}

function connect(): void {
  if (stream) return
  const opened = new EventSource(`${API}/stream`)
  stream = opened
  opened.addEventListener('open', () => (streamOpen.value = true))
  opened.addEventListener('error', () => {
    streamOpen.value = false
    // A stream that was refused is not tried again by the browser
    if (opened.readyState !== EventSource.CLOSED || stream !== opened) return
    stream = undefined
    clearTimeout(retry)
    retry = setTimeout(() => {
      if (readers > 0) connect()
    }, RETRY_MS)
  })
  for (const name of KINDS)
    opened.addEventListener(name, ({ data }: MessageEvent<string>) => {
      beats.dispatchEvent(new Event('beat'))
      beats.dispatchEvent(new CustomEvent<Change>('change', { detail: JSON.parse(data) as Change }))
    })
}
