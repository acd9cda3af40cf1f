import iconv from 'iconv-lite'

/** The name of an encoding by its WHATWG label, else as iconv knows it; `undefined` for a label nobody knows. */
export function encodingOf(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  try {
    return new TextDecoder(name).encoding
  } catch {
    return iconv.encodingExists(name) &&
      !/^(?:base64|hex|utf-?7(?:-imap)?|binary|ucs2|internal|cesu8)$/.test(name)
      ? name
      : undefined
  }
}

export type Declared = { encoding: string; by: 'header' | 'document' }

const HEAD_BYTES = 8192

/** What the Content-Type and the document's own head claim, known encodings only, header first. */
export function declaredEncodings(bytes: Uint8Array, contentType?: string): Declared[] {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const header = /charset\s{0,4}[=:]\s{0,4}["']?([\w.:-]{2,40})/i.exec((contentType ?? '').slice(0, 300))?.[1]
  const inside =
    /<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /<meta\b[^>]{1,300}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(head)?.[1]
  const claims: Declared[] = []
  for (const [label, by] of [
    [header, 'header'],
    [inside, 'document'],
  ] as const) {
    const encoding = label === undefined ? undefined : encodingOf(label)
    if (encoding !== undefined) claims.push({ encoding, by })
  }
  return claims
}
