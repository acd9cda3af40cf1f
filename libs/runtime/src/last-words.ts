import { isUnreachable } from '@newsbraid/store'
import type { Logger } from 'pino'

/** What a process that can't be trusted any more may still spend on letting go of what it holds. */
const LAST_MS = 5000

/**
 * Errors nobody caught. Where a server went away, nothing is half done: what was in hand is taken up again out of the
 * store, so it is told and the process goes on. Anything else leaves the process in a state nobody knows: it is told,
 * `stop` gets a few seconds, and the process ends with code 1 for whoever supervises it to start anew.
 */
export function watchForUncaught(logger: Pick<Logger, 'warn' | 'fatal'>, stop: () => Promise<void>): void {
  let ending = false
  const onError = (error: unknown) => {
    if (isUnreachable(error))
      return logger.warn({ err: error }, 'a connection broke while nobody waited for it')
    logger.fatal({ err: error }, 'an error nobody caught; the process ends')
    process.exitCode = 1
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), LAST_MS).unref()
    void stop()
      .catch(() => {})
      .finally(() => process.exit(1))
  }
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
}
