export { createFetcher, type FetcherOptions } from './create-fetcher.ts'
export { decompress } from './decompress.ts'
