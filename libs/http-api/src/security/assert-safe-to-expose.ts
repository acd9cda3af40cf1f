import { isLoopback } from './loopback.ts'

/** Throws when others could reach the queue dashboard without a password; call it before listening. */
export function assertSafeToExpose(host: string, adminPassword: string | undefined): void {
  if (isLoopback(host)) return
  if (!adminPassword)
    throw new Error(
      `Cannot listen on "${host}" without ADMIN_PASSWORD: others could reach the queue dashboard; set ADMIN_PASSWORD, or HOST=127.0.0.1`,
    )
}
