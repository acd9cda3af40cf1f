const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id in the shape of a ULID, always the same for the same kind and key. */
export function idOf(kind: string, key: string): string {
  let state = 2166136261
  let id = '01K'
  for (let i = 0; id.length < 26; i++) {
    for (const character of `${kind}:${key}:${i}`)
      state = Math.imul(state ^ character.charCodeAt(0), 16777619) >>> 0
    id += ALPHABET.charAt(state % 32)
  }
  return id
}

export function minutesFrom(now: number, minutes: number): string {
  return new Date(now + minutes * 60_000).toISOString()
}
