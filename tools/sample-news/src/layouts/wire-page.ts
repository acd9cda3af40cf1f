import { bodyBlocks, escape } from '../markup.ts'
import { englishMonths, localTime } from '../dates.ts'
import type { PageContext } from '../outlet.ts'

/** An agency's plain page: semantic elements, a slug line, notes to editors, a corrections notice, almost no class names. */
export function wirePage({ outlet, article, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const body = bodyBlocks(article.body, { p: (html) => `<p>${html}</p>` }).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(article.title)}</title>
<link rel="alternate" type="application/rss+xml" href="${outlet.feed.path}">
<meta name="DC.date" content="${article.publishedAt.toISOString()}">
<style>body{font:16px/1.55 "Courier New",monospace;max-width:760px;margin:0 auto;padding:20px}header,footer{border-top:2px solid;border-bottom:2px solid;padding:8px 0}nav a{margin-right:14px}h1{font-size:26px}aside{background:#f4f4f4;padding:8px 14px;font-size:14px}small{color:#666}</style>
</head>
<body>
<header><a href="/">${outlet.name}</a> <small>${outlet.tagline}</small>
<nav><a href="/">Latest</a><a href="/world">World</a><a href="/business">Business</a><a href="/sport">Sport</a><a href="/clients">Client login</a></nav></header>
<main>
<article>
<h1>${escape(article.title)}</h1>
<p><small>${article.author ? `By ${escape(article.author)} — ` : ''}<time datetime="${article.publishedAt.toISOString()}">${t.day} ${englishMonths[t.month]} ${t.year} ${t.hhmm} UTC</time></small></p>
${body}
<p>###</p>
<p><small>Notes to editors: pictures are available to subscribers through the client desk.</small></p>
</article>
<aside><h2>Latest from ${outlet.name}</h2><ul>${related
    .slice(0, 5)
    .map(({ path, title }) => `<li><a href="${path}">${escape(title)}</a></li>`)
    .join('')}</ul></aside>
</main>
<footer><p>${outlet.name} corrects its errors openly. <a href="/corrections">Corrections</a> · <a href="/terms">Terms of use</a> · © ${t.year}</p></footer>
</body>
</html>
`
}
