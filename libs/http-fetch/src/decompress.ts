import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { FetchError } from '@newsbraid/web'
import { errorCode } from './error-code.ts'

const gunzip = promisify(zlib.gunzip)
const brotli = promisify(zlib.brotliDecompress)

/** Decompresses bytes at hand, at most `maxBytes`; throws `FetchError` `too-large` or `bad-encoding`. */
export async function decompress(
  bytes: Uint8Array,
  encoding: 'gzip' | 'br',
  maxBytes: number,
): Promise<Uint8Array> {
  try {
    return await (encoding === 'br' ? brotli : gunzip)(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (errorCode(cause) === 'ERR_BUFFER_TOO_LARGE')
      throw new FetchError('too-large', `Decompressed more than ${maxBytes} bytes`, { cause })
    throw new FetchError('bad-encoding', `Cannot decompress "${encoding}"`, { cause })
  }
}
