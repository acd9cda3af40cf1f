/** The parts of a WHERE, and the values they stand for; foreign text only ever travels as a value. */
export class Conditions {
  readonly values: unknown[] = []
  readonly #parts: string[] = []

  /** Keeps a value and returns its placeholder. */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  add(sql: string): void {
    this.#parts.push(sql)
  }

  /** Adds the condition when there is a value. */
  addIf<T>(value: T | undefined, sql: (placeholder: string) => string): void {
    if (value !== undefined) this.add(sql(this.value(value)))
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.map((part) => `(${part})`).join(' AND ')
  }
}
