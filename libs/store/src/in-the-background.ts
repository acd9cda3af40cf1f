/** Milliseconds of work before others have their turn */
const SLICE_MS = 15

/** Runs steps to their end, letting everything else in the process go on between slices of them. */
export async function inTheBackground<T>(steps: Iterator<unknown, T>): Promise<T> {
  for (let begun = performance.now(); ;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - begun < SLICE_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    begun = performance.now()
  }
}
