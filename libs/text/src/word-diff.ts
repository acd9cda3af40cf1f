import { diffArrays } from 'diff'

/** A run of text that both versions have, or only the former (`removed`), or only the latter (`added`). */
export type DiffPart = { op: 'same' | 'added' | 'removed'; text: string }

/** Words with their marks and apostrophes, runs of white space, and every other sign alone. */
const TOKENS = /[\p{L}\p{N}\p{M}\u0640]+(?:['’][\p{L}\p{M}]+)*|\s+|[^\s\p{L}\p{N}\p{M}]/gu
/** Beyond so many different words of one passage its two versions are told whole. */
const MOST_EDITS = 1500

/**
 * What changed between two versions, word by word (Myers 1986, paragraphs first, so that long texts cost little). The
 * parts that are not `added` give the former text back, those that are not `removed` the latter.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  const passages = diffArrays(passagesOf(before), passagesOf(after))
  for (let i = 0; i < passages.length; i++) {
    const [one, next] = [passages[i], passages[i + 1]]
    if (!one) continue
    if (one.removed && next?.added) {
      push(parts, ...passageDiff(one.value.join(''), next.value.join('')))
      i++
    } else push(parts, { op: opOf(one), text: one.value.join('') })
  }
  return parts
}

const passagesOf = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
const opOf = ({ added, removed }: { added: boolean; removed: boolean }): DiffPart['op'] =>
  added ? 'added' : removed ? 'removed' : 'same'

function passageDiff(before: string, after: string): DiffPart[] {
  const changes = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], {
    maxEditLength: MOST_EDITS,
  })
  if (!changes)
    return [
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ]
  return readable(changes.map((change) => ({ op: opOf(change), text: change.value.join('') })))
}

/** White space between two changed words belongs to the change: else a rewritten sentence reads word by word. */
function readable(parts: readonly DiffPart[]): DiffPart[] {
  const told: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') push(told, { op: 'removed', text: removed })
    if (added !== '') push(told, { op: 'added', text: added })
    removed = added = ''
  }
  for (const [i, { op, text }] of parts.entries()) {
    const isBridge = op === 'same' && /^\s+$/.test(text) && removed + added !== '' && i + 1 < parts.length
    if (op === 'removed' || isBridge) removed += text
    if (op === 'added' || isBridge) added += text
    if (op === 'same' && !isBridge) {
      flush()
      push(told, { op, text })
    }
  }
  flush()
  return told
}

function push(parts: DiffPart[], ...more: DiffPart[]): void {
  for (const part of more) {
    const last = parts.at(-1)
    if (part.text === '') continue
    if (last?.op === part.op) last.text += part.text
    else parts.push({ ...part })
  }
}
