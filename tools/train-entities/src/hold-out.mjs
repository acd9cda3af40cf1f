const BLOCK = 40

/**
 * What a trial leaves out: `part` "0/5" is every fifth document, or block of 40 sentences where a corpus doesn't name its
 * documents, so that a name of the training part is not met again in the same report.
 */
export function holdOut(part) {
  if (!part) return undefined
  const [fold, folds] = part.split('/').map(Number)
  return {
    leavesOut: (row, n) => (row.doc ? hashOf(row.doc) : Math.floor(n / BLOCK)) % folds === fold,
    leavesOutTemplate: (n) => n % folds === fold,
  }
}

const hashOf = (text) => [...text].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 1000003, 7)

/** Prints exact F1 of a tagger over sentences `{ text, spans }` by set: the bare tagger, without the document's consistency. */
export function scoreHeld(held, tagger, lib, language) {
  for (const [name, sentences] of Object.entries(held)) {
    const counts = {}
    for (const { text, spans } of sentences) {
      const all = lib.tokens(text, language)
      const gold = spans.map(([a, b, type]) => {
        const from = all.findIndex((t) => t.end > a)
        let to = from
        while (to < all.length && all[to].start < b) to++
        return `${from} ${to} ${type}`
      })
      const found = spansOf(tagger.tag(all).labels)
      for (const [list, other, field] of [
        [gold, found, 'gold'],
        [found, gold, 'found'],
      ])
        for (const span of list)
          for (const type of [span.split(' ')[2], 'all']) {
            const count = (counts[type] ??= { gold: 0, found: 0, right: 0 })
            count[field]++
            if (field === 'gold' && other.includes(span)) count.right++
          }
    }
    const f1 = ({ gold, found, right }) => ((200 * right) / (gold + found)).toFixed(1)
    console.log(
      `held ${name.padEnd(10)} ${sentences.length} sentences  ${Object.entries(counts)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([type, c]) => `${type} ${f1(c)}`)
        .join('  ')}`,
    )
  }
}

function spansOf(labels) {
  const spans = []
  for (let i = 0; i < labels.length; i++) {
    if (!labels[i].startsWith('B-')) continue
    const type = labels[i].slice(2)
    let to = i + 1
    while (labels[to] === `I-${type}`) to++
    spans.push(`${i} ${to} ${type}`)
  }
  return spans
}
