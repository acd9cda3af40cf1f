import { expect, test } from '@jest/globals'
import zlib from 'node:zlib'
import { FetchError } from '@newsbraid/web'
import { decompress } from './index.ts'

const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
  )

test('decompress() undoes gzip and brotli', async () => {
  const text = 'خبر '.repeat(100)
  expect(Buffer.from(await decompress(zlib.gzipSync(text), 'gzip', 10_000)).toString()).toBe(text)
  expect(Buffer.from(await decompress(zlib.brotliCompressSync(text), 'br', 10_000)).toString()).toBe(text)
})

test('decompress() stops at its limit', async () => {
  const zeros = Buffer.alloc(20_000_000)
  expect(await codeOf(decompress(zlib.gzipSync(zeros), 'gzip', 1_000_000))).toBe('too-large')
  expect(await codeOf(decompress(zlib.brotliCompressSync(zeros), 'br', 1_000_000))).toBe('too-large')
})

test('decompress() says when the bytes are not what they claim', async () => {
  expect(await codeOf(decompress(Buffer.from('plain'), 'gzip', 1000))).toBe('bad-encoding')
  expect(await codeOf(decompress(Buffer.from('plain'), 'br', 1000))).toBe('bad-encoding')
})
