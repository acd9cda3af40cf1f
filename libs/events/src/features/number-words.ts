import { fold } from '@newsbraid/text'

/** Numbers written out, 2 to 90 and the scales; from the languages' grammars. */
const LINES = `
en two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 dozen=12
fr deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 dizaine=10 douzaine=12
de zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60
es dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60
pt dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quinze=15 vinte=20 trinta=30 quarenta=40 cinquenta=50
ru два=2 две=2 двое=2 двух=2 три=3 трое=3 трех=3 четыре=4 четверо=4 пять=5 пятеро=5 пяти=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 двенадцать=12 пятнадцать=15 двадцать=20 тридцать=30 сорок=40
ar اثنان=2 اثنين=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 تسعة=9 تسع=9 عشرة=10 عشر=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90
it due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 decina=10 dozzina=12 cento=100
fa دو=2 سه=3 چهار=4 پنج=5 شش=6 هفت=7 هشت=8 ده=10 یازده=11 دوازده=12 سیزده=13 چهارده=14 پانزده=15 شانزده=16 هفده=17 هجده=18 نوزده=19 بیست=20 سی=30 چهل=40 پنجاه=50 شصت=60 هفتاد=70 هشتاد=80 نود=90 صد=100 یکصد=100 دویست=200 سیصد=300 چهارصد=400 پانصد=500
tr iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90
sl dva=2 dve=2 trije=3 tri=3 štirje=4 štiri=4 pet=5 šest=6 sedem=7 osem=8 devet=9 deset=10 enajst=11 dvanajst=12 petnajst=15 dvajset=20 trideset=30 štirideset=40 petdeset=50 sto=100
uk два=2 дві=2 двоє=2 двох=2 три=3 троє=3 трьох=3 чотири=4 четверо=4 шість=6 сім=7 вісім=8 десять=10 дванадцять=12 двадцять=20 тридцять=30 сорок=40
nl twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 twaalf=12 twintig=20
`

export const NUMBER_WORDS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [lang = '', ...pairs] = line.split(' ')
      return [
        lang,
        new Map(pairs.map((pair) => [fold(pair.split('=')[0] ?? ''), Number(pair.split('=')[1])])),
      ]
    }),
)

/** Words that multiply the number before them. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        1e3,
        'thousand mille milliers tausend mil тысяч тысячи тысяча آلاف ألف ألفا mila duizend tisoč هزار bin тисяч тисячі тисяча',
      ],
      [
        1e6,
        'million millions millionen millones milhões milhão миллион миллионов миллиона млн مليون ملايين مليونا milioni milione miljoen mio میلیون milyon milijon milijona milijonov мільйон мільйонів мільйони',
      ],
      [
        1e9,
        'billion billions milliard milliards milliarde milliarden bilhões миллиард миллиардов млрд مليار مليارات miliardi miliardo miljard bn میلیارد milyar milijarda milijard мільярд мільярдів',
      ],
    ] as const
  ).flatMap(([scale, line]) => line.split(' ').map((word) => [fold(word), scale] as const)),
)

/** What is counted, by the beginnings of folded words near the number; the first that fits wins. */
export const UNITS: readonly (readonly [string, readonly string[]])[] = (
  [
    [
      'dead',
      'dead kill die died death fatal drown slain morts mort tue deces victime noye tote toten getotet leben todes muertos muerto fallecid mata mortos morto погиб убит жертв قتل قتيل مصرع مقتل قتلي وفاه وفيات ضحايا ضحيه شهيد شهداء يودي اودي morti vittime doden کشته قربانی باخته درگذش فوت olduruld vefat загин загибл вбит umrl mrtv',
    ],
    [
      'injured',
      'injur wound hurt bless verletzt herid ferid ранен пострада جريح جرحي اصاب مصاب feriti gewond زخمی مجروح مصدوم yaral поранен постражд ranjen',
    ],
    [
      'missing',
      'missing dispar vermisst desaparecid пропа مفقود فقدان dispersi vermist مفقود ناپدید kayip зник pogresan',
    ],
    [
      'arrested',
      'arrest detain interpell festgenommen verhaft detenid detid задерж арест اعتقال توقيف موقوف ايقاف arrestat بازداشت دستگیر gozalti tutukla затрим pridrzan',
    ],
    ['magnitude', 'magnitude starke richter magnitud магнитуд درجات درجه بقوه ریشتر بزرگی buyuklug'],
    [
      'percent',
      '% percent per-cent pourcent prozent procent процент بالمائه بالمئه المئه porcentaje درصد yuzde відсотк percento odstot',
    ],
    [
      'money',
      '$ € £ dollar euro pound pfund livre دولار يورو دينار جنيه ريال درهم ليره доллар евро рубл real dolar yen peso rupee دلار یورو ریال تومان لیر lira dolar avro euro гривен гривн евро',
    ],
    [
      'jobs',
      'job emploi postes stelle arbeitsplatz puesto empleo emprego vaga вакан وظيفه وظايف وظيفه شغل istihdam lavoro posti',
    ],
    [
      'homes',
      'home house foyer maison hauser haushalt wohnung viviend casa дом منزل منازل مسكن خانه مسکونی konut abitaz будин',
    ],
    [
      'duration',
      'week weeks month months day days hour minute seconds semaine mois jours heure minute woche wochen monat tage tagen stunde minute semana mes meses dia dias hora minuto недел месяц дней суток час минут اسبوع اسابيع اسبوعين شهر اشهر شهور شهرين يوم ايام يوما يومين ساعه ساعات دقيقه دقايق روز هفته ماه ساعت دقیقه hafta dakika saat giorni giorno settiman minuti днів місяц тижн годин хвилин',
    ],
    ['distance', 'km kilom mile كيلومتر كلم километр کیلومتر kilometre км кілом'],
    [
      'years',
      'year ans annee jahr anos лет год عام عاما سنه سنوات aged alter ساله سال yasind yil anni річн років рокі',
    ],
    [
      'people',
      'people person worker employee staff ouvrier employe salarie travailleur arbeiter mitarbeiter beschaftigte bergleute mineur miner trabajador empleado minero trabalhador funcionario сотрудник рабоч работник шахтер عامل عمال موظف موظفين passenger migrant resident refugee student child menschen reisende bewohner fluchtling schuler habitant passager enfant eleve personas pasajer migrantes pessoas человек люд شخص اشخاص راكب مهاجر لاجي نازح تلميذ طفل سكان نفر مسافر کارگر مهاجر کودک دانش kisi isci yolcu gocmen cocuk persone lavorator passegger bambin migrant людей осіб людин',
    ],
  ] as const
).map(([unit, line]) => [unit, line.split(' ').map(fold)])

/** Words near a count of people by which they are jobs gone, by the beginnings of folded words; three letters stand whole. */
export const LAYOFFS: readonly string[] =
  'layoff lay laid cut cuts sack redundan axe axes slash licenc supprim entlass streich abbau kundig despid recort demit demiss corta увол сокращ تسريح تسرح يسرح سرحت تستغني يستغني الاستغناء'.split(
    ' ',
  )
