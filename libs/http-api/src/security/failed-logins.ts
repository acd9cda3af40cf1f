const WINDOW_MS = 60_000
const MAX_FAILURES = 20
const MAX_ADDRESSES = 10_000

/** Counts wrong passwords by the socket's address: twenty in a minute, then a pause until the minute is over. */
export class FailedLogins {
  readonly #failures = new Map<string, { count: number; untilMs: number }>()

  /** Seconds to wait before the next try; 0 when it may try. */
  waitSeconds(address: string, nowMs: number): number {
    const entry = this.#failures.get(address)
    if (!entry || entry.untilMs <= nowMs || entry.count < MAX_FAILURES) return 0
    return Math.ceil((entry.untilMs - nowMs) / 1000)
  }

  add(address: string, nowMs: number): void {
    const entry = this.#failures.get(address)
    if (entry && entry.untilMs > nowMs) {
      entry.count += 1
      return
    }
    this.#failures.delete(address)
    // The oldest goes first, so a flood of addresses can't fill the memory
    if (this.#failures.size >= MAX_ADDRESSES) this.#failures.delete(this.#failures.keys().next().value ?? '')
    this.#failures.set(address, { count: 1, untilMs: nowMs + WINDOW_MS })
  }
}
