import { signal } from '@preact/signals'

const STEP_MS = 30_000

/** The present moment in milliseconds, moved on every half minute so that "3 minutes ago" stays true. */
export const nowMs = signal(Date.now())
setInterval(() => (nowMs.value = Date.now()), STEP_MS)
