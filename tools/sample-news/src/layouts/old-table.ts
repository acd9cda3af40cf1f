import { arabicDays, localTime } from '../dates.ts'
import { bodyBlocks, escape, numberOf, withFurniture } from '../markup.ts'
import type { PageContext } from '../outlet.ts'

const link = ({ url, title }: { url: string; title: string }): string =>
  `<a href="${url}">${escape(title)}</a>`

/** A home-made CMS of the early 2000s: nested tables, font tags, line breaks where paragraphs should be, no charset. */
export function oldTable({ outlet, origin, article, others, related }: PageContext): string {
  const t = localTime(article.publishedAt, outlet.offsetMinutes)
  const blocks = bodyBlocks(article.body, {
    p: (html) => html,
    h: (html) => `<b><font color="#800000">${html}</font></b>`,
    quote: (html) => `<i>${html}</i>`,
  })
  const text = withFurniture(
    blocks.map((block, i) => (i < blocks.length - 1 ? `${block}<br>\n<br>` : block)),
    { 3: related[0] ? `<b>${link(related[0])}</b><br><br>` : '' },
  )
  const id = numberOf(article.id, 2000, 90000)
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html dir="rtl">
<head>
<title>${escape(article.title)} :: ${outlet.name}</title>
<link rel="alternate" type="application/rss+xml" title="RSS" href="${outlet.feed.path}">
<style type="text/css">body,td{font-family:"Simplified Arabic",Tahoma;font-size:16px;line-height:1.7}a{color:${outlet.colour};text-decoration:none}.t1{background:${outlet.colour};color:#fff;font-weight:bold;padding:4px}.t1 a{color:#fff}.newstitle{font-size:24px;color:#003}</style>
<script type="text/javascript">function printIt(){window.print()}</script>
</head>
<body bgcolor="#e8e4d8" topmargin="0">
<table width="980" align="center" border="0" cellspacing="0" cellpadding="6" bgcolor="#ffffff">
<tr><td colspan="3" class="t1"><a href="${origin}/"><font size="6">${outlet.name}</font></a> &nbsp; <font size="2">${outlet.tagline}</font></td></tr>
<tr><td colspan="3" bgcolor="#f3efe2"><a href="${origin}/">الصفحة الأولى</a> | <a href="/cat.php?id=1">أخبار محلية</a> | <a href="/cat.php?id=2">أخبار عربية</a> | <a href="/cat.php?id=3">المال والأعمال</a> | <a href="/cat.php?id=4">رياضة</a> | <a href="/cat.php?id=5">منوعات</a> | <a href="/forum/">المنتدى</a> | <a href="/contact.php">اتصل بنا</a></td></tr>
<tr><td colspan="3"><marquee direction="right" scrollamount="3">عاجل: ${others.slice(0, 4).map(link).join(' ... ')}</marquee></td></tr>
<tr>
<td width="170" valign="top" bgcolor="#f7f4ea"><table width="100%"><tr><td class="t1">القائمة الرئيسية</td></tr><tr><td>&raquo; <a href="/archive.php">الأرشيف</a><br>&raquo; <a href="/poll.php">استطلاع الرأي</a><br>&raquo; <a href="/guestbook.php">سجل الزوار</a><br>&raquo; <a href="/add.php">أرسل خبرا</a></td></tr>
<tr><td class="t1">استفتاء</td></tr><tr><td>هل تتابع الأخبار من الهاتف أكثر من الصحيفة؟<br><input type="radio" name="q"> نعم<br><input type="radio" name="q"> لا<br><input type="submit" value="صوّت"></td></tr></table></td>
<td valign="top">
<font size="2"><a href="${origin}/">الرئيسية</a> &gt; <a href="/cat.php?id=2">${escape(article.section)}</a> &gt; ${escape(article.title)}</font>
<table width="100%" border="0"><tr><td class="newstitle" align="center"><b>${escape(article.title)}</b></td></tr>
<tr><td align="center"><font size="2" color="#666666">${arabicDays[t.weekday]} ${t.dd}-${t.mm}-${t.year} - ${t.hhmm} &nbsp; | &nbsp; عدد القراءات: ${numberOf(article.id, 60, 900)}</font></td></tr>
<tr><td align="center"><font size="2">${numberOf(article.id, 0, 4)} تعليق &nbsp; <a href="/send.php?id=${id}">ارسل لصديق</a> &nbsp; <a href="javascript:printIt()">نسخة للطباعة</a> &nbsp; <a href="javascript:void(0)">تكبير الخط</a></font></td></tr>
<tr><td><img src="/media/${article.id}.png" width="300" align="left" hspace="8" alt="${escape(article.caption ?? '')}">
<div class="newstext">
<font color="#800000"><b>${outlet.name}${article.agency ? ` - ${escape(article.agency)}` : article.author ? ` - ${escape(article.author)}` : ''}</b></font><br><br>
${text}
</div>
</td></tr>
<tr><td align="center"><font size="2">شاركنا .. <a href="#">فيس بوك</a> <a href="#">تويتر</a> <a href="#">واتس آب</a></font></td></tr>
<tr><td class="t1">اقرأ أيضا في ${outlet.name}</td></tr>
<tr><td>${related
    .slice(1, 5)
    .map((post) => `&bull; ${link(post)}<br>`)
    .join('\n')}</td></tr>
<tr><td class="t1">تعليقات القراء</td></tr>
<tr><td>التعليقات تعبر عن أصحابها ولا تعبر عن رأي ${outlet.name}، ونعتذر عن نشر ما يخرج عن أدب الحوار.<br><form action="/comment.php" method="post">الاسم: <input name="n"> البريد: <input name="e"><br><textarea name="c" cols="50" rows="3"></textarea><br><input type="submit" value="أرسل التعليق"></form></td></tr>
</table>
</td>
<td width="190" valign="top" bgcolor="#f7f4ea"><table width="100%"><tr><td class="t1">الأكثر مشاهدة</td></tr><tr><td>${[
    ...others,
  ]
    .reverse()
    .slice(0, 5)
    .map((post, i) => `${i + 1}. ${link(post)}<br>`)
    .join(
      '\n',
    )}</td></tr><tr><td class="t1">إعلان</td></tr><tr><td align="center" height="120">مساحة إعلانية<br>للحجز 0000-000</td></tr></table></td>
</tr>
<tr><td colspan="3" align="center" class="t1"><font size="2">جميع الحقوق محفوظة لـ ${outlet.name} 2003 - ${t.year} &nbsp; تصميم وبرمجة: شبكة الواحة سوفت</font></td></tr>
</table>
</body>
</html>
`
}
