import { contextFeatures, phraseMarks, quotedWords, wordFeatures } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import { decodeModel, type Model, type PackedModel } from './model.ts'
import { sentences, type Token } from './tokens.ts'
import { type Names, type WordInfo, wordInfo } from './word-info.ts'

export type Tagged = { /** Label of each token, as `B-PER` */ labels: string[]; words: WordInfo[] }
export type Tagger = { tag(all: readonly Token[]): Tagged }

const MAX_CACHED = 40_000
const OFFSETS = [0, -1, 1, -2, 2]

/** A tagger over a lexicon and a trained model; scores of single words are kept between calls, answers do not depend on it. */
export function taggerOf(packed: PackedModel, lexicon: Lexicon, names: Names): Tagger {
  const model = decodeModel(packed)
  const buffer = new Int32Array(400)
  let cache = new Map<string, WordInfo>()
  const infoOf = (surface: string): WordInfo => {
    const known = cache.get(surface)
    if (known) return known
    const info = wordInfo(surface, lexicon, names)
    if (cache.size >= MAX_CACHED) cache = new Map()
    cache.set(surface, info)
    return info
  }
  return {
    tag(all) {
      const words = all.map((t) => infoOf(t.text))
      const labels: string[] = []
      for (const [from, to] of sentences(all)) {
        const part = words.slice(from, to)
        const quoted = quotedWords(all.slice(from, to).map((t) => t.text))
        for (const label of decode(model, emissions(model, part, phraseMarks(part, lexicon), quoted, buffer)))
          labels.push(model.labels[label] as string)
      }
      return { labels, words }
    },
  }
}

function emissions(
  model: Model,
  words: WordInfo[],
  marks: Int8Array,
  quoted: Uint8Array,
  buffer: Int32Array,
) {
  const n = model.labels.length
  const scores = new Float32Array(words.length * n)
  for (let i = 0; i < words.length; i++) {
    for (let o = 0; o < OFFSETS.length; o++) {
      const w = words[i + (OFFSETS[o] as number)]
      if (!w) continue
      let row = w.scores[o]
      if (!row) {
        row = new Float32Array(n)
        addRows(model, buffer, wordFeatures(w, OFFSETS[o] as number, buffer, 0), row, 0)
        w.scores[o] = row
      }
      for (let l = 0; l < n; l++) scores[i * n + l]! += row[l] as number
    }
    addRows(model, buffer, contextFeatures(words, marks, quoted, i, buffer), scores, i * n)
  }
  return scores
}

function addRows(model: Model, features: Int32Array, count: number, into: Float32Array, at: number): void {
  const n = model.labels.length
  const { weights } = model
  for (let f = 0; f < count; f++) {
    const row = model.rowOf(features[f] as number)
    if (row < 0) continue
    for (let l = 0, r = row * n; l < n; l++) into[at + l]! += weights[r + l] as number
  }
}

/** Viterbi's best path. */
function decode(model: Model, scores: Float32Array): number[] {
  const n = model.labels.length
  const length = scores.length / n
  if (!length) return []
  const back = new Uint8Array(scores.length)
  let previous = new Float64Array(n)
  for (let l = 0; l < n; l++) previous[l] = (scores[l] as number) + (model.transitions[n * n + l] as number)
  for (let i = 1; i < length; i++) {
    const current = new Float64Array(n)
    for (let l = 0; l < n; l++) {
      let best = -Infinity
      let from = 0
      for (let k = 0; k < n; k++) {
        const score = (previous[k] as number) + (model.transitions[k * n + l] as number)
        if (score > best) {
          best = score
          from = k
        }
      }
      current[l] = best + (scores[i * n + l] as number)
      back[i * n + l] = from
    }
    previous = current
  }
  let label = previous.indexOf(Math.max(...previous))
  const path = new Array<number>(length)
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label
    label = back[i * n + label] as number
  }
  return path
}
