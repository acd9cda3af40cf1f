import type { Logger } from 'pino'

export type Repeating = { now: () => void; stop: () => Promise<void> }

/**
 * Calls `act` again and again, each time after the pause it asked for, or sooner when `now` is called, but never twice
 * within `shortestMs`. A failure is told and tried again, with longer pauses while it lasts.
 */
export function repeat(
  logger: Pick<Logger, 'warn'>,
  what: string,
  act: () => Promise<number>,
  shortestMs = 0,
): Repeating {
  let stopped = false
  let again = false
  let failures = 0
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = (async () => {
    while (!stopped) {
      again = false
      const begun = performance.now()
      let pauseMs: number
      try {
        pauseMs = await act()
        failures = 0
      } catch (error) {
        pauseMs = Math.min(5000, 500 * 2 ** failures++)
        if (!stopped) logger.warn({ err: error }, `${what} failed and is tried again`)
      }
      if (!stopped && !again) await pause(pauseMs)
      for (let leftMs; !stopped && (leftMs = begun + shortestMs - performance.now()) > 0;) await pause(leftMs)
    }
  })()
  return {
    now() {
      // Asking more often is no cure for what fails
      if (failures > 0) return
      again = true
      wake()
    },
    async stop() {
      stopped = true
      wake()
      await loop
    },
  }
}
