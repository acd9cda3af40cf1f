import type { SampleReport } from '../sample-report.ts'

/** Another flood in another country on the day of the one in Tataouine. */
export const passauFlood: SampleReport = {
  id: 'passau-hochwasser',
  outlet: 'hansa',
  event: null,
  kind: 'unrelated',
  title: 'Passau räumt die Uferstraße: Donau steigt über acht Meter',
  author: 'Wiebke Lorenzen',
  section: 'Vermischtes',
  tags: ['Hochwasser', 'Passau', 'Donau'],
  at: { minutesBefore: 2090 },
  caption: 'Sandsäcke vor einem Café in der Altstadt',
  body: [
    'Nach tagelangem Regen ist die Donau in Passau am Abend über die Marke von acht Metern gestiegen. Die Stadt sperrte die Uferstraße und ließ rund 120 Häuser in der unteren Altstadt räumen. Verletzt wurde niemand.',
    '„Wir haben Übung, aber keine Routine“, sagte Einsatzleiterin Korbiniane Achatz. Feuerwehr und Freiwillige füllten in der Nacht 14.000 Sandsäcke, Studierende trugen Kisten aus dem Keller der Universitätsbibliothek.',
    'Der Scheitel wird für den späten Vormittag erwartet und soll nach Angaben des Hochwasserdienstes bei 8,40 Metern liegen, also deutlich unter den Höchstständen früherer Jahre. Auch der Inn führt viel Wasser, während die Ilz bereits wieder fällt.',
    'Die Schulen in der Innenstadt bleiben geschlossen. Kreuzfahrtschiffe, die in Passau festmachen sollten, warten weiter flussabwärts; ihre Gäste wurden mit Bussen weiterbefördert.',
    'Am Rathaus, wo Striche an der Mauer die Fluten vergangener Jahrhunderte zeigen, blieb bis zum untersten Strich noch eine gute Handbreit Platz.',
  ],
  names: {
    'person/korbiniane-achatz': ['Korbiniane Achatz'],
    'place/passau': ['Passau'],
  },
}
