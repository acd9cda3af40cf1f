import { levantineMonths, isoLocal, localTime } from '../dates.ts'
import { bodyBlocks, escape, numberOf, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ url, title }: { url: string; title: string }): string =>
  `<a href="${url}">${escape(title)}</a>`

const comments = [
  ['أبو يزن', 'خبر مهم، ننتظر المتابعة منكم في الأيام القادمة.'],
  ['سلمى ع.', 'يا ريت تنشروا الأرقام كاملة مع المصدر، شكرا على الجهد.'],
  ['قارئ من الزرقاء', 'كالعادة الكلام كثير والفعل قليل!'],
]

/** An Arabic magazine theme of WordPress: widgets, sharedaddy, Jetpack; half of its strings stayed English. */
export function wordpressClassic({ outlet, origin, article, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const date = `${t.day} ${levantineMonths[t.month]}، ${t.year}`
  const commentCount = numberOf(article.id, 0, 3)
  const blocks = bodyBlocks(article.body, {
    p: (html) => `<p style="text-align: justify;">${html}</p>`,
    h: (html) => `<h3><strong>${html}</strong></h3>`,
    quote: (html) => `<blockquote class="wp-block-quote"><p>${html}</p></blockquote>`,
  })
  const body = withFurniture(blocks, {
    1: '<p>[ads2]</p>',
    2: related[0] ? `<p>&nbsp;</p>\n<p>${link(related[0])}</p>\n<p>&nbsp;</p>` : '',
    4: related[1] ? `<h4 class="inline-read">${link(related[1])}</h4>` : '',
  })
  const share = ['X', 'Facebook', 'WhatsApp', 'Telegram']
    .map(
      (name) =>
        `<li class="share-${name.toLowerCase()}"><a rel="nofollow noopener" class="share-${name.toLowerCase()} sd-button share-icon" href="${article.url}?share=${name.toLowerCase()}"><span>${name}</span><span class="sharing-screen-reader-text">انقر للمشاركة على ${name} (Opens in new window)</span></a></li>`,
    )
    .join('')
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(article.title)} - ${outlet.name}</title>
<link rel="canonical" href="${article.url}" />
<link rel="alternate" type="application/rss+xml" title="${outlet.name} &raquo; الخلاصة" href="${origin}${outlet.feed.path}" />
<meta property="og:locale" content="ar_AR" />
<meta property="og:type" content="article" />
<meta property="og:title" content="${escape(article.title)}" />
<meta property="og:site_name" content="${outlet.name}" />
<meta property="og:image" content="${origin}/media/${article.id}.png" />
<meta property="article:published_time" content="${isoLocal(article.publishedAt, outlet.offsetMinutes)}" />
<meta name="generator" content="WordPress 5.9.3" />
<style>body{margin:0;font:17px/1.9 Tahoma,Arial,sans-serif;background:#eee;color:#222}a{color:${outlet.colour}}#top-nav,#footer{background:#222;color:#ccc;padding:6px 5%}#header{background:${outlet.colour};padding:18px 5%}#header a{color:#fff;font-size:34px;text-decoration:none}.main-nav ul,.tie-list{list-style:none;padding:0}.main-nav{padding:0 5%}.meta-item,.post-meta span{margin-left:12px}.main-nav li,.sd-content li{display:inline-block;margin-left:14px}.wrap{display:flex;gap:24px;padding:16px 5%}.main-content{flex:2;background:#fff;padding:20px}.sidebar{flex:1}.widget{background:#fff;padding:14px;margin-bottom:16px}.widget-title{border-bottom:3px solid ${outlet.colour}}img{max-width:100%;height:auto}.screen-reader-text,.sharing-screen-reader-text{font-size:11px;color:#999}.about-author,.comment-respond{border-top:1px solid #ddd;margin-top:18px}@media(max-width:800px){.wrap{display:block}}</style>
</head>
<body class="rtl post-template-default single single-post wpb-js-composer">
<nav id="top-nav" class="has-date"><div class="topbar-today-date">آخر تحديث قبل دقائق</div>
<div class="type-to-search"><form method="get" action="${origin}/"><input type="text" name="s" placeholder="Type to search" title="Type to search" /> <span>Type to search</span></form></div></nav>
<header id="header"><a href="${origin}/">${outlet.name}</a></header>
<nav class="main-nav"><ul><li><a href="${origin}/">الرئيسية</a></li><li><a href="${origin}/c/local">محليات</a></li><li><a href="${origin}/c/world">عربي ودولي</a></li><li><a href="${origin}/c/eco">اقتصاد</a></li><li><a href="${origin}/c/sport">ملاعب</a></li><li><a href="${origin}/c/culture">فنون</a></li></ul></nav>
<div class="wrap">
<div class="main-content">
<article id="the-post" class="container-wrapper post-content tie-standard">
<header class="entry-header-outer">
<nav id="breadcrumb"><a href="${origin}/">الرئيسية</a><em class="delimiter">/</em><a href="${origin}/c/1">${escape(article.section)}</a><em class="delimiter">/</em><span class="current">${escape(article.title)}</span></nav>
<div class="entry-header"><span class="post-cat-wrap"><a class="post-cat" href="${origin}/c/1">${escape(article.section)}</a></span>
<h1 class="post-title entry-title">${escape(article.title)}</h1>
<div id="single-post-meta" class="post-meta clearfix">${article.author ? `<span class="meta-author"><a href="${origin}/author/1" class="author-name">${escape(article.author)}</a></span>` : ''}<span class="date meta-item">${date}</span><span class="meta-comment">${commentCount}</span><span class="meta-views">${numberOf(`${article.id}/views`, 90, 2400)}</span><span class="meta-reading-time">دقيقة واحدة</span></div></div>
</header>
<div id="share-buttons-top" class="share-buttons"><span>Share</span> <a href="#">فيسبوك</a> <a href="#">تويتر</a> <a href="#">طباعة</a></div>
<figure class="single-featured-image"><img src="/media/${article.id}.png" alt="" width="780" height="430" />${article.caption ? `<figcaption class="single-caption-text">${escape(article.caption)}</figcaption>` : ''}</figure>
<div class="entry-content entry clearfix">
${article.agency ? `<p><strong>${escape(article.agency)}</strong></p>\n` : ''}${body}
<p>[ads2]</p>
<div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title"><span class="tie-icon-tags"></span> الوسوم</div><span class="tagcloud">${article.tags.map((tag) => `<a href="${origin}/tag/${encodeURIComponent(tag)}" rel="tag">${escape(tag)}</a>`).join(' ')}</span></div>
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">شارك الموضوع:</h3><div class="sd-content"><ul>${share}</ul></div></div></div>
<div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper"><h3 class="sd-title">معجب بهذه:</h3><div class="likes-widget-placeholder"><span class="button"><span>إعجاب</span></span> <span class="loading">تحميل...</span></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3>${related
    .slice(2, 5)
    .map((post) => `<div class="jp-relatedposts-post">${link(post)}</div>`)
    .join('')}</div>
</div>
</article>
${
  article.author
    ? `<div class="about-author container-wrapper"><h3 class="author-name">${escape(article.author)}</h3><div class="author-bio">صحافي في ${outlet.name}، يكتب في الشأن العام وله تحقيقات منشورة في عدد من المنصات العربية.</div><ul class="social-icons"><li><a href="#">Website</a></li><li><a href="#">Facebook</a></li></ul></div>`
    : ''
}
<div id="related-posts" class="container-wrapper"><div class="mag-box-title the-global-title"><h3>مقالات ذات صلة</h3></div><div class="related-posts-list">${related
    .slice(3, 6)
    .map(
      (post) =>
        `<div class="related-item"><a href="${post.url}"><img src="/media/${post.id}.png" alt="" width="220" height="130" /></a><h3 class="post-title">${link(post)}</h3><span class="date">منذ يوم واحد</span></div>`,
    )
    .join('')}</div></div>
<div id="comments" class="comments-area">
<div class="mag-box-title"><h3>${commentCount} تعليق</h3></div>
<ol class="comment-list">${comments
    .slice(0, commentCount)
    .map(
      ([who, text]) =>
        `<li class="comment even thread-even depth-1"><div class="comment-author vcard"><cite class="fn">${who}</cite> <span class="says">يقول:</span></div><div class="comment-meta">${date} الساعة ${t.hhmm}</div><p>${text}</p><a class="comment-reply-link" href="#respond">رد</a></li>`,
    )
    .join('')}</ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title the-global-title">Leave a Comment <small><a rel="nofollow" href="#respond" style="display:none">إلغاء الرد</a></small></h3>
<form action="${origin}/wp-comments-post.php" method="post" class="comment-form"><p class="comment-notes"><span>Your email address stays with us and is never shown.</span> <span class="required-field-message">الحقول المطلوبة تحمل علامة <span class="required">*</span></span></p>
<p class="comment-form-comment"><label for="comment">التعليق *</label> <textarea id="comment" name="comment" cols="45" rows="4"></textarea></p><p><label for="author">الاسم *</label> <input id="author" name="author" /></p><p><label for="email">البريد الإلكتروني *</label> <input id="email" name="email" type="email" /></p><p class="form-submit"><input name="submit" type="submit" value="Post Comment" /></p></form>
<p class="akismet_comment_form_privacy_notice">يستعين الموقع بخدمة Akismet لفرز الرسائل المزعجة. <a href="#">اقرأ كيف تعالج بيانات تعليقك</a>.</p></div>
</div>
<div id="jp-post-flair"><p>%d مدونون معجبون بهذه:</p></div>
</div>
<aside class="sidebar"><div class="widget posts-list"><div class="widget-title"><h4>الأكثر قراءة هذا الأسبوع</h4></div><ul class="tie-list">${[
    ...related,
  ]
    .reverse()
    .slice(0, 5)
    .map((post) => `<li>${link(post)}</li>`)
    .join('')}</ul></div>
<div class="widget widget_mailchimp"><h4>النشرة البريدية</h4><p>ضع بريدك هنا لتصلك عناوين ${outlet.name} كل صباح.</p><form><input type="email" placeholder="Enter your Email address" /> <button>اشتراك</button></form></div>
<div class="widget social-icons-widget"><h4>تابعونا</h4><p>تابعوا ${outlet.name} على شبكات التواصل لتصلكم الأخبار أولا بأول.</p></div></aside>
</div>
<footer id="footer"><div id="site-info">© ${t.year}، جميع الحقوق محفوظة | ${outlet.name} | Theme by Fanar Themes</div></footer>
<a id="go-to-top" class="go-to-top-button" href="#go-to-tie-body"><span class="screen-reader-text">زر الذهاب إلى الأعلى</span></a>
<div id="check-also-box"><a class="check-also-close" href="#">إغلاق</a><h3>شاهد أيضا</h3>${related[2] ? link(related[2]) : ''}</div>
<script>window._stq=window._stq||[];var jetpackLikes={"text":"%d مدونون معجبون بهذه:"};</script>
</body></html>
`
}
