import { englishMonths, isoLocal, localTime } from '../dates.ts'
import { bodyBlocks, escape, numberOf, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ url, title }: { url: string; title: string }): string =>
  `<a href="${url}">${escape(title)}</a>`

/** A block theme of WordPress: everything is a `wp-block-*`, also what is no article; a leftover shortcode and block comments. */
export function wordpressBlocks({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const iso = isoLocal(article.publishedAt, outlet.offsetMinutes)
  const slug = article.section.toLowerCase()
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`,
    h: (html) => `<h2 class="wp-block-heading">${html}</h2>`,
    quote: (html) => `<blockquote class="wp-block-quote is-layout-flow"><p>${html}</p></blockquote>`,
  })
  const body = withFurniture(blocks, {
    2: `<div class="wp-block-group has-background newsletter-inline"><p><strong>The morning tide</strong></p><p>Five headlines from the quayside in your inbox before breakfast. Sign up for the Courier's free briefing.</p><div class="wp-block-button"><a class="wp-block-button__link" href="${origin}/newsletter/">Sign me up</a></div></div>`,
    4: related[0]
      ? `<div class="wp-block-group"><p class="has-small-font-size"><strong>Read more:</strong> ${link(related[0])}</p></div>`
      : '',
  })
  const nav = ['News', 'World', 'Business', 'Sport', 'Culture', 'Science']
    .map(
      (name) =>
        `<li class="wp-block-navigation-item"><a href="${origin}/category/${name.toLowerCase()}/">${name}</a></li>`,
    )
    .join('')
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(article.title)} &#8211; ${outlet.name}</title>
<link rel="canonical" href="${article.url}" />
<link rel="alternate" type="application/rss+xml" title="${outlet.name} &raquo; Feed" href="${origin}${outlet.feed.path}" />
<meta property="og:type" content="article" /><meta property="og:title" content="${escape(article.title)}" /><meta property="og:site_name" content="${outlet.name}" />
<meta property="og:image" content="${origin}/media/${article.id}.png" />
<style>body{margin:0;font:18px/1.65 Georgia,serif;color:#1d2b36}a{color:${outlet.colour}}header.wp-block-template-part,footer.wp-block-template-part{background:#eef3f5;padding:16px 6vw}.wp-block-site-title{font-size:34px;margin:0}.wp-block-navigation ul{list-style:none;display:flex;gap:18px;padding:0;font:15px sans-serif}main{max-width:720px;margin:0 auto;padding:20px}img{max-width:100%;height:auto}figcaption,.has-small-font-size,.post-meta{font:14px sans-serif;color:#667}.newsletter-inline{background:#fff4d6;padding:10px 18px}.wp-block-columns{display:flex;gap:18px}.wp-block-button__link{background:${outlet.colour};color:#fff;padding:6px 14px}.cookie{position:fixed;bottom:0;left:0;right:0;background:#1d2b36;color:#fff;padding:10px 6vw;font:14px sans-serif}.tags a,.share a{margin-right:10px}</style>
</head>
<body class="single single-post wp-embed-responsive">
<a class="skip-link screen-reader-text" href="#wp--skip-link--target">Skip to content</a>
<div class="wp-site-blocks">
<header class="wp-block-template-part"><p class="wp-block-site-title"><a href="${origin}/" rel="home">${outlet.name}</a></p><p class="wp-block-site-tagline">${outlet.tagline}</p><nav class="wp-block-navigation" aria-label="Header"><ul>${nav}</ul></nav></header>
<main class="wp-block-group is-layout-constrained" id="wp--skip-link--target">
<div class="wp-block-post-terms taxonomy-category"><a href="${origin}/category/${slug}/" rel="tag">${escape(article.section)}</a></div>
<h1 class="wp-block-post-title">${escape(article.title)}</h1>
<div class="wp-block-group post-meta">${article.author ? `<div class="wp-block-post-author-name">By <a href="${origin}/author/1/">${escape(article.author)}</a></div>` : ''}<div class="wp-block-post-date"><time datetime="${iso}">${t.day} ${englishMonths[t.month]} ${t.year}</time></div><div class="reading-time">${numberOf(article.id, 2, 4)} min read</div></div>
<figure class="wp-block-post-featured-image"><img src="/media/${article.id}.png" width="720" height="405" alt="" />${article.caption ? `<figcaption class="wp-element-caption">${escape(article.caption)}</figcaption>` : ''}</figure>
<div class="entry-content wp-block-post-content is-layout-constrained">
${body}
${article.agency ? `<p class="has-small-font-size"><em>${escape(article.agency)}</em></p>` : ''}
[mc4wp_form id="311"]
</div>
<div class="wp-block-group share"><span>Share this:</span> <a href="${article.url}?share=facebook">Facebook</a> <a href="${article.url}?share=x">X</a> <a href="${article.url}?share=mastodon">Mastodon</a> <a href="mailto:?subject=shared">Email</a> <a href="#print">Print</a></div>
<div class="taxonomy-post_tag wp-block-post-terms tags"><span class="wp-block-post-terms__prefix">Tagged: </span>${article.tags.map((tag) => `<a href="${origin}/tag/${encodeURIComponent(tag.toLowerCase())}/" rel="tag">${escape(tag)}</a>`).join('<span>, </span>')}</div>
${article.author ? `<div class="wp-block-post-author"><div class="wp-block-post-author__content"><p class="wp-block-post-author__name">${escape(article.author)}</p><p class="wp-block-post-author__bio">${escape(article.author)} reports for ${outlet.name} and drinks more harbour-office coffee than is wise.</p></div></div>` : ''}
<nav class="wp-block-group" aria-label="Posts"><div class="post-navigation-link-previous wp-block-post-navigation-link"><span class="post-navigation-link__label">Previous:</span> ${related[1] ? link(related[1]) : ''}</div><div class="post-navigation-link-next wp-block-post-navigation-link"><span class="post-navigation-link__label">Next:</span> ${related[2] ? link(related[2]) : ''}</div></nav>
<div class="wp-block-comments"><h2 class="wp-block-comments-title">One response to &#8220;${escape(article.title)}&#8221;</h2><ol class="wp-block-comment-template"><li class="comment"><div class="wp-block-comment-author-name">Old Pilot</div><div class="wp-block-comment-date">${t.day} ${englishMonths[t.month]} at ${t.hhmm}</div><div class="wp-block-comment-content"><p>Good to see this covered properly. More of it, please, and fewer quizzes.</p></div><a class="comment-reply-link" href="#respond">Reply</a></li></ol>
<div id="respond" class="comment-respond wp-block-post-comments-form"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3><form class="comment-form"><p class="comment-notes">We keep your email address to ourselves. Fields with an asterisk are needed. *</p><label>Comment *<textarea></textarea></label><label>Name *<input /></label><label>Email *<input type="email" /></label><input type="submit" value="Post Comment" /></form></div></div>
<div class="wp-block-query related"><h2>More from ${escape(article.section)}</h2><ul class="wp-block-post-template">${related
    .slice(3, 6)
    .map((post) => `<li class="wp-block-post"><h3 class="wp-block-post-title">${link(post)}</h3></li>`)
    .join('')}</ul></div>
</main>
<footer class="wp-block-template-part"><div class="wp-block-columns"><div class="wp-block-column"><h3>About</h3><p>${outlet.name} has reported from the water's edge since 1911.</p></div><div class="wp-block-column"><h3>Most read</h3><ol>${[
    ...others,
  ]
    .reverse()
    .slice(0, 5)
    .map((post) => `<li>${link(post)}</li>`)
    .join('')}</ol></div></div><p>© ${t.year} ${outlet.name}. Proudly powered by WordPress.</p></footer>
</div>
<div class="cookie" id="cookie-notice" role="dialog"><span>We use cookies to count visits and remember your choices. By staying you agree to our policy.</span> <button>Fine</button> <button>Only the necessary ones</button></div>
</body>
</html>
`
}
