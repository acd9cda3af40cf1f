const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again and again until `ask` answers something true; throws after `limitMs`, saying what it waited for and how things stood. */
export async function until<T>(
  what: string,
  limitMs: number,
  ask: () => Promise<T | false>,
  stand: () => string = () => '',
  pauseMs = 400,
): Promise<T> {
  const end = performance.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer !== false) return answer
    if (performance.now() > end)
      throw new Error(`Waited ${limitMs / 1000} s in vain until ${what}\n${stand()}`)
    await sleep(pauseMs)
  }
}
