import { englishMonths, localTime } from '../dates.ts'
import { bodyBlocks, escape, numberOf, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'
import { plainLine } from '../sample-report.ts'

const hashed = (name: string): string => `css-${numberOf(name, 36 ** 5, 36 ** 6).toString(36)}`
const link = ({ url, title }: { url: string; title: string }): string =>
  `<a class="${hashed('link')}" href="${url}">${escape(title)}</a>`

/** A newspaper whose class names are hashes: only JSON-LD and the nesting tell what is what. */
export function hashedNewspaper({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const jsonLd = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': `${article.url}#article`,
        headline: article.title,
        datePublished: article.publishedAt.toISOString(),
        dateModified: article.publishedAt.toISOString(),
        inLanguage: 'en',
        mainEntityOfPage: article.url,
        image: [`${origin}/media/${article.id}.png`],
        author: article.author ? [{ '@type': 'Person', name: article.author }] : [],
        publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: `${origin}/` },
        description: plainLine(article.body[0] ?? '').slice(0, 150),
        isAccessibleForFree: true,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: `${origin}/` },
          { '@type': 'ListItem', position: 2, name: article.section, item: `${origin}/section` },
        ],
      },
    ],
  }
  const wrap = hashed('column')
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<p class="${hashed('p')}">${html}</p>`,
    h: (html) => `<h2 class="${hashed('h2')}">${html}</h2>`,
    quote: (html) => `<blockquote class="${hashed('quote')}"><p>${html}</p></blockquote>`,
  }).map((block) => `<div class="${wrap}"><div class="${hashed('inner')}">${block}</div></div>`)
  const body = withFurniture(blocks, {
    1: `<div class="${hashed('ad')}" data-testid="slot"><p>Advertisement</p><a href="#after-ad">Skip advertisement</a></div>`,
    3: related[0]
      ? `<aside class="${hashed('aside')}"><p class="${hashed('label')}">Related Coverage</p>${link(related[0])}${related[1] ? link(related[1]) : ''}</aside>`
      : '',
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${article.url}">
<link rel="alternate" type="application/atom+xml" href="${outlet.feed.path}">
<meta name="byl" content="${escape(article.author ?? '')}">
<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>
<style>body{margin:0;font:19px/1.6 "Times New Roman",serif;color:#111}a{color:inherit}.${hashed('mast')}{border-bottom:1px solid #111;text-align:center;font-size:40px;padding:14px}.${hashed('nav')}{display:flex;gap:20px;justify-content:center;font:14px Arial;padding:8px;border-bottom:4px double #111}.${hashed('page')}{max-width:640px;margin:0 auto;padding:16px}.${hashed('ad')}{background:#f3f3f3;text-align:center;font:12px Arial;color:#777;padding:14px;margin:16px 0}.${hashed('aside')}{border-top:2px solid ${outlet.colour};border-bottom:1px solid #ccc;font:16px Arial;padding:8px 0;margin:18px 0}.${hashed('aside')} a{display:block;margin:6px 0}.${hashed('meta')}{font:14px Arial;color:#555}img{max-width:100%;height:auto}.${hashed('card')}{display:block;border-top:1px solid #ddd;padding:8px 0}</style>
</head>
<body>
<div id="app"><div class="${hashed('root')}">
<div class="${hashed('mast')}"><a href="${origin}/">${outlet.name}</a></div>
<div class="${hashed('nav')}">${['World', 'Politics', 'Markets', 'Courts', 'Science', 'Arts', 'Sport'].map((name) => `<a href="${origin}/${name.toLowerCase()}">${name}</a>`).join('')}<a href="${origin}/subscribe">Subscribe for €1 a week</a><a href="${origin}/login">Log in</a></div>
<div class="${hashed('page')}">
<div class="${hashed('crumbs')}"><a href="${origin}/">Home</a> › <a href="${origin}/section">${escape(article.section)}</a></div>
<h1 class="${hashed('h1')}">${escape(article.title)}</h1>
<div class="${hashed('hero')}"><img src="/media/${article.id}.png" width="640" height="360" alt=""><span class="${hashed('cap')}">${escape(article.caption ?? '')}</span><span class="${hashed('credit')}">Credit: ${outlet.name} Archive</span></div>
<div class="${hashed('meta')}">${article.author ? `<span>By <a href="${origin}/by/1">${escape(article.author)}</a></span>` : ''}<span> ${englishMonths[t.month]} ${t.day}, ${t.year}, ${t.hhmm} GMT</span></div>
<div class="${hashed('tools')}"><button>Share full article</button><button>Save</button><span>${numberOf(article.id, 3, 90)}</span></div>
<section class="${hashed('body')}" name="body">
${body}
</section>
<div class="${hashed('foot')}">${article.author ? `<p>${escape(article.author)} covers ${escape(article.section.toLowerCase())} for ${outlet.name}. Reach the desk at desk@ledger.example.</p>` : ''}${article.agency ? `<p>${escape(article.agency)}</p>` : ''}<p>A version of this article appears in print on page ${numberOf(article.id, 2, 14)} of the weekend edition. <a href="#">Order reprints</a></p></div>
<div class="${hashed('topics')}"><span>Topics</span>${article.tags.map((tag) => `<a href="${origin}/topic/${encodeURIComponent(tag)}">${escape(tag)}</a>`).join('')}</div>
<div class="${hashed('mod')}"><h2>More in ${escape(article.section)}</h2>${related
    .slice(2, 5)
    .map(
      (post) =>
        `<a class="${hashed('card')}" href="${post.url}"><img src="/media/${post.id}.png" width="120" height="68" alt=""><span>${escape(post.title)}</span></a>`,
    )
    .join('')}</div>
<div class="${hashed('mod')}"><h2>Trending</h2>${[...others]
    .reverse()
    .slice(0, 5)
    .map((post) => `<a class="${hashed('card')}" href="${post.url}">${escape(post.title)}</a>`)
    .join('')}</div>
<div class="${hashed('mod')}"><h2>Get the Ledger's evening letter</h2><p>One long read, three short ones, no noise. You can unsubscribe whenever you like.</p><button>Subscribe</button></div>
</div>
<div class="${hashed('legal')}"><span>© ${t.year} ${outlet.name} Company</span><a href="#">Terms</a><a href="#">Your Ad Choices</a><a href="#">Site Map</a></div>
</div></div>
<script>window.__PRELOADED__={"slug":"${article.id}","experiments":{"inline":1}}</script>
</body>
</html>
`
}
