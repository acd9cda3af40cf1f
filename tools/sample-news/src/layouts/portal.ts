import { germanMonths, isoLocal, localTime } from '../dates.ts'
import { bodyBlocks, escape, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ url, title }: { url: string; title: string }): string =>
  `<a href="${url}">${escape(title)}</a>`

/** A regional paper's portal in German: BEM classes, microdata, a kicker over the headline, boxes between the paragraphs. */
export function portal({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const iso = isoLocal(article.publishedAt, outlet.offsetMinutes)
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<p class="c-text__paragraph">${html}</p>`,
    h: (html) => `<h2 class="c-text__crosshead">${html}</h2>`,
    quote: (html) => `<blockquote class="c-text__quote">${html}</blockquote>`,
  })
  const body = withFurniture(blocks, {
    1: `<div class="c-ad c-ad--billboard"><span>Anzeige</span></div>`,
    2: related[0]
      ? `<div class="c-teaserbox"><span class="c-teaserbox__label">Lesen Sie auch</span> ${link(related[0])}</div>`
      : '',
    4: `<div class="c-newsletter"><h3>Post von der Waterkant</h3><p>Unser Newsletter bringt Ihnen jeden Freitag die Nachrichten der Woche ins Postfach. Abmelden können Sie sich jederzeit.</p><button>Jetzt anmelden</button></div>`,
  })
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${escape(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${article.url}">
<link rel="alternate" type="application/rss+xml" title="${outlet.name}" href="${origin}${outlet.feed.path}">
<meta name="author" content="${escape(article.author ?? outlet.name)}">
<meta name="date" content="${iso}">
<meta property="og:type" content="article"><meta property="og:title" content="${escape(article.title)}"><meta property="og:image" content="${origin}/media/${article.id}.png">
<style>body{margin:0;font:18px/1.6 "Source Serif Pro",Georgia,serif;color:#222}a{color:${outlet.colour}}.o-header{border-top:8px solid ${outlet.colour};padding:14px 7%;display:flex;justify-content:space-between;align-items:baseline}.o-header__brand{font-size:32px;font-weight:700;text-decoration:none}.o-nav{background:#f0f0ee;padding:6px 7%}.o-nav a{margin-right:18px}.o-main{display:grid;grid-template-columns:2fr 1fr;gap:32px;padding:18px 7%}.c-head__kicker{color:${outlet.colour};font:15px Arial;text-transform:uppercase;display:block}.c-ad,.c-newsletter,.c-teaserbox{background:#f6f6f2;padding:12px 16px;margin:14px 0;font:15px/1.5 Arial}.c-figure__caption,.c-meta{font:14px Arial;color:#666}img{max-width:100%;height:auto}.c-share{display:flex;gap:12px;list-style:none;padding:0;font:14px Arial}@media(max-width:800px){.o-main{display:block}}</style>
</head>
<body class="t-article">
<div class="o-ticker" role="marquee"><span>Eilmeldungen</span> <span>${t.hhmm} Uhr</span> ${related[1] ? link(related[1]) : ''}</div>
<header class="o-header"><a class="o-header__brand" href="${origin}/">${outlet.name}</a><span>${outlet.tagline}</span><a href="${origin}/epaper">E-Paper</a></header>
<nav class="o-nav" aria-label="Hauptnavigation"><a href="${origin}/politik">Politik</a><a href="${origin}/wirtschaft">Wirtschaft</a><a href="${origin}/kultur">Kultur</a><a href="${origin}/wissen">Wissen</a><a href="${origin}/sport">Sport</a><a href="${origin}/vermischtes">Vermischtes</a></nav>
<ol class="o-breadcrumb" itemscope itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement"><a href="${origin}/">Startseite</a></li><li itemprop="itemListElement"><a href="${origin}/ressort">${escape(article.section)}</a></li><li itemprop="itemListElement">${escape(article.title)}</li></ol>
<div class="o-main">
<article class="o-article" itemscope itemtype="https://schema.org/NewsArticle">
<header class="c-head"><h1 class="c-head__title"><span class="c-head__kicker">${escape(article.tags[0] ?? article.section)}</span> <span class="c-head__headline" itemprop="headline">${escape(article.title)}</span></h1>
<div class="c-meta">${article.author ? `<span itemprop="author" itemscope itemtype="https://schema.org/Person">Von <span itemprop="name">${escape(article.author)}</span></span> | ` : ''}<time itemprop="datePublished" datetime="${iso}">${t.day}. ${germanMonths[t.month]} ${t.year}, ${t.hhmm} Uhr</time></div></header>
<ul class="c-share"><li><a href="#">Teilen</a></li><li><a href="#">Merken</a></li><li><a href="#">Drucken</a></li><li><a href="#">Vorlesen</a></li></ul>
<figure class="c-figure"><img src="/media/${article.id}.png" alt="" width="780" height="430">${article.caption ? `<figcaption class="c-figure__caption">${escape(article.caption)} <small>Foto: Archiv ${outlet.name}</small></figcaption>` : ''}</figure>
<div class="c-text" itemprop="articleBody">
${body}
</div>
${article.agency ? `<p class="c-agency">${escape(article.agency)}</p>` : ''}
<div class="c-tags"><span>Themen:</span> ${article.tags.map((tag) => `<a href="${origin}/thema/${encodeURIComponent(tag)}">${escape(tag)}</a>`).join(' ')}</div>
<div class="c-feedback"><p>Haben Sie einen Fehler entdeckt? Schreiben Sie unserer Redaktion.</p></div>
${article.author ? `<div class="c-authorbox"><strong>${escape(article.author)}</strong><p>${escape(article.author)} gehört seit vielen Jahren zur Redaktion und schreibt am liebsten über alles, was schwimmt.</p></div>` : ''}
<section class="c-related"><h2>Das könnte Sie auch interessieren</h2>${related
    .slice(2, 5)
    .map(
      (post) =>
        `<div class="c-related__item"><img src="/media/${post.id}.png" alt="" width="160" height="90"><h3>${link(post)}</h3></div>`,
    )
    .join('')}</section>
<section class="c-comments"><h2>Kommentare</h2><p>Die Kommentarfunktion ist montags bis freitags von 8 bis 18 Uhr geöffnet. Bitte beachten Sie unsere Regeln für den Umgang miteinander.</p></section>
</article>
<aside class="o-side"><section><h2>Meistgelesen</h2><ol>${[...others]
    .reverse()
    .slice(0, 5)
    .map((post) => `<li>${link(post)}</li>`)
    .join(
      '',
    )}</ol></section><section class="c-weather"><h2>Wetter</h2><p>Heute 9 Grad, Wind aus Nordwest.</p></section></aside>
</div>
<footer class="o-footer"><p>© ${t.year} ${outlet.name} | <a href="#">Impressum</a> | <a href="#">Datenschutz</a> | <a href="#">AGB</a> | <a href="#">Abo kündigen</a></p></footer>
<div class="o-consent" data-nosnippet><h2>Wir brauchen Ihre Zustimmung</h2><p>Damit dieses Angebot kostenlos bleiben kann, speichern wir mit Ihrer Einwilligung Cookies auf Ihrem Gerät.</p><button>Alle akzeptieren</button><button>Einstellungen</button></div>
</body>
</html>
`
}
