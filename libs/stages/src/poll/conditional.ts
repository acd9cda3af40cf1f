import type { FetchAnswer } from '@newsbraid/web'
import type { FeedMemory, FeedToPoll, Politeness } from '../ports.ts'

/**
 * Validators exactly as the server sent them; every so many polls none, against tags that are stuck. Behind nginx with
 * gzip, WordPress never knows its own weakened tag again: once that was seen, the tag goes without `W/`, and after
 * that If-Modified-Since alone.
 */
export function conditionalHeaders(feed: FeedToPoll, politeness: Politeness): Record<string, string> {
  if (feed.polls > 0 && (feed.polls + 1) % politeness.unconditionalEvery === 0) return {}
  const { weakTagFails } = feed.memory
  const etag =
    weakTagFails === 'weak'
      ? feed.etag?.replace(/^W\//, '')
      : weakTagFails === 'strong' && feed.lastModified
        ? undefined
        : feed.etag
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(feed.lastModified ? { 'if-modified-since': feed.lastModified } : {}),
  }
}

/** What an answer teaches about weak tags; `sameBody`: it was 200 with the body we have. */
export function weakTagMemory(
  feed: FeedToPoll,
  answer: FetchAnswer,
  sameBody: boolean,
  politeness: Politeness,
): Pick<FeedMemory, 'weakTagFails'> {
  const weak = feed.etag?.startsWith('W/') && answer.headers['etag']?.startsWith('W/')
  // A poll without validators says nothing about them
  const isAsked = conditionalHeaders(feed, politeness)['if-none-match'] !== undefined
  if (!sameBody || !weak || !isAsked) return {}
  return { weakTagFails: feed.memory.weakTagFails === undefined ? 'weak' : 'strong' }
}

/** Digest of a body, 53 bits (cyrb53-like mix of two 32-bit multiplications): tells an unchanged feed from a changed one. */
export function bodyDigest(bytes: Uint8Array): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761)
    b = Math.imul(b ^ byte, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `${bytes.length.toString(36)}-${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`
}
