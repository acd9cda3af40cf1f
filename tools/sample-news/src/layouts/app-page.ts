import { frenchMonths, isoLocal, localTime } from '../dates.ts'
import { bodyBlocks, escape, numberOf, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ path, title }: { path: string; title: string }): string =>
  `<a href="${path}">${escape(title)}</a>`

/** A page made like an app: custom elements, advertisements and offers inside the body, a consent layer before everything. */
export function appPage({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<p data-block="text">${html}</p>`,
    h: (html) => `<h2 data-block="intertitre">${html}</h2>`,
    quote: (html) => `<blockquote data-block="citation">${html}</blockquote>`,
  })
  const ad = (n: number): string =>
    `<div class="dfp-slot dfp-slot--inread" id="pub-${n}"><span class="dfp-label">Publicité</span><div>Votre annonce ici, vue par tous ceux qui attendent le bateau.</div></div>`
  const body = withFurniture(blocks, {
    1: ad(1),
    2: related[0]
      ? `<aside class="article-inline-link"><span>À lire aussi</span> ${link(related[0])}</aside>`
      : '',
    3: `<div class="app-push"><strong>Le Quai dans votre poche</strong><p>Recevez les alertes qui comptent, et seulement celles-là, avec notre application gratuite.</p><a href="/application">Télécharger</a></div>`,
    4: ad(2),
    5: related[1]
      ? `<aside class="article-inline-link"><span>À lire aussi</span> ${link(related[1])}</aside>`
      : '',
  })
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escape(article.title)}</title>
<link rel="canonical" href="${article.url}">
<link rel="alternate" type="application/rss+xml" href="${outlet.feed.path}">
<meta property="og:title" content="${escape(article.title)}"><meta property="og:site_name" content="${outlet.name}"><meta property="og:image" content="${origin}/media/${article.id}.png">
<meta property="article:published_time" content="${isoLocal(article.publishedAt, outlet.offsetMinutes)}">
<style>body{margin:0;font:18px/1.6 "Helvetica Neue",Arial,sans-serif;color:#16202b;background:#fafafa}a{color:${outlet.colour}}app-bar{display:flex;justify-content:space-between;background:${outlet.colour};padding:12px 20px}app-bar a{color:#fff;text-decoration:none}app-bar .logo{font-size:24px;font-weight:700}app-screen{display:block;max-width:680px;margin:0 auto;background:#fff;padding:20px}.dfp-slot{background:#eef;text-align:center;padding:20px;font-size:13px;color:#889}.article-inline-link{border-left:4px solid ${outlet.colour};padding-left:12px;margin:16px 0}.app-push{background:#fdf3dc;padding:12px 16px;border-radius:10px}img{max-width:100%;height:auto}figcaption,.meta{font-size:14px;color:#667}.sticky-tools{display:flex;gap:14px;font-size:14px}.cmp{background:#16202b;color:#fff;padding:18px 20px;font-size:14px}.tabbar{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-around;background:#fff;border-top:1px solid #ddd;padding:8px;font-size:13px}h3{margin-bottom:4px}</style>
</head>
<body>
<div class="cmp" id="cmp-layer" role="dialog" aria-modal="true"><h2>Vos données, votre choix</h2><p>Avec nos partenaires, nous déposons des cookies pour mesurer l'audience et financer la rédaction. Vous pouvez accepter, refuser ou choisir finalité par finalité.</p><button>Tout accepter</button> <button>Tout refuser</button> <button>Choisir</button></div>
<app-bar><a class="logo" href="/">${outlet.name}</a><a href="/abonnement">S'abonner</a><a href="/compte">Se connecter</a></app-bar>
<app-screen>
<div class="crumbs"><a href="/">Accueil</a> <span>/</span> <a href="/rubrique">${escape(article.section)}</a></div>
<article-view>
<h1>${escape(article.title)}</h1>
<div class="meta">${article.author ? `Par <a href="/auteur" rel="author">${escape(article.author)}</a> · ` : ''}<time datetime="${isoLocal(article.publishedAt, outlet.offsetMinutes)}">Publié le ${t.day} ${frenchMonths[t.month]} ${t.year} à ${t.hhmm.replace(':', 'h')}</time> · Temps de lecture : ${numberOf(article.id, 1, 4)} min</div>
<div class="sticky-tools"><button>Écouter l'article</button><button>Offrir</button><button>Partager</button><button>Aa</button></div>
<figure><img src="/media/${article.id}.png" alt="" width="680" height="375">${article.caption ? `<figcaption>${escape(article.caption)} <span>© Le Quai / archives</span></figcaption>` : ''}</figure>
<div class="article-body">
${body}
${article.agency ? `<p class="source">${escape(article.agency)}</p>` : ''}
</div>
<div class="signature-box"><p>Une erreur, une précision ? Écrivez à la rédaction, nous corrigeons volontiers.</p></div>
<ul class="chips"><li>Mots-clés</li>${article.tags.map((tag) => `<li><a href="/theme/${encodeURIComponent(tag)}">${escape(tag)}</a></li>`).join('')}</ul>
</article-view>
<section class="newsletter-card"><h3>La lettre du quai</h3><p>Chaque soir à 18 heures, l'essentiel de la journée raconté en cinq minutes.</p><form><input type="email" placeholder="Votre adresse e-mail"><button>Je m'inscris</button></form></section>
<section class="reco"><h3>Sur le même thème</h3>${related
    .slice(2, 5)
    .map((post) => `<div class="reco-card">${link(post)}</div>`)
    .join('')}</section>
<section class="reco sponsored"><h3>Contenus sponsorisés</h3><div class="reco-card"><a href="/partenaire/1">Cette paire de bottes que tous les pêcheurs s'arrachent</a></div><div class="reco-card"><a href="/partenaire/2">Isolation : la prime dont personne ne parle</a></div></section>
<section class="reactions"><h3>Réagir (${numberOf(article.id, 0, 9)})</h3><p>Les commentaires sont réservés aux abonnés. Connectez-vous pour participer à la discussion.</p></section>
<section class="top5"><h3>Les plus lus</h3><ol>${[...others]
    .reverse()
    .slice(0, 5)
    .map((post) => `<li>${link(post)}</li>`)
    .join('')}</ol></section>
</app-screen>
<div class="tabbar"><a href="/">À la une</a><a href="/direct">Direct</a><a href="/favoris">Favoris</a><a href="/menu">Menu</a></div>
<footer><p>© ${t.year} ${outlet.name} — Tous droits de reproduction réservés. <a href="/cgu">CGU</a> <a href="/cookies">Gérer les cookies</a></p></footer>
</body>
</html>
`
}
