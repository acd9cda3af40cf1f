declare module 'feedparser' {
  import type { Transform } from 'node:stream'
  type Item = Record<string, unknown>
  export default class FeedParser extends Transform {
    constructor(options: { normalize: boolean; addmeta: boolean; resume_saxerror: boolean; feedurl?: string })
    meta: Item | null
    override read(): Item | null
  }
}
