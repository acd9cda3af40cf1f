import chardet from 'chardet'
import iconv from 'iconv-lite'

export type Decoded = {
  text: string
  /** WHATWG label in lower case: `utf-8`, `windows-1256`, … */
  encoding: string
  /** What settled it: `bom`, `utf-8`, `header`, `document`, `guess`, `default` */
  by: string
}

const declared = (bytes: Uint8Array, contentType?: string): { label: string; by: string }[] => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const header = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]
  const inside =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1]
  return [
    ...(header ? [{ label: header.toLowerCase(), by: 'header' }] : []),
    ...(inside ? [{ label: inside.toLowerCase(), by: 'document' }] : []),
  ]
}

/**
 * Bytes to characters in the order BOM, valid UTF-8, declared label, statistics (chardet). Never throws; bytes that
 * fit nothing become U+FFFD.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', by: 'bom' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(Buffer.from(bytes), 'utf-16le'), encoding: 'utf-16le', by: 'bom' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(Buffer.from(bytes), 'utf-16be'), encoding: 'utf-16be', by: 'bom' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', by: 'utf-8' }
  } catch {
    // Not UTF-8: the declarations and the statistics decide
  }
  const guess = chardet.detect(bytes)?.toLowerCase()
  for (const { label, by } of declared(bytes, contentType))
    if (!/^utf-?8$/.test(label) && iconv.encodingExists(label) && !(guess === 'windows-1256' && /8859-1$|1252$/.test(label)))
      return { text: iconv.decode(Buffer.from(bytes), label), encoding: label, by }
  if (guess && iconv.encodingExists(guess)) return { text: iconv.decode(Buffer.from(bytes), guess), encoding: guess, by: 'guess' }
  return { text: iconv.decode(Buffer.from(bytes), 'windows-1252'), encoding: 'windows-1252', by: 'default' }
}
