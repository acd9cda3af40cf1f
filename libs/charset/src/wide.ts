/** Byte order marks, longest first. */
const MARKS: [number[], string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/** The encoding a byte order mark names. */
export const markedEncoding = (bytes: Uint8Array): string | undefined =>
  MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]

const SAMPLE = 4096

/** UTF-16 and UTF-32 without a mark, told by where the zero bytes of its ASCII characters stand. */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~3
  if (length < 8) return undefined
  const zeros = [0, 0, 0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1
  const quarter = length / 4
  const [a = 0, b = 0, c = 0, d = 0] = zeros.map((count) => count / quarter)
  if (a > 0.9 && b > 0.9 && c > 0.5 && d < 0.1) return 'utf-32be'
  if (d > 0.9 && c > 0.9 && b > 0.5 && a < 0.1) return 'utf-32le'
  // ASCII markup alone makes this many; scripts without it share their high byte, not zero
  if (a + c > 0.3 && b + d < 0.1) return 'utf-16be'
  if (b + d > 0.3 && a + c < 0.1) return 'utf-16le'
  return undefined
}

/** Decodes UTF-32; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, isBig: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const code = view.getUint32(i, !isBig)
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code))
  }
  return parts.join('').replace(/^\ufeff/, '')
}
