/** The bytes hold no feed. `links` are feeds the document points at: those an HTML page names, a sitemap index's sitemaps. */
export class NotAFeed extends Error {
  readonly links: string[]
  /** It is an HTML page, which may list articles itself */
  readonly isPage: boolean

  constructor(message: string, links: string[] = [], isPage = false) {
    super(message)
    this.name = 'NotAFeed'
    this.links = links
    this.isPage = isPage
  }
}
