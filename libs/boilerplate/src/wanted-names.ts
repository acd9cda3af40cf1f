/** Names that are looked for in markup, found there without cutting each name out first. */
export class WantedNames {
  /** By length and first letter, in lower case */
  private readonly byShape: (string[] | undefined)[] = []

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const shape = shapeOf(name, 0, name.length)
      const list = this.byShape[shape]
      if (list) list.push(name)
      else this.byShape[shape] = [name]
    }
  }

  /** The wanted name that stands in a text, in whatever letters. */
  at(text: string, start: number, end: number): string | undefined {
    const list = end - start > MOST_CHARS ? undefined : this.byShape[shapeOf(text, start, end)]
    if (list === undefined) return undefined
    for (const name of list) if (text.startsWith(name, start)) return name
    const lower = text.slice(start, end).toLowerCase()
    for (const name of list) if (lower === name) return name
    return undefined
  }
}

const MOST_CHARS = 31
const shapeOf = (text: string, start: number, end: number): number =>
  (end - start) * 0x20 + (text.charCodeAt(start) & 0x1f)
