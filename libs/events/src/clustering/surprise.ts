import { type Sparse, Sum } from './sparse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** In how many articles each word stands, and how many words that makes together. */
export class Bag extends Sum {
  total = 0

  /** Counts the words of one article, ascending; without weights each once. */
  count({ ids, weights }: Pick<Sparse, 'ids'> & { weights?: Float32Array }): void {
    const counts = weights ?? new Float32Array(ids.length).fill(1)
    for (const count of counts) this.total += count
    this.add({ ids, weights: counts })
  }

  override addAll(other: Bag): void {
    super.addAll(other)
    this.total += other.total
  }
}

/** Words of a title, for turning a share of articles into a share of words. */
const WORDS_A_TITLE = 8
const MOST_SHARE = 0.3

/**
 * How much likelier two bags are as one happening's words than as two's, in nats: the Bayes factor of Dirichlet-compound
 * multinomials whose prior is the stream's own words (R. Madsen, D. Kauchak, C. Elkan, 2005, for bursts of words). Words of
 * the stream at large count for little, a word both say again and again for much, and long bags that share little speak
 * against. `alpha` is how much a happening keeps to the stream's words, `temper` what one more telling of a word is worth.
 */
export function surprise(meeting: Meeting, alpha: number, temper: number): number {
  const { shares, left, right } = meeting
  let sum = 0
  for (let i = 0; i < shares.length; i++)
    sum += both((alpha * shares[i]!) / WORDS_A_TITLE, temper * left[i]!, temper * right[i]!)
  return sum - both(alpha, temper * meeting.totals[0], temper * meeting.totals[1])
}

/** Words that two bags share: their share of the stream's articles, how often each side says them, and the words of each in all. */
export type Meeting = { shares: number[]; left: number[]; right: number[]; totals: [number, number] }

export function meet(a: Bag, b: Bag, vocabulary: Vocabulary): Meeting {
  const meeting: Meeting = { shares: [], left: [], right: [], totals: [a.total, b.total] }
  const n = a.ids.length,
    m = b.ids.length
  for (let i = 0, j = 0; i < n && j < m;) {
    const x = a.ids[i]!,
      y = b.ids[j]!
    if (x === y) {
      meeting.shares.push(Math.min(MOST_SHARE, vocabulary.share(x)))
      meeting.left.push(a.weights[i++]!)
      meeting.right.push(b.weights[j++]!)
    } else if (x < y) i++
    else j++
  }
  return meeting
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
