import { fold } from '@newsbraid/text'

/**
 * Country code, then its adjective: Arabic (masculine), English, French (masculine; feminine where it is not regular). Arabic
 * مالي is left out: it nearly always means financial.
 */
const TABLE = `
AE إماراتي,emirati,émirati
AF أفغاني,afghan,afghan
AR أرجنتيني,argentine,argentin
AT نمساوي,austrian,autrichien
AU أسترالي,australian,australien
BE بلجيكي,belgian,belge
BF بوركيني,burkinabe,burkinabè
BH بحريني,bahraini,bahreïni
BR برازيلي,brazilian,brésilien
CA كندي,canadian,canadien
CH سويسري,swiss,suisse
CI إيفواري,ivorian,ivoirien
CM كاميروني,cameroonian,camerounais
CN صيني,chinese,chinois
CO كولومبي,colombian,colombien
CU كوبي,cuban,cubain
CZ تشيكي,czech,tchèque
DE ألماني,german,allemand
DK دنماركي,danish,danois
DZ جزائري,algerian,algérien
EG مصري,egyptian,égyptien
ES إسباني,spanish,espagnol
ET إثيوبي,ethiopian,éthiopien
FI فنلندي,finnish,finlandais
FR فرنسي,french,français
GB بريطاني,british,britannique
GH غاني,ghanaian,ghanéen
GR يوناني,greek,grec
HU مجري,hungarian,hongrois
ID إندونيسي,indonesian,indonésien
IE أيرلندي,irish,irlandais
IL إسرائيلي,israeli,israélien
IN هندي,indian,indien
IQ عراقي,iraqi,irakien
IR إيراني,iranian,iranien
IT إيطالي,italian,italien
JO أردني,jordanian,jordanien
JP ياباني,japanese,japonais
KE كيني,kenyan,kényan
KR كوري,korean,coréen
KW كويتي,kuwaiti,koweïtien
LB لبناني,lebanese,libanais
LY ليبي,libyan,libyen
MA مغربي,moroccan,marocain
ML ,malian,malien
MR موريتاني,mauritanian,mauritanien
MX مكسيكي,mexican,mexicain
MY ماليزي,malaysian,malaisien
NE نيجري,nigerien,nigérien
NG نيجيري,nigerian,nigérian
NL هولندي,dutch,néerlandais
NO نرويجي,norwegian,norvégien
NP نيبالي,nepali,népalais
OM عماني,omani,omanais
PH فلبيني,philippine,philippin
PK باكستاني,pakistani,pakistanais
PL بولندي,polish,polonais
PS فلسطيني,palestinian,palestinien
PT برتغالي,portuguese,portugais
QA قطري,qatari,qatari
RO روماني,romanian,roumain
RS صربي,serbian,serbe
RU روسي,russian,russe
SA سعودي,saudi,saoudien
SD سوداني,sudanese,soudanais
SE سويدي,swedish,suédois
SN سنغالي,senegalese,sénégalais
SO صومالي,somali,somalien
SY سوري,syrian,syrien
TD تشادي,chadian,tchadien
TN تونسي,tunisian,tunisien
TR تركي,turkish,turc
UA أوكراني,ukrainian,ukrainien
UG أوغندي,ugandan,ougandais
US أمريكي,american,américain
US أميركي,u.s.,états-unien
VE فنزويلي,venezuelan,vénézuélien
YE يمني,yemeni,yéménite
ZA جنوب أفريقي,south african,sud-africain
`
const codes = new Map<string, string>()
for (const line of TABLE.trim().split('\n')) {
  const code = line.slice(0, 2)
  for (const word of line.slice(3).split(',')) if (word) codes.set(fold(word), code)
}

/** Country code of a folded adjective of nationality, with or without the Arabic article, in either gender. */
export function countryOfAdjective(word: string): string | undefined {
  const bare = /^(?:و|ب|ل|ف)?ال../.test(word)
    ? word.replace(/^(?:و|ب|ل|ف)?ال/, '')
    : word.startsWith('لل')
      ? word.slice(2)
      : word
  const exact = codes.get(bare)
  if (exact) return exact
  if (/[يه]$/.test(bare)) return codes.get(bare.replace(/ه$/, ''))
  return codes.get(bare.replace(/(?:ne|e|s|nes|es)$/, '')) ?? codes.get(bare.replace(/nes?$/, ''))
}

/** Heads of organisations that every country has under the same name. */
const GENERIC = new Set(
  fold(
    'وزارة مجلس برلمان جيش شرطة حكومة نيابة محكمة ديوان هيئة رئاسة دفاع حماية هلال بنك مصرف قوات حرس أمن مديرية نقابة اتحاد لجنة ' +
      'ministry department parliament senate army navy police government supreme central national electoral election house civil ' +
      'ministere assemblee senat armee marine gouvernement cour banque conseil protection garde gendarmerie commission croissant-rouge croix-rouge',
  ).split(' '),
)
export const isGeneric = (head: string): boolean => GENERIC.has(head)
