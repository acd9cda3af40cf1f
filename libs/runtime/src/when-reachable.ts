import { isUnreachable } from '@newsbraid/store'
import type { Logger } from 'pino'

/** Services may start before the servers they need; containers that start together do. */
const PATIENCE_MS = 60_000
const PAUSE_MS = 1000

/**
 * Opens what may not answer yet: tries again while it can't be reached, a minute at most, and says so once. Any other
 * failure (a wrong password, a newer schema) is thrown at once.
 */
export async function whenReachable<T>(
  logger: Pick<Logger, 'info'>,
  what: string,
  open: () => Promise<T>,
  { patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS } = {},
): Promise<T> {
  const end = performance.now() + patienceMs
  for (let tries = 0; ; tries++) {
    try {
      return await open()
    } catch (error) {
      if (!isUnreachable(error) || performance.now() + pauseMs > end) throw error
      if (tries === 0)
        logger.info({ err: error, patienceMs }, `the ${what} can't be reached yet; waiting for it`)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
