import type { Vocabulary } from './vocabulary.ts'

/** In how many articles each word stands, and how many words that makes together. */
export class Bag {
  readonly counts = new Map<number, number>()
  total = 0

  add(id: number, count = 1): void {
    this.counts.set(id, (this.counts.get(id) ?? 0) + count)
    this.total += count
  }

  addAll(other: Bag): void {
    for (const [id, count] of other.counts) this.counts.set(id, (this.counts.get(id) ?? 0) + count)
    this.total += other.total
    if (this.counts.size > 2 * KEPT) this.shrink()
  }

  private shrink(): void {
    const kept = [...this.counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT)
    this.counts.clear()
    for (const [id, count] of kept) this.counts.set(id, count)
  }
}

/** Words a bag keeps when it overflows. */
const KEPT = 240
/** Words of a title, for turning a share of articles into a share of words. */
const WORDS_A_TITLE = 8
const MOST_SHARE = 0.3

/**
 * How much likelier two bags are as one happening's words than as two's, in nats: the Bayes factor of Dirichlet-compound
 * multinomials whose prior is the stream's own words (R. Madsen, D. Kauchak, C. Elkan, 2005, for bursts of words). Words of
 * the stream at large count for little, a word both say again and again for much, and long bags that share little speak
 * against. `alpha` is how much a happening keeps to the stream's words, `temper` what one more telling of a word is worth.
 */
export function surprise(a: Bag, b: Bag, vocabulary: Vocabulary, alpha: number, temper: number): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let sum = 0
  for (const [id, n] of small.counts) {
    const m = large.counts.get(id)
    if (m === undefined) continue
    const prior = (alpha * Math.min(MOST_SHARE, vocabulary.share(id))) / WORDS_A_TITLE
    sum += both(prior, temper * n, temper * m)
  }
  return sum - both(alpha, temper * a.total, temper * b.total)
}

/** ln Γ(x + n + m) + ln Γ(x) − ln Γ(x + n) − ln Γ(x + m) */
const both = (x: number, n: number, m: number): number =>
  lnGamma(x + n + m) + lnGamma(x) - lnGamma(x + n) - lnGamma(x + m)

/** Stirling's series, from 6 upwards; below by Γ(x) = Γ(x + 1) / x. */
function lnGamma(x: number): number {
  let product = 1
  while (x < 6) product *= x++
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.9189385332046727 +
    1 / (12 * x) -
    1 / (360 * x * x * x) -
    Math.log(product)
  )
}
