import { expectedShareOfConcept, isProperName } from '../features/concepts.ts'
import { expectedShare } from '../features/lexicon.ts'

/** Articles that the shipped frequency lists count for before the stream's own counts outweigh them. */
const PRIOR_ARTICLES = 400

/** The number of articles may move by this share before logarithms that rest on it alone are taken anew. */
const STALE = 0.01

/** Numbers for keys, and in how many live articles each stands. Numbers of forgotten keys are used again. */
export class Vocabulary {
  private readonly ids = new Map<string, number>()
  private readonly keys: string[] = []
  private readonly counts: number[] = []
  private readonly priors: number[] = []
  /** The language of a word; '' of keys that stand over languages */
  private readonly languages: string[] = []
  private readonly concepts: boolean[] = []
  private readonly acts: boolean[] = []
  private readonly free: number[] = []
  private readonly stamps: number[] = []
  private readonly shares: number[] = []
  private readonly surprisals: number[] = []
  private readonly rarities: number[] = []
  private epoch = 0
  private pending = 0
  private total = 0
  private readonly byLanguage = new Map<string, number>()

  /** Counts one article with its keys and answers their numbers, in the order given. */
  add(lang: string, keys: readonly string[]): Int32Array {
    this.total++
    this.age()
    this.byLanguage.set(lang, (this.byLanguage.get(lang) ?? 0) + 1)
    return Int32Array.from(keys, (key) => {
      let id = this.ids.get(key)
      if (id === undefined) {
        id = this.free.pop() ?? this.keys.length
        this.ids.set(key, id)
        this.keys[id] = key
        this.counts[id] = 0
        this.concepts[id] = key.startsWith('p:=')
        this.acts[id] = key.startsWith('p:=') && !isProperName(key.slice(3))
        this.languages[id] = key.startsWith('w:') ? key.slice(2, key.indexOf(':', 2)) : ''
        this.priors[id] = key.startsWith('w:')
          ? expectedShare(key.slice(key.indexOf(':', 2) + 1), lang)
          : key.startsWith('p:=')
            ? expectedShareOfConcept(key.slice(3))
            : key.startsWith('p:')
              ? expectedShare(key.slice(2), 'en')
              : 0
      }
      this.counts[id] = (this.counts[id] ?? 0) + 1
      this.stamps[id] = -1
      return id
    })
  }

  /** Forgets one article. */
  remove(lang: string, ids: Iterable<number>): void {
    this.total--
    this.age()
    this.byLanguage.set(lang, (this.byLanguage.get(lang) ?? 1) - 1)
    for (const id of ids) {
      const left = (this.counts[id] ?? 1) - 1
      this.counts[id] = left
      this.stamps[id] = -1
      if (left > 0) continue
      this.ids.delete(this.keyOf(id))
      this.keys[id] = ''
      this.free.push(id)
    }
  }

  keyOf(id: number): string {
    return this.keys[id] ?? ''
  }

  countOf(id: number): number {
    return this.counts[id] ?? 0
  }

  /** The language of a word, '' of other keys. */
  languageOf(id: number): string {
    return this.languages[id] ?? ''
  }

  /** Whether a key is a concept of the glossary. */
  isConcept(id: number): boolean {
    return this.concepts[id] ?? false
  }

  /** Whether a key is a concept that is nobody's and no place's name. */
  isAct(id: number): boolean {
    return this.acts[id] ?? false
  }

  /** Share of articles, 0 to 1, that a key stands in: words of those of their language, other keys of all. */
  share(id: number): number {
    this.reckon(id)
    return this.shares[id]!
  }

  /** Nats that a key's standing in an article is worth, at least 0. */
  surprisal(id: number): number {
    this.reckon(id)
    return this.surprisals[id]!
  }

  /** Rarity, about 0.7 (everywhere) to 9 (once in thousands). Words are rare within their language, other keys over all. */
  rarity(id: number): number {
    this.reckon(id)
    return this.rarities[id]!
  }

  /** Takes every logarithm anew, so that they rest on the articles of now alone. */
  refresh(): void {
    this.epoch++
    this.pending = 0
  }

  private age(): void {
    if (++this.pending > STALE * this.total) this.refresh()
  }

  private reckon(id: number): void {
    if (this.stamps[id] === this.epoch) return
    this.stamps[id] = this.epoch
    const share = (this.seen(id) + 0.5) / this.among(id)
    this.shares[id] = share
    this.surprisals[id] = Math.max(0, -Math.log(share))
    this.rarities[id] = Math.log(1 + 1 / share)
  }

  private seen(id: number): number {
    return this.countOf(id) + (this.priors[id] ?? 0) * PRIOR_ARTICLES
  }

  private among(id: number): number {
    const lang = this.languages[id] ?? ''
    return (lang ? (this.byLanguage.get(lang) ?? 0) : this.total) + PRIOR_ARTICLES
  }
}
