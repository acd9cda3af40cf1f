/** About `most` units of the text on one line, around the first place where a searched word stands; cut at words, with an ellipsis where cut. */
export function snippetAround(text: string, searched: string, most: number): string {
  const line = text.slice(0, 20_000).replaceAll(/\s+/g, ' ').trim()
  const low = line.toLowerCase()
  const places = searched
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .map((word) => low.indexOf(word))
    .filter((place) => place >= 0)
  const wanted = places.length > 0 ? Math.max(0, Math.min(...places) - Math.floor(most / 3)) : 0
  const start = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1
  const rest = line.slice(start)
  const cut = rest.length <= most ? rest.length : Math.max(rest.lastIndexOf(' ', most), most / 2)
  return `${start > 0 ? '… ' : ''}${rest.slice(0, cut)}${cut < rest.length ? ' …' : ''}`
}
