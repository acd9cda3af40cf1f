/** Numbers of an embedding, packed: eight bits each, the largest at 127, in base64. Throws on an empty or endless one. */
export function packEmbedding(values: readonly number[]): string {
  const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  if (!(most > 0 && Number.isFinite(most)))
    throw new RangeError(
      `Cannot use an embedding of ${values.length} numbers that begins with "${values.slice(0, 3).join(', ')}"`,
    )
  const bytes = Uint8Array.from(values, (value) => Math.round((value / most) * 127) & 255)
  return btoa(String.fromCharCode(...bytes))
}

/** The packed numbers again, as a vector of length one. */
export function unpackEmbedding(packed: string): Float32Array {
  const vector = Float32Array.from(atob(packed), (char) => (char.charCodeAt(0) << 24) >> 24)
  let square = 0
  for (const value of vector) square += value * value
  const norm = Math.sqrt(square) || 1
  return vector.map((value) => value / norm)
}
