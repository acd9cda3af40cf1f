/** Tells why a process can't go on, cause by cause, on the error output, and sets exit code 1. */
export function tellFailure(name: string, error: unknown): void {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    console.error(e === error ? `${name}: ${e.message}` : `  because: ${e.message}`)
  if (!(error instanceof Error)) console.error(`${name}: ${String(error)}`)
  process.exitCode = 1
}
