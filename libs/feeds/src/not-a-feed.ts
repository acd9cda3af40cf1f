/** The bytes hold no feed. `links` are feeds the document points at: those an HTML page names, a sitemap index's sitemaps. */
export class NotAFeed extends Error {
  readonly links: string[]

  constructor(message: string, links: string[] = []) {
    super(message)
    this.name = 'NotAFeed'
    this.links = links
  }
}
