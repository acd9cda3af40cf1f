import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether two secrets are equal, in a time that tells neither length nor common beginning. */
export const isSameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(digest(given), digest(wanted))

/** Whether the secret is one of these; looks at all of them. */
export function isOneOfSecrets(given: string, wanted: readonly string[]): boolean {
  let found = false
  for (const one of wanted) found = isSameSecret(given, one) || found
  return found
}
