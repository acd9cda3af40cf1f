const KEPT = [
  'orghead',
  'orgoutside',
  'orgtopic',
  'orgadj',
  'nation',
  'title',
  'lochead',
  'facility',
  'say',
  'func',
  'time',
  'link',
  'misc',
]

/**
 * Makes the names of a training sentence look as if nobody had heard of them: in a `share` of the spans the words lose their
 * place in the gazetteers and lists of names, and their identity, so that context and letters must tell what they are. Words
 * that say what is named (`وزارة`, `University`) keep theirs. `isEveryday`: the words are no names, and not known as everyday words
 * either.
 */
export function maskedSpans(part, spans, words, marks, { share, next, lib, isEveryday = false }) {
  const kept = KEPT.reduce((mask, name) => mask | (1 << lib.CLASSES.indexOf(name)), 0)
  const lower = isEveryday ? 0 : 1 << lib.CLASSES.indexOf('lower')
  for (const [start, end] of spans) {
    if (next() >= share) continue
    part.forEach((token, i) => {
      const w = words[i]
      if (token.end <= start || token.start >= end || (w.classes | w.stemClasses) & kept) return
      if (!/[\p{L}]{2}/u.test(token.text)) return
      const hash = Math.floor(next() * 2 ** 32) | 0
      const stemHash = w.stemHash === w.hash ? hash : Math.floor(next() * 2 ** 32) | 0
      const bareHash = w.bareHash === w.stemHash ? stemHash : Math.floor(next() * 2 ** 32) | 0
      words[i] = { ...w, hash, stemHash, bareHash, cut: 0, classes: w.classes & lower, stemClasses: 0 }
      marks[i] = 0
    })
  }
}
