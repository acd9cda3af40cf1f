import { sourceRef } from './sample-sources.ts'

export type SampleBlock = { kind: 'p' | 'h2' | 'blockquote' | 'li'; text: string }
export type SampleArticle = {
  key: string
  source: string
  lang: string
  title: string
  /** Minutes before now */
  ago: number
  authors?: string[]
  role?: 'report' | 'copy' | 'followup'
  blocks: SampleBlock[]
}

const p = (text: string): SampleBlock => ({ kind: 'p', text })
const h2 = (text: string): SampleBlock => ({ kind: 'h2', text })
const quote = (text: string): SampleBlock => ({ kind: 'blockquote', text })
const li = (text: string): SampleBlock => ({ kind: 'li', text })

const FLOOD_AR = [
  p(
    'أعلنت وزيرة الموارد المائية نعيمة البرقاوي، مساء السبت، أن السيول التي اجتاحت وادي السدر فجرًا أودت بحياة 17 شخصًا على الأقل، فيما لا يزال تسعة آخرون في عداد المفقودين.',
  ),
  p(
    'وقالت البرقاوي في مؤتمر صحفي إن منسوب المياه في الوادي ارتفع أربعة أمتار في أقل من ساعة، وإن السد القديم عند المدخل الشرقي لم يعد قادرًا على تصريف ما وصله.',
  ),
  quote(
    '«لم نشهد مثل هذا المنسوب منذ بدأ القياس قبل ستين عامًا. الأولوية الآن للعالقين، وبعدها نتحدث عن السد».',
  ),
  h2('فرق الإنقاذ تواصل البحث'),
  p(
    'ودفع فريق الإنقاذ الساحلي بأحد عشر قاربًا وثلاث مروحيات إلى المنطقة، وتمكن حتى العصر من إجلاء 340 عائلة من الأحياء المنخفضة إلى ثلاث مدارس جُهزت على عجل.',
  ),
  p('وتحتاج مراكز الإيواء، بحسب الفريق، إلى:'),
  li('أغطية ومياه شرب تكفي ألفي شخص'),
  li('مولدات كهربائية صغيرة'),
  li('أدوية للأمراض المزمنة'),
  p(
    'ومن المتوقع أن تنحسر الأمطار مساء الأحد، غير أن مصلحة الأرصاد أبقت التحذير الأحمر قائمًا في وادي السدر وما حوله.',
  ),
]
const FLOOD_EN = [
  p(
    'Flash floods tore through the town of Wadi Sidr before dawn on Saturday, killing at least 14 people and leaving hundreds of families on rooftops, rescuers said.',
  ),
  p(
    'Water Minister Naima Barqawi said the valley rose by four metres in under an hour. “We have not seen a level like this since measurements began sixty years ago,” she told reporters.',
  ),
  h2('Boats and helicopters'),
  p(
    'The Coastal Rescue Corps sent eleven boats and three helicopters. By afternoon 340 families had been moved from low-lying districts to three schools.',
  ),
  p('Rain is expected to ease on Sunday evening, but the red warning for Wadi al-Sidr stays in place.'),
]
const FLOOD_FR = [
  p(
    'Des crues soudaines ont ravagé Oued Sidr à l’aube, faisant 17 morts selon la ministre Naïma Barkaoui ; neuf personnes sont encore recherchées.',
  ),
  p(
    'Le Corps de secours côtier a évacué 340 familles vers trois écoles. L’alerte rouge est maintenue jusqu’à dimanche soir.',
  ),
]
const FLOOD_NEXT = [
  p('قررت الحكومة إرسال لجنة هندسية لفحص سد وادي السدر بعد يوم من السيول، على أن ترفع تقريرها خلال أسبوع.'),
  p('وأكدت نعيمة البرقاوي أن اللجنة ستضم خبراء من خارج الوزارة، وأن نتائجها ستُنشر كاملة.'),
]
const STRIKE_EN = [
  p(
    'Dockers at Marsa Louz will return to work on Monday after the Dockers’ Union and the port signed a two-year agreement overnight, ending a strike that had kept 46 ships waiting offshore.',
  ),
  p(
    'Harbour master Edda Tavel said the first berths would open at six in the morning. “It will take us about nine days to clear the queue,” Tavel said.',
  ),
  p('The agreement raises night pay by 12 per cent and limits shifts to ten hours.'),
]
const STRIKE_FR = [
  p(
    'Les dockers de Marsa Louz reprendront le travail lundi. Le Syndicat des dockers et le port ont signé dans la nuit un accord de deux ans.',
  ),
  p(
    'Selon la directrice Edda Tavel, 46 navires attendaient au large ; il faudra une dizaine de jours pour résorber la file.',
  ),
]
const BANK_AR = [
  p(
    'أبقى المصرف المركزي سعر الفائدة عند 6.5 في المئة للمرة الثالثة على التوالي، وقال محافظ المصرف الدكتور سمير القطراني إن التضخم يتراجع «ببطء ولكن بثبات».',
  ),
  p('وأضاف القطراني أن المصرف سيراجع قراره بعد صدور أرقام الربع الأخير.'),
]
const MOSAIC_FR = [
  p(
    'Une équipe conduite par l’archéologue Maëlle Lenoir-Ziani a mis au jour, sur les pentes du Djebel Ahmar, une mosaïque de onze mètres représentant une flotte de pêche.',
  ),
  p('« La couleur est intacte parce que le sol a glissé d’un coup », explique Lenoir-Ziani.'),
]
const MOSAIC_EN = [
  p(
    'Archaeologists have uncovered an eleven-metre mosaic of a fishing fleet on the slopes of Jabal Ahmar, with its colours almost untouched.',
  ),
  p('Maelle Lenoir-Ziani, who leads the dig, thinks a landslide sealed the floor within minutes.'),
]

/** Invented articles. */
export const SAMPLE_ARTICLES: SampleArticle[] = [
  {
    key: 'flood-marfa',
    source: 'marfa',
    lang: 'ar',
    ago: 95,
    authors: ['سلمى التاجوري'],
    title: 'سيول وادي السدر: 17 قتيلًا وفرق الإنقاذ تبحث عن تسعة مفقودين',
    blocks: FLOOD_AR,
  },
  {
    key: 'flood-riyah',
    source: 'riyah',
    lang: 'ar',
    ago: 210,
    title: 'ارتفاع حصيلة سيول وادي السدر إلى 17 قتيلًا',
    blocks: FLOOD_AR.slice(0, 5),
  },
  {
    key: 'flood-sahel',
    source: 'sahel',
    lang: 'ar',
    ago: 180,
    role: 'copy',
    title: 'ارتفاع حصيلة سيول وادي السدر إلى 17 قتيلا',
    blocks: FLOOD_AR.slice(0, 5),
  },
  {
    key: 'flood-island',
    source: 'island',
    lang: 'en',
    ago: 160,
    role: 'copy',
    title: 'At least 14 dead as floods hit Wadi Sidr',
    blocks: FLOOD_EN.slice(0, 4),
  },
  {
    key: 'flood-delta',
    source: 'delta',
    lang: 'en',
    ago: 240,
    authors: ['Rhona Pell', 'Idris Vance'],
    title: 'At least 14 dead as flash floods tear through Wadi Sidr',
    blocks: FLOOD_EN,
  },
  {
    key: 'flood-golfe',
    source: 'golfe',
    lang: 'fr',
    ago: 130,
    title: 'Crues à Oued Sidr : 17 morts, neuf disparus',
    blocks: FLOOD_FR,
  },
  {
    key: 'flood-next',
    source: 'marfa',
    lang: 'ar',
    ago: 12,
    role: 'followup',
    title: 'لجنة هندسية لفحص سد وادي السدر بعد السيول',
    blocks: FLOOD_NEXT,
  },
  {
    key: 'strike-delta',
    source: 'delta',
    lang: 'en',
    ago: 55,
    authors: ['Rhona Pell'],
    title: 'Marsa Louz dockers end strike with two-year deal',
    blocks: STRIKE_EN,
  },
  {
    key: 'strike-north',
    source: 'north',
    lang: 'en',
    ago: 48,
    title: 'Port strike over: ships to move from Monday',
    blocks: STRIKE_EN.slice(0, 2),
  },
  {
    key: 'strike-golfe',
    source: 'golfe',
    lang: 'fr',
    ago: 36,
    title: 'Marsa Louz : fin de la grève des dockers',
    blocks: STRIKE_FR,
  },
  {
    key: 'bank-riyah',
    source: 'riyah',
    lang: 'ar',
    ago: 320,
    title: 'المصرف المركزي يثبّت الفائدة عند 6.5 في المئة للمرة الثالثة',
    blocks: BANK_AR,
  },
  {
    key: 'bank-sahel',
    source: 'sahel',
    lang: 'ar',
    ago: 300,
    role: 'copy',
    title: 'المصرف المركزي يثبت سعر الفائدة',
    blocks: BANK_AR,
  },
  {
    key: 'mosaic-golfe',
    source: 'golfe',
    lang: 'fr',
    ago: 1500,
    authors: ['Anouk Verlaine'],
    title: 'Au Djebel Ahmar, une mosaïque de pêcheurs sort de terre',
    blocks: MOSAIC_FR,
  },
  {
    key: 'mosaic-north',
    source: 'north',
    lang: 'en',
    ago: 1380,
    title: 'Fishing-fleet mosaic found under a landslide at Jabal Ahmar',
    blocks: MOSAIC_EN,
  },
]

const TOWNS: readonly [string, string][] = [
  ['Tallow Bay', 'خليج الشمع'],
  ['Port Ferren', 'ميناء فرين'],
  ['Kessra', 'الكسرة'],
  ['Ain Zarqa', 'عين الزرقاء'],
  ['Old Quay', 'الرصيف القديم'],
  ['Saffron Hill', 'تل الزعفران'],
  ['Bir Nuwara', 'بئر نوارة'],
  ['Lantern Point', 'رأس الفنار'],
]
const HAPPENINGS: readonly [string, string][] = [
  ['approves a new bus line after years of waiting', 'يقر خط حافلات جديدًا بعد سنوات من الانتظار'],
  ['reopens its library in a former mill', 'يعيد فتح مكتبته في مطحنة قديمة'],
  ['tests street lights that run on sea wind', 'يجرب إنارة شوارع تعمل بريح البحر'],
  ['votes to plant ten thousand carob trees', 'يصوّت لزراعة عشرة آلاف شجرة خروب'],
]

/** Small local news, so that lists are long enough to need a second page. */
export const LOCAL_ARTICLES: SampleArticle[] = TOWNS.flatMap(([en, ar], i) =>
  HAPPENINGS.map(([done, doneAr], j): SampleArticle => {
    const arabic = (i + j) % 2 === 0
    const title = arabic ? `مجلس ${ar} ${doneAr}` : `${en} council ${done}`
    return {
      key: `local-${i}-${j}`,
      source: arabic ? 'sahel' : 'delta',
      lang: arabic ? 'ar' : 'en',
      ago: 400 + (i * HAPPENINGS.length + j) * 95,
      title,
      blocks: [
        p(
          arabic
            ? `${title}، وقال المجلس إن العمل يبدأ في الربيع.`
            : `${title}. The council says work begins in spring.`,
        ),
      ],
    }
  }),
)

/** The address under which the outlet would have published it. */
export const urlOf = ({ source, key }: SampleArticle): string => `${sourceRef(source).homeUrl}news/${key}`
