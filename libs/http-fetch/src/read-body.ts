import { pipeline, Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'
import { FetchError } from '@newsbraid/web'
import { errorCode } from './error-code.ts'

const MAX_ENCODINGS = 2

/** Content-Encoding names in the order they are undone, `identity` left out. */
function encodingsOf(header: string | undefined): string[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
  if (names.length > MAX_ENCODINGS)
    throw new FetchError('bad-encoding', `Cannot undo ${names.length} encodings`)
  const unknown = names.find((name) => !/^(?:gzip|deflate|br)$/.test(name))
  if (unknown !== undefined)
    throw new FetchError('bad-encoding', `Cannot undo encoding "${unknown.slice(0, 80)}"`)
  return names
}

/** What undoes an encoding whose first bytes are these; `undefined` where a server labelled plain bytes. */
function decoderFor(name: string, first: Uint8Array): Transform | undefined {
  if (name === 'br') return zlib.createBrotliDecompress()
  if (name === 'gzip')
    return first[0] === 0x1f && (first.length < 2 || first[1] === 0x8b) ? zlib.createGunzip() : undefined
  // RFC 9110 means zlib; many servers send bare deflate
  return ((first[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
}

async function undo(source: AsyncIterable<Uint8Array>, name: string): Promise<AsyncIterable<Uint8Array>> {
  const iterator = source[Symbol.asyncIterator]()
  let head = await iterator.next()
  while (!head.done && head.value.length === 0) head = await iterator.next()
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (let step = head; !step.done; step = await iterator.next()) yield step.value
    } finally {
      await iterator.return?.()
    }
  }
  const decoder = head.done ? undefined : decoderFor(name, head.value)
  // Errors reach whoever reads the decoder
  return decoder ? pipeline(Readable.from(whole()), decoder, () => {}) : whole()
}

/** Codes of zlib (`Z_DATA_ERROR`, `Z_BUF_ERROR`) and of brotli (`ERR__ERROR_FORMAT_…`). */
const isDecoderError = (error: unknown): boolean => /^(?:Z_|ERR_(?:BROTLI)?_)/.test(errorCode(error))

/**
 * Reads a body to its end, decompressed, at most `maxBytes` after decompression; what is longer cuts the connection
 * and throws `too-large`, or with `mayCut` answers its beginning. `declaredBytes` is its Content-Length.
 */
export async function readBody(
  body: Readable,
  {
    encoding,
    declaredBytes,
    maxBytes,
    mayCut = false,
  }: { encoding?: string; declaredBytes?: number; maxBytes: number; mayCut?: boolean },
): Promise<Uint8Array> {
  const tooLarge = (): FetchError => new FetchError('too-large', `Read more than ${maxBytes} bytes`)
  try {
    if (!mayCut && declaredBytes !== undefined && declaredBytes > maxBytes) throw tooLarge()
    const encodings = encodingsOf(encoding)
    let source: AsyncIterable<Uint8Array> = body
    for (const name of encodings) source = await undo(source, name)
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of source) {
      const room = maxBytes - length
      if (chunk.length > room && !mayCut) throw tooLarge()
      const kept = chunk.length > room ? chunk.subarray(0, room) : chunk
      chunks.push(kept)
      length += kept.length
      if (kept !== chunk) break
    }
    const bytes = new Uint8Array(length)
    let at = 0
    for (const chunk of chunks) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    return bytes
  } catch (error) {
    if (error instanceof FetchError || !isDecoderError(error)) throw error
    throw new FetchError('bad-encoding', `Cannot undo encoding "${(encoding ?? '').slice(0, 80)}"`, {
      cause: error,
    })
  } finally {
    body.on('error', () => {}).destroy()
  }
}
