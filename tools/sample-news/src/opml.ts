import { escape } from './markup.ts'

export type SampleOutlet = {
  name: string
  language: string
  feedUrl: string
  homeUrl: string
  origin: string
}

/** The outlets' feeds as OPML 2.0, one outline an outlet. */
export function opmlOf(outlets: SampleOutlet[]): string {
  const lines = outlets.map(
    ({ name, language, feedUrl, homeUrl }) =>
      `    <outline type="rss" text="${escape(name)}" title="${escape(name)}" language="${language}" xmlUrl="${escape(feedUrl)}" htmlUrl="${escape(homeUrl)}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Sample news</title></head>
  <body>
${lines.join('\n')}
  </body>
</opml>
`
}
