import { fold } from '@newsbraid/text'

/** Words that say nothing about which happening is told: function words and the verbs of reporting. One line a language. */
const LINES: Record<string, string> = {
  ar: 'في من على إلى عن مع أن إن هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت يكون و ثم أو أم بعد قبل بين منذ حتى عند كما كل بعض غير أي هو هي هم أنه أنها إنه إنها وقال قال قالت أضاف أضافت أكد أكدت أعلن أعلنت وأضاف وأكد وأعلن خلال حول بشأن ضد لدى حيث إذا فيما عبر دون نحو أكثر أقل اليوم أمس غدا مساء صباح الماضي المقبل الجاري الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت وذلك وكان وكانت بها به له لها عليه عليها منه منها فيه فيها وهو وهي لكن ولم ولا وفي ومن وعلى جديد جديدة اثر إثر بسبب بحسب وفق وفقا',
  en: "a an the of to in on for and or at by with from as is are was were be been being it its this that these those he she they we you i his her their our your my not no but has have had do does did will would can could should may might after before over under again new says said say told more most about up out into off than then who what how why when where which while amid also just only there here all some any one's per via during against between through since until near us mr mrs ms monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow day week year years according",
  fr: 'le la les l un une des d du de et ou en dans sur sous par pour avec sans au aux ce cet cette ces qui que quoi dont où il elle ils elles on nous vous je se sa son ses leur leurs ne pas plus moins est sont était étaient a ont été être avoir fait faire après avant selon contre entre depuis lors vers chez comme mais si très tout tous toute toutes aussi encore déjà y n s c j m t qu lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd hui jour an ans année dit déclaré indiqué annoncé',
  de: 'der die das den dem des ein eine einer eines einem einen und oder in im an am auf aus bei mit nach von vom zu zum zur über unter vor für gegen um durch ohne bis seit während als wie wenn dass daß nicht kein keine auch noch nur schon sehr mehr ist sind war waren wird werden wurde wurden worden hat haben hatte hatten kann können soll sollen sein seine seiner ihr ihre ihrer es er sie wir ich man sich so doch aber montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern morgen tag jahr jahre jahren sagte teilte mit laut nun neue neuer neuen',
  es: 'el la los las lo un una unos unas de del y o e u en con por para sin sobre a al ante tras desde hasta entre contra según que qué quien como cuando donde se su sus le les me mi te tu nos no ni más menos muy ya es son fue fueron era ser ha han había está están este esta estos estas ese esa eso también pero si hoy ayer mañana día año años lunes martes miércoles jueves viernes sábado domingo dijo tras nuevo nueva',
  pt: 'o a os as um uma uns umas de do da dos das e ou em no na nos nas com por pelo pela pelos pelas para sem sobre ao aos à às ante após desde até entre contra segundo que quem como quando onde se seu sua seus suas lhe me não nem mais menos muito já é são foi foram era ser há tem têm está estão este esta isso também mas hoje ontem amanhã dia ano anos segunda terça quarta quinta sexta sábado domingo feira disse diz veja nova novo',
  ru: 'в во на с со и а но о об от до за из к ко по при под над для без у не ни что как это эта этот эти того тот так же бы ли или если то его ее её их он она они мы вы я был была было были быть есть будет будут стал стала после перед между через также уже еще ещё более чем который которая которые сообщил сообщила сообщили сообщает заявил заявила рассказал рассказали понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера завтра день дня года году лет время новый',
  sl: 'v na z s in ali pa je so bi bo bodo bil bila bilo bili se si ne ni za o od do po pri pod nad iz k ki da kot tudi še že le več zaradi med proti po prav ob pred kako kdaj kje ko ta to te ti tem danes včeraj jutri dan leto let letos novo',
  it: 'il lo la i gli le un uno una di del della dei delle dello degli e o in nel nella nei nelle con per da dal dalla dai su sul sulla a al alla ai alle che chi come quando dove si suo sua suoi sue non più meno è sono era ha hanno dopo prima contro tra fra anche ma oggi ieri domani giorno anno anni',
  nl: 'de het een en of in op aan van voor met door bij uit naar over onder na tot om te als dan dat die deze dit niet geen ook nog maar is zijn was waren wordt worden werd heeft hebben had hij zij ze we vandaag gisteren morgen dag jaar',
  tr: 'bir ve veya ile için da de bu şu o ki mi ne çok daha en gibi kadar sonra önce göre karşı olarak oldu olan olduğu dedi bugün dün yarın gün yıl yeni',
  fa: 'در از به با که را و یا این آن است بود شد شده می برای تا بر هم نیز اما اگر هر چه یک پس پیش روز سال گفت کرد',
}

/** Folded stop words of every language known, together: a headline often holds words of two. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.entries(LINES).flatMap(([, line]) => line.split(' ').map(fold)),
)

const BY_LANGUAGE = new Map(
  Object.entries(LINES).map(([lang, line]) => [lang, new Set(line.split(' ').map(fold))]),
)

/** Whether a folded word is a stop word of `lang` (of any language when `lang` has no list). */
export const isStopWord = (word: string, lang: string): boolean =>
  (BY_LANGUAGE.get(lang) ?? STOP_WORDS).has(word)
