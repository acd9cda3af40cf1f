/** A person's word on two articles: `same` puts them in one event, `different` keeps them apart, for as long as it stands. */
export type Constraint = { kind: 'same' | 'different'; a: string; b: string }

/** The constraints in force. The younger of two that contradict each other replaces the older. */
export class Constraints {
  private readonly byPair = new Map<string, Constraint>()
  private readonly byArticle = new Map<string, Set<Constraint>>()

  set(constraint: Constraint): void {
    this.unset(constraint.a, constraint.b)
    this.byPair.set(pairKey(constraint.a, constraint.b), constraint)
    for (const id of [constraint.a, constraint.b]) {
      const known = this.byArticle.get(id)
      if (known) known.add(constraint)
      else this.byArticle.set(id, new Set([constraint]))
    }
  }

  unset(a: string, b: string): boolean {
    const known = this.byPair.get(pairKey(a, b))
    if (!known) return false
    this.byPair.delete(pairKey(a, b))
    for (const id of [a, b]) {
      const list = this.byArticle.get(id)
      list?.delete(known)
      if (list?.size === 0) this.byArticle.delete(id)
    }
    return true
  }

  /** Articles that must stand with, or apart from, `id`. */
  others(id: string, kind: Constraint['kind']): string[] {
    return [...(this.byArticle.get(id) ?? [])]
      .filter((c) => c.kind === kind)
      .map((c) => (c.a === id ? c.b : c.a))
  }

  /** Whether some article of one group must not stand with some article of the other. */
  forbid(a: Iterable<string>, b: Iterable<string>): boolean {
    if (this.byPair.size === 0) return false
    const right = new Set(b)
    for (const id of a) for (const other of this.others(id, 'different')) if (right.has(other)) return true
    return false
  }

  /** Groups that `same` makes of the given articles; a `different` within a group wins over the chain that made it. */
  groups(ids: readonly string[], besides: readonly (readonly [string, string])[] = []): string[][] {
    const up = new Map(ids.map((id) => [id, [id]]))
    const same = [...this.byPair.values()].filter(({ kind }) => kind === 'same')
    for (const [a, b] of [...same.map((c) => [c.a, c.b] as const), ...besides]) {
      const left = up.get(a),
        right = up.get(b)
      if (!left || !right || left === right || this.forbid(left, right)) continue
      left.push(...right)
      for (const id of right) up.set(id, left)
    }
    return [...new Set(up.values())]
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)
