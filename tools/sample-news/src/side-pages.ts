import { escape } from './markup.ts'
import type { Outlet } from './outlet.ts'
import type { PublishedReport } from './sample-report.ts'

const frame = (outlet: Outlet, title: string, main: string): string => `<!DOCTYPE html>
<html lang="${outlet.language}" dir="${outlet.language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<title>${escape(title)}</title>
<link rel="alternate" type="application/${outlet.feed.format}+xml" title="${escape(outlet.name)}" href="${outlet.feed.path}">
<style>body{font:17px/1.7 Georgia,Tahoma,serif;max-width:760px;margin:30px auto;padding:0 16px}h1{border-bottom:4px solid ${outlet.colour}}li{margin-bottom:10px}a{color:${outlet.colour}}</style>
</head>
<body>
<h1><a href="/">${escape(outlet.name)}</a></h1>
<p>${escape(outlet.tagline)}</p>
${main}
</body>
</html>
`

/** The outlet's front page: its headlines, newest first, and the pointer to its feed. */
export const homePage = (outlet: Outlet, published: PublishedReport[]): string =>
  frame(
    outlet,
    outlet.name,
    `<ul>\n${published.map(({ url, title }) => `<li><a href="${escape(url)}">${escape(title)}</a></li>`).join('\n')}\n</ul>`,
  )

/** What the outlet says where no page is. */
export const notFoundPage = (outlet: Outlet): string =>
  frame(outlet, `404 - ${outlet.name}`, `<p>404. ${escape(outlet.notFound)}</p>`)
