import { isoLocal, localTime, maghrebiMonths } from '../dates.ts'
import { bodyBlocks, escape, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ path, title }: { path: string; title: string }): string =>
  `<a href="${path}" hreflang="ar">${escape(title)}</a>`

/** Drupal with its fields: every value in `field__item`, related headlines as "read also" lines, French strings left over. */
export function drupal({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const date = `${t.day} ${maghrebiMonths[t.month]} ${t.year} - ${t.hhmm}`
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<p class="text-align-justify">${html}</p>`,
    quote: (html) => `<blockquote><p>${html}</p></blockquote>`,
  })
  const body = withFurniture(blocks, {
    2: related[0] ? `<p><strong>اقرأ أيضا: ${link(related[0])}</strong></p>` : '',
    4: related[1] ? `<p><strong>اقرأ أيضا: ${link(related[1])}</strong></p>` : '',
  })
  const field = (name: string, label: string, inner: string): string =>
    `<div class="field field--name-${name} field--label-inline clearfix"><div class="field__label">${label}</div><div class="field__items">${inner}</div></div>`
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8" />
<title>${escape(article.title)} | ${outlet.name}</title>
<meta name="Generator" content="Drupal 9 (https://www.drupal.org)" />
<link rel="canonical" href="${article.url}" />
<link rel="alternate" type="application/atom+xml" href="${outlet.feed.path}" />
<meta property="og:title" content="${escape(article.title)}" />
<meta property="og:image" content="${origin}/media/${article.id}.png" />
<meta property="article:published_time" content="${isoLocal(article.publishedAt, outlet.offsetMinutes)}" />
<style>body{margin:0;font:18px/1.9 "Noto Naskh Arabic",Tahoma,serif;color:#222}a{color:${outlet.colour}}.region-header{background:#f6f1e7;border-bottom:5px solid ${outlet.colour};padding:14px 6%}.site-name{font-size:36px;text-decoration:none}.menu{list-style:none;display:flex;gap:20px;padding:0 6%;margin:8px 0}.layout-container{display:flex;gap:30px;padding:10px 6%}.layout-content{flex:3}.layout-sidebar{flex:1;font-size:15px}.field__label,.submitted{color:#777;font-size:15px}.field--label-inline>div,.field__items>div{display:inline-block;margin-left:8px}img{max-width:100%}.block{margin-bottom:20px}.visually-hidden{position:absolute;height:1px;width:1px;overflow:hidden}@media(max-width:800px){.layout-container{display:block}}</style>
</head>
<body class="path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable skip-link">Aller au contenu principal</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>
<header role="banner"><div class="region region-header"><a class="site-name" href="/" rel="home">${outlet.name}</a><div class="site-slogan">${outlet.tagline}</div></div>
<nav role="navigation" class="block-menu"><h2 class="visually-hidden">Navigation principale</h2><ul class="menu"><li><a href="/">الاستقبال</a></li><li><a href="/ar/wataniya">وطنية</a></li><li><a href="/ar/jihat">جهات</a></li><li><a href="/ar/iqtisad">اقتصاد</a></li><li><a href="/ar/riyada">رياضة</a></li><li><a href="/ar/alam">العالم</a></li></ul></nav></header>
<div class="search-block-form"><form action="/search/node" method="get"><label class="visually-hidden">Rechercher</label><input title="Indiquer les termes à rechercher" type="search" name="keys" /><input type="submit" value="Rechercher" /></form></div>
<div class="layout-container">
<main role="main" class="layout-content"><a id="main-content" tabindex="-1"></a>
<nav class="breadcrumb" aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb" class="visually-hidden">Fil d'Ariane</h2><ol><li><a href="/">الاستقبال</a></li><li><a href="/ar/1">${escape(article.section)}</a></li></ol></nav>
<article role="article" class="node node--type-article node--view-mode-full clearfix">
<h1 class="page-title"><span class="field field--name-title field--type-string">${escape(article.title)}</span></h1>
<div class="submitted">${article.author ? `<span class="field--name-uid">بقلم ${escape(article.author)}</span> ` : ''}<span class="field--name-created">نشر في ${date}</span></div>
<ul class="links inline"><li><a href="/print/node">طباعة</a></li><li><a href="/printmail/node">أرسل إلى صديق</a></li><li><a href="#" class="a-plus">A+</a></li><li><a href="#" class="a-minus">A-</a></li></ul>
<div class="field field--name-field-image"><img src="/media/${article.id}.png" alt="" width="780" height="430" typeof="foaf:Image" />${article.caption ? `<div class="field--name-field-legend">${escape(article.caption)}</div>` : ''}</div>
<div class="node__content clearfix">
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">
${article.agency ? `<p><em>${escape(article.agency)}</em></p>\n` : ''}${body}
</div>
${field('field-tags', 'الكلمات المفاتيح', article.tags.map((tag) => `<div class="field__item"><a href="/tags/${encodeURIComponent(tag)}" rel="tag">${escape(tag)}</a></div>`).join(''))}
<div class="addtoany_list" data-a2a-url="${article.url}"><a class="a2a_button_facebook" href="#">Facebook</a> <a class="a2a_button_whatsapp" href="#">WhatsApp</a> <a class="a2a_dd" href="#">Partager</a></div>
<ul class="links inline list-inline"><li class="comment-forbidden"><a href="/user/login">Connectez-vous</a> ou <a href="/user/register">inscrivez-vous</a> pour publier un commentaire</li></ul>
</div>
</article>
<div class="views-element-container block block-views-blockrelated"><h2>في نفس السياق</h2><div class="view-content">${related
    .slice(2, 6)
    .map(
      (post) =>
        `<div class="views-row"><div class="views-field views-field-title"><span class="field-content">${link(post)}</span></div></div>`,
    )
    .join('')}</div></div>
</main>
<aside class="layout-sidebar" role="complementary"><div class="block block-views-blockpopular"><h2>الأكثر تصفحا</h2><ul>${[
    ...others,
  ]
    .reverse()
    .slice(0, 5)
    .map((post) => `<li>${link(post)}</li>`)
    .join('')}</ul></div>
<div class="block block-simplenews"><h2>Lettre d'information</h2><p>سجلوا بريدكم لتصلكم نشرة ${outlet.name} كل مساء.</p><form><input type="email" /><input type="submit" value="S'abonner" /></form></div></aside>
</div>
<footer role="contentinfo"><div class="region region-footer"><p>كل الحقوق محفوظة ${outlet.name} ${t.year}</p><ul class="menu"><li><a href="/charte">Mentions légales</a></li><li><a href="/contact">اتصلوا بنا</a></li><li><a href="${outlet.feed.path}">RSS</a></li></ul></div></footer>
</div>
</body>
</html>
`
}
