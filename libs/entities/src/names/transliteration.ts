import { transliteration } from '../../models/names/model.js'

const MAX_ARABIC = 2
const MAX_LATIN = 3
const MAX_LETTERS = 24
/** Log-probability of a letter the table has never seen. */
const UNSEEN = -9

let table: Map<string, number> | undefined
function units(): Map<string, number> {
  if (table) return table
  table = new Map()
  for (const unit of transliteration.units.split(' ')) {
    const cut = unit.lastIndexOf(':')
    table.set(unit.slice(0, cut), Number(unit.slice(cut + 1)) / 10)
  }
  return table
}

/**
 * How much likelier an Arabic and a Latin word are as two spellings of one name than as two words met by chance: log of
 * the ratio, divided by the length in letters. Best path over letter groups of a joint multigram model. Both folded.
 */
export function transliterationScore(arabic: string, latin: string): number {
  const m = Math.min(arabic.length, MAX_LETTERS)
  const n = Math.min(latin.length, MAX_LETTERS)
  if (!m || !n) return -Infinity
  const known = units()
  const width = n + 1
  const best = new Float64Array((m + 1) * width).fill(-Infinity)
  best[0] = 0
  for (let i = 0; i <= m; i++)
    for (let j = 0; j <= n; j++) {
      const here = best[i * width + j] as number
      if (here === -Infinity) continue
      for (let a = 0; a <= MAX_ARABIC && i + a <= m; a++)
        for (let l = 0; l <= MAX_LATIN && j + l <= n; l++) {
          if ((!a && l !== 1) || (!l && a !== 1)) continue
          const score = known.get(`${arabic.slice(i, i + a)}:${latin.slice(j, j + l)}`)
          if (score === undefined) continue
          const at = (i + a) * width + j + l
          if (here + score > (best[at] as number)) best[at] = here + score
        }
    }
  const joint = best[m * width + n] as number
  if (joint === -Infinity) return -Infinity
  let chance = 0
  for (const c of arabic.slice(0, m)) chance += transliteration.arabic[c] ?? UNSEEN
  for (const c of latin.slice(0, n)) chance += transliteration.latin[c] ?? UNSEEN
  return (joint - chance) / ((m + n) / 2)
}
