import { isoLocal, localTime, spanishDays, spanishMonths } from '../dates.ts'
import { bodyBlocks, escape, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ url, title }: { url: string; title: string }): string =>
  `<a href="${url}">${escape(title)}</a>`
const font = (html: string): string =>
  `<span style="font-family: georgia, serif; font-size: medium;">${html}</span>`

/** Blogger: the text typed in its editor, so spans in divs with empty lines between; English gadgets around it. */
export function blogger({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<div style="text-align: justify;">${font(html)}</div>`,
    h: (html) => `<div><b>${font(html)}</b></div>`,
    quote: (html) => `<blockquote class="tr_bq">${font(html)}</blockquote>`,
  })
  const gap = '<div style="text-align: justify;"><span style="font-size: medium;"><br /></span></div>'
  const body = withFurniture(blocks, {
    1: gap,
    2: related[0] ? `${gap}<div style="text-align: center;"><b>${link(related[0])}</b></div>${gap}` : gap,
    3: gap,
    4: gap,
    5: gap,
    6: gap,
  })
  return `<!DOCTYPE html>
<html class='v2' dir='ltr' lang='es' xmlns='http://www.w3.org/1999/xhtml'>
<head>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<link href='${article.url}' rel='canonical'/>
<link rel="alternate" type="application/atom+xml" title="${outlet.name} - Atom" href="${origin}${outlet.feed.path}" />
<meta content='${escape(article.title)}' property='og:title'/>
<meta content='${origin}/media/${article.id}.png' property='og:image'/>
<title>${outlet.name}: ${escape(article.title)}</title>
<style>body{background:#d9cfc0;font:16px/1.6 Georgia,serif;margin:0}.content-inner{max-width:960px;margin:0 auto;background:#fff;padding:20px}a{color:${outlet.colour}}.header h1{font-size:44px;margin:0}.columns{display:flex;gap:24px}.column-center-outer{flex:2}.column-right-outer{flex:1;font-size:14px}.date-header{background:${outlet.colour};color:#fff;display:inline-block;padding:2px 10px;font-size:14px}.post-footer{background:#f4efe7;padding:8px;font-size:14px}img{max-width:100%;height:auto}.tr-caption{font-size:13px;color:#777}@media(max-width:800px){.columns{display:block}}</style>
</head>
<body class='item-view'>
<div class='navbar section' id='navbar'><div class='widget Navbar'><a href='#main'>Skip to main content</a></div></div>
<div class='content-inner'>
<header><div class='header section'><h1 class='title'><a href='${origin}/'>${outlet.name}</a></h1><p class='description'><span>${outlet.tagline}</span></p></div></header>
<div class='tabs'><ul><li><a href='${origin}/'>Portada</a></li><li><a href='${origin}/p/quienes.html'>Quiénes somos</a></li><li><a href='${origin}/p/contacto.html'>Contacto</a></li></ul></div>
<div class='columns'>
<div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>
<div class="date-outer"><h2 class='date-header'><span>${spanishDays[t.weekday]}, ${t.day} de ${spanishMonths[t.month]} de ${t.year}</span></h2>
<div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template'>
<h3 class='post-title entry-title'>${escape(article.title)}</h3>
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-1'>
<table align="center" class="tr-caption-container"><tbody><tr><td><a href="/media/${article.id}.png"><img border="0" height="220" src="/media/${article.id}.png" width="400" alt="" /></a></td></tr>${article.caption ? `<tr><td class="tr-caption">${escape(article.caption)}</td></tr>` : ''}</tbody></table>
${gap}
${body}
${article.agency ? `${gap}<div>${font(escape(article.agency))}</div>` : ''}
<div style='clear: both;'></div>
</div>
<div class='post-footer'>
<div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Publicado por <span class='fn'>${escape(article.author ?? outlet.name)}</span></span> <span class='post-timestamp'>en <a class='timestamp-link' href='${article.url}' rel='bookmark'><abbr class='published' title='${isoLocal(article.publishedAt, outlet.offsetMinutes)}'>${t.hhmm}</abbr></a></span> <span class='post-comment-link'>No hay comentarios:</span></div>
<div class='post-share-buttons goog-inline-block'><a class='goog-inline-block share-button sb-email' href='#'><span class='share-button-link-text'>Enviar por correo electrónico</span></a> <a class='share-button sb-blog' href='#'><span class='share-button-link-text'>Escribe un blog</span></a> <a class='share-button sb-facebook' href='#'><span class='share-button-link-text'>Compartir con Facebook</span></a></div>
<div class='post-footer-line post-footer-line-2'><span class='post-labels'>Etiquetas: ${article.tags.map((tag) => `<a href='${origin}/search/label/${encodeURIComponent(tag)}' rel='tag'>${escape(tag)}</a>`).join(', ')}</span></div>
</div></div>
<div class='comments' id='comments'><h4>No hay comentarios:</h4><p class='comment-footer'><a href='#'>Publicar un comentario</a></p></div>
</div></div></div></div>
<div class='blog-pager' id='blog-pager'>${related[1] ? `<a class='blog-pager-newer-link' href='${related[1].url}'>Entrada más reciente</a>` : ''} ${related[2] ? `<a class='blog-pager-older-link' href='${related[2].url}'>Entrada antigua</a>` : ''} <a class='home-link' href='${origin}/'>Inicio</a></div>
<div class='post-feeds'><div class='feed-links'>Suscribirse a: <a class='feed-link' href='${outlet.feed.path}'>Enviar comentarios (Atom)</a></div></div>
</div></div></div>
<div class='column-right-outer'><aside><div class='widget PopularPosts'><h2>Popular Posts</h2><ul>${[
    ...others,
  ]
    .reverse()
    .slice(0, 4)
    .map((post) => `<li><div class='item-title'>${link(post)}</div></li>`)
    .join('')}</ul></div>
<div class='widget BlogArchive'><h2>Archivo del blog</h2><ul><li>${t.year} (${others.length + 1})</li></ul></div>
<div class='widget Followers'><h2>Seguidores</h2></div><div class='widget FollowByEmail'><h2>Follow by Email</h2><p>Deja tu correo y te avisamos cuando haya algo nuevo en el puerto.</p></div></aside></div>
</div>
<footer><div class='widget Attribution'>Tema Viajes. Con la tecnología de Blogger.</div></footer>
</div>
</body>
</html>
`
}
