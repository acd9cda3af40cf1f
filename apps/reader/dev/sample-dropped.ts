import type { DroppedBlock } from '@newsbraid/model'

/** Page furniture as cleaning would report it, by the page's language. */
export const SAMPLE_DROPPED: Record<string, DroppedBlock[]> = {
  ar: [
    { text: 'الرئيسية / محليات / طقس', reason: 'breadcrumb', evidence: 'nav.crumbs' },
    {
      text: 'شارك الخبر  فيسبوك  واتساب  نسخ الرابط',
      reason: 'share-bar',
      evidence: 'three names of networks in one short block',
    },
    {
      text: 'اقرأ أيضًا: كيف تستعد المدن لموسم الأمطار؟\nخريطة السدود الصغيرة في الجنوب\nعشر نصائح قبل السيول',
      reason: 'related',
      evidence: 'a phrase that opens lists of links, 100 % of the text is linked',
    },
    {
      text: '[box type="promo" id="7"]',
      reason: 'shortcode',
      evidence: 'square brackets left by a template',
    },
    {
      text: 'سلمى التاجوري، محررة الشؤون المحلية، تكتب في الصحيفة منذ ست سنوات وتتابع قضايا المياه والبيئة. وُلدت على الساحل ودرست الصحافة، ولها كتاب عن القرى التي غيّرت مجاري أوديتها مواقعها، كما شاركت في إعداد أطلس السيول الذي يصدر كل عامين ويرصد ما تغيّر في خرائط المجاري القديمة والجديدة، وتستقبل رسائل القراء كل أسبوع.',
      reason: 'author-box',
      evidence: 'seen on 6 pages of this site',
    },
    {
      text: 'الاسم * البريد الإلكتروني * أضف تعليقك',
      reason: 'comment-form',
      evidence: 'form with fields for name and e-mail',
    },
  ],
  en: [
    { text: 'Home › Regions › South', reason: 'breadcrumb', evidence: 'class "trail"' },
    {
      text: 'Get the morning letter. Free, every weekday.',
      reason: 'newsletter',
      evidence: 'form with one e-mail field',
    },
    { text: 'floods · weather · rescue', reason: 'tags', evidence: 'rel="tag" on every link' },
  ],
  fr: [
    {
      text: 'À lire aussi : notre dossier sur les crues',
      reason: 'related',
      evidence: 'a phrase that opens lists of links',
    },
  ],
}
