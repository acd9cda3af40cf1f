import { fold } from '@newsbraid/text'

/** Table of `value word, word…` lines, words folded. */
function table(lines: string): Map<string, number> {
  const map = new Map<string, number>()
  for (const line of lines.trim().split('\n')) {
    const [value = '', ...rest] = line.trim().split(' ')
    for (const word of rest.join(' ').split(',')) map.set(fold(word.trim()), Number(value))
  }
  return map
}

/** Numbers and ordinals in words, as they stand in dates: Arabic, English, French, German, Persian. */
export const NUMBERS = table(`
1 واحد, واحدة, الأول, أول, الاول, فاتح, غرة, الأولى, one, first, a, an, un, une, premier, première, 1er, ein, eine, einem, einer, ersten, یک, یکم
2 اثنين, اثنان, اثنتين, الثاني, الثانية, ثاني, two, second, deux, deuxième, second, zwei, zweiten, دو, دوم
3 ثلاثة, ثلاث, الثالث, الثالثة, ثالث, three, third, trois, troisième, drei, dritten, سه, سوم
4 أربعة, أربع, الرابع, الرابعة, four, fourth, quatre, quatrième, vier, vierten, چهار, چهارم
5 خمسة, خمس, الخامس, الخامسة, five, fifth, cinq, cinquième, fünf, پنج, پنجم
6 ستة, ست, السادس, السادسة, six, sixth, sixième, sechs, شش, ششم
7 سبعة, سبع, السابع, السابعة, seven, seventh, sept jours, septième, sieben, هفت, هفتم
8 ثمانية, ثماني, ثمان, الثامن, الثامنة, eight, eighth, huit, huitième, acht, هشت, هشتم
9 تسعة, تسع, التاسع, التاسعة, nine, ninth, neuf, neuvième, neun, نه, نهم
10 عشرة, عشر, العاشر, العاشرة, ten, tenth, dix, dixième, zehn, ده, دهم
11 أحد عشر, الحادي عشر, eleven, eleventh, onze, elf
12 اثنا عشر, اثني عشر, الثاني عشر, twelve, twelfth, douze, zwölf
13 ثلاثة عشر, الثالث عشر, thirteen, thirteenth, treize
14 أربعة عشر, الرابع عشر, fourteen, fourteenth, quatorze
15 خمسة عشر, الخامس عشر, fifteen, fifteenth, quinze
16 ستة عشر, السادس عشر, sixteen, sixteenth, seize
17 سبعة عشر, السابع عشر, seventeen, seventeenth, dix-sept
18 ثمانية عشر, الثامن عشر, eighteen, eighteenth, dix-huit
19 تسعة عشر, التاسع عشر, nineteen, nineteenth, dix-neuf
20 عشرين, عشرون, العشرين, العشرون, twenty, twentieth, vingt
21 الحادي والعشرين, الحادي والعشرون, twenty-first, vingt et un
22 الثاني والعشرين, الثاني والعشرون, twenty-second
23 الثالث والعشرين, الثالث والعشرون, twenty-third
24 الرابع والعشرين, الرابع والعشرون, twenty-fourth
25 الخامس والعشرين, الخامس والعشرون, twenty-fifth
26 السادس والعشرين, السادس والعشرون, twenty-sixth
27 السابع والعشرين, السابع والعشرون, twenty-seventh
28 الثامن والعشرين, الثامن والعشرون, twenty-eighth
29 التاسع والعشرين, التاسع والعشرون, twenty-ninth
30 ثلاثين, الثلاثين, الثلاثون, thirty, thirtieth, trente
31 الحادي والثلاثين, الحادي والثلاثون, thirty-first
`)

export const WEEKDAYS = table(`
0 الأحد, أحد, sunday, sun, dimanche, sonntag, domingo, یکشنبه, یک شنبه
1 الاثنين, الإثنين, الأثنين, اثنين, monday, mon, lundi, montag, lunes, دوشنبه, دو شنبه
2 الثلاثاء, ثلاثاء, tuesday, tue, tues, mardi, dienstag, martes, سه شنبه, سهشنبه
3 الأربعاء, الاربعاء, أربعاء, wednesday, wed, mercredi, mittwoch, miércoles, چهارشنبه, چهار شنبه
4 الخميس, خميس, thursday, thu, thurs, jeudi, donnerstag, jueves, پنجشنبه, پنج شنبه
5 الجمعة, جمعة, friday, fri, vendredi, freitag, viernes, جمعه, آدینه
6 السبت, سبت, saturday, sat, samedi, samstag, sonnabend, sábado, شنبه
`)

/** Days away from the reference day. */
export const DAYS_AWAY = table(`
-2 أول أمس, أول من أمس, أمس الأول, قبل أمس, أول البارحة, before yesterday, avant-hier, vorgestern, anteayer, پریروز
-1 أمس, الأمس, البارحة, بالأمس, مبارح, ليلة أمس, ليلة البارحة, yesterday, hier, last night, gestern, ayer, دیروز, دیشب
0 اليوم, هذا اليوم, الليلة, هذه الليلة, today, tonight, aujourd'hui, ce matin, ce soir, cette nuit, this morning, this evening, this afternoon, heute, hoy, امروز, امشب
1 غدا, الغد, يوم غد, بكرة, غدوة, tomorrow, demain, morgen, mañana, فردا, فرداشب
2 بعد غد, بعد الغد, after tomorrow, après-demain, übermorgen, پس فردا
`)

/** Which side of the reference a word points to. */
export const SIDES = table(`
-1 الماضي, الماضية, الفارط, الفارطة, المنصرم, المنصرمة, المنقضي, المنقضية, الفائت, الفائتة, السابق, السابقة, last, past, previous, dernier, dernière, passé, passée, précédent, précédente, letzten, letzte, letztes, letzter, vergangenen, vorigen, pasado, pasada, منذ, قبل, ago, il y a, vor, hace, گذشته, پیش
0 الجاري, الجارية, الحالي, الحالية, هذا, هذه, this, current, ce, cet, cette, courant, dieser, diese, dieses, diesen, este, esta, جاری, این
1 القادم, القادمة, المقبل, المقبلة, الجاي, الجاية, الآتي, الآتية, التالي, next, coming, prochain, prochaine, nächsten, nächste, nächstes, nächster, kommenden, próximo, próxima, بعد, خلال, in, within, from now, dans, d'ici, آینده, دیگر
`)

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'
export const UNITS: ReadonlyMap<string, { unit: Unit; count?: number }> = new Map(
  (
    [
      ['day', 'يوم, اليوم, أيام, يوما, الأيام, day, days, jour, jours, journée, tag, tage, tagen, روز'],
      [
        'week',
        'أسبوع, الأسبوع, أسابيع, أسبوعا, week, weeks, semaine, semaines, woche, wochen, semana, semanas, هفته',
      ],
      ['month', 'شهر, الشهر, أشهر, شهور, شهرا, month, months, mois, monat, monate, monaten, mes, meses, ماه'],
      ['quarter', 'الربع, ربع, الفصل, الثلاثي, الثلاثية, quarter, trimestre, quartal'],
      [
        'year',
        'سنة, السنة, سنوات, سنين, عام, العام, أعوام, عاما, year, years, an, ans, année, années, jahr, jahre, jahren, año, años, سال',
      ],
      ['day2', 'يومين, يومان'],
      ['week2', 'أسبوعين, أسبوعان'],
      ['month2', 'شهرين, شهران'],
      ['year2', 'عامين, سنتين, عامان, سنتان'],
    ] as const
  ).flatMap(([name, words]) =>
    words
      .split(', ')
      .map((word): [string, { unit: Unit; count?: number }] => [
        fold(word),
        name.endsWith('2') ? { unit: name.slice(0, -1) as Unit, count: 2 } : { unit: name as Unit },
      ]),
  ),
)

/** Month names that were law in Libya from 1986 to 2011. */
export const LIBYAN_MONTHS = table(`
1 أي النار, أين النار
2 النوار
3 الربيع
4 الطير
5 الماء
6 الصيف
7 ناصر
8 هانيبال
9 الفاتح
10 التمور
11 الحرث
12 الكانون
`)
