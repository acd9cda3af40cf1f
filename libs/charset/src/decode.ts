import { isAscii, isUtf8, transcode } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { arabicReading } from './arabic.ts'
import { declaredEncodings, encodingOf } from './labels.ts'
import { countUtf8 } from './utf8.ts'
import { decodeUtf32, markedEncoding, wideEncoding } from './wide.ts'

export type Decoded = {
  text: string
  /** WHATWG name in lower case: `utf-8`, `windows-1256`, … */
  encoding: string
  /** What settled it: `bom`, `utf-8`, `header`, `document`, `guess`, `default` */
  by: string
}

const SAMPLE_BYTES = 32 * 1024
const isLatinFamily = (encoding: string): boolean =>
  /^(?:windows-125[0247]|iso-8859-(?:1|2|9|13|15)|macintosh)$/.test(encoding)
const isArabicFamily = (encoding: string): boolean => encoding === 'windows-1256' || encoding === 'iso-8859-6'
const isManyByte = (encoding: string): boolean => /^(?:gb|big5|euc-|shift_jis|iso-2022)/.test(encoding)

/** Decodes with what knows the encoding best: iconv, because `TextDecoder` reads windows-1252 as Latin-1 on Node 20. */
function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('utf8')
      .replace(/^\ufeff/, '')
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding.endsWith('be'))
  return iconv.encodingExists(encoding)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
    : new TextDecoder(encoding).decode(bytes)
}

/** Characters of bytes known to be UTF-8. By way of UTF-16 it takes a seventh of `toString('utf8')` on Arabic text. */
const validUtf8 = (bytes: Uint8Array): string =>
  isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')

/** Text between the tags, with most of the markup gone, cut to a size that statistics need. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES)
  let length = 0
  let isTag = false
  let high = 0
  for (let i = 0; i < bytes.length && length < SAMPLE_BYTES; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0x3c) isTag = true
    if (!isTag || byte >= 0x80) {
      sample[length++] = byte
      if (byte >= 0x80) high++
    }
    if (byte === 0x3e) {
      isTag = false
      sample[length++] = 0x20
    }
  }
  // Text that is nothing but one long tag is taken as it stands
  return high > 0 ? sample.subarray(0, length) : bytes.subarray(0, SAMPLE_BYTES)
}

const replacedShare = (text: string): number => {
  let replaced = 0
  let high = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) high++
    if (code === 0xfffd) replaced++
  }
  return high === 0 ? 0 : replaced / high
}

/** Encoding of bytes that are no Unicode, by claim and by evidence. */
function legacyEncoding(bytes: Uint8Array, contentType?: string): { encoding: string; by: string } {
  const sample = sampleOf(bytes)
  const arabic = arabicReading(sample)
  for (const claim of declaredEncodings(bytes, contentType)) {
    const { encoding } = claim
    if (/^utf-|^replacement$|^x-user/.test(encoding)) continue
    // Latin labels stand on Arabic bytes by the template's default; one Arabic label for the other happens as well
    if (arabic && (isLatinFamily(encoding) || isArabicFamily(encoding)))
      return { encoding: arabic.encoding, by: arabic.encoding === encoding ? claim.by : 'guess' }
    if (isManyByte(encoding) && replacedShare(decodeAs(sample, encoding)) > 0.1) continue
    return claim
  }
  if (arabic) return { encoding: arabic.encoding, by: 'guess' }
  const guess = chardet.detect(sample)
  const encoding = guess ? encodingOf(guess) : undefined
  if (encoding && encoding !== 'utf-8' && !encoding.startsWith('utf-')) return { encoding, by: 'guess' }
  return { encoding: 'windows-1252', by: 'default' }
}

/**
 * Bytes to characters, in the order: byte order mark, UTF-16 and UTF-32 by their zeros, UTF-8 (also with a few stray
 * bytes), declared label unless the bytes speak against it, statistics. Never throws; bytes that fit nothing become
 * U+FFFD. A byte order mark is no part of the text.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = markedEncoding(bytes)
  // UTF-16 can hold halves of surrogate pairs, which are no characters
  if (marked)
    return {
      text: decodeAs(bytes, marked)
        .replace(/^\ufeff/, '')
        .toWellFormed(),
      encoding: marked,
      by: 'bom',
    }
  const wide = wideEncoding(bytes)
  if (wide) return { text: decodeAs(bytes, wide).toWellFormed(), encoding: wide, by: 'guess' }
  if (
    bytes.includes(0x1b) &&
    /\x1b\$[@B]/.test(Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString('latin1'))
  )
    return { text: decodeAs(bytes, 'iso-2022-jp'), encoding: 'iso-2022-jp', by: 'guess' }
  if (isUtf8(bytes)) return { text: validUtf8(bytes), encoding: 'utf-8', by: 'utf-8' }
  const { right, wrong } = countUtf8(bytes)
  if (right >= 4 * wrong) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', by: 'utf-8' }
  const { encoding, by } = legacyEncoding(bytes, contentType)
  return { text: decodeAs(bytes, encoding), encoding, by }
}
