const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A name for an event that no move of the server changes: its ULID's 128 bits as `urn:uuid:`. */
export function eventUrn(ulid: string): string {
  let bits = 0n
  for (const char of ulid) bits = bits * 32n + BigInt(Math.max(0, ALPHABET.indexOf(char)))
  const hex = (bits & ((1n << 128n) - 1n)).toString(16).padStart(32, '0')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
