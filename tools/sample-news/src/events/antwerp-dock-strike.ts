import { reportsOf } from '../sample-report.ts'

/** Another strike of dockers in another port on the same day: it must stay apart from Valencia. */
export const antwerpDockStrike = reportsOf('antwerp-dock-strike', [
  {
    id: 'antwerp-pilots',
    outlet: 'ledger',
    kind: 'original',
    title: 'Antwerp Dockers Stop Work for a Day Over Night-Shift Pay',
    author: 'Tobias Wynne-Harrow',
    section: 'Markets',
    tags: ['Ports', 'Belgium', 'Strike'],
    at: { minutesBefore: 500 },
    body: [
      'Dockworkers in Antwerp walked off the job today in a 24-hour strike over pay for night shifts, idling most of the cranes in Belgium’s largest port and leaving nine vessels waiting in the estuary.',
      'The unions want the premium for work between 10 p.m. and 6 a.m. raised to 60 percent from 45. Employers have offered 50, and a one-time payment for crews that load on holidays.',
      '“Nights are not days with the lights off,” said Joris Vandecasteele, a spokesman for the strikers, outside a canteen on the left bank.',
      'Shipping agents said the stoppage was an annoyance rather than a crisis, as it had been announced a week ago and many lines had adjusted their calls. Work is to resume at 6 tomorrow morning whether or not the talks, which have been going on since the summer, make progress.',
      'The dispute concerns only the night premium; a plan for automated gates was settled with the unions last year.',
    ],
    names: {
      'person/joris-vandecasteele': ['Joris Vandecasteele'],
      'place/antwerp': ['Antwerp'],
      'place/belgium': ['Belgium'],
    },
  },
  {
    id: 'antwerpen-nachtzuschlag',
    outlet: 'hansa',
    kind: 'original',
    title: 'Streik in Antwerpen: Neun Schiffe warten auf der Schelde',
    author: 'Henning Claasen',
    section: 'Wirtschaft',
    tags: ['Häfen', 'Belgien', 'Streik'],
    at: { minutesBefore: 455 },
    body: [
      'Im Hafen von Antwerpen stehen seit heute früh die meisten Kräne still. Die Hafenarbeiter sind für 24 Stunden in den Ausstand getreten, um höhere Zuschläge für Nachtschichten durchzusetzen.',
      'Statt der bisherigen 45 Prozent verlangen die Gewerkschaften 60 Prozent, die Arbeitgeber bieten 50. „Wer nachts lädt, schläft am Tag schlecht. Das hat einen Preis“, sagte Streiksprecher Joris Vandecasteele.',
      'Neun Schiffe lagen am Mittag auf der Schelde vor Anker. Zwei Zubringer wurden nach Auskunft eines Hamburger Agenten kurzfristig hierher umgeleitet, größere Folgen für die deutschen Häfen erwartet er nicht. Der Ausstand war seit einer Woche angekündigt, viele Reedereien hatten ihre Fahrpläne angepasst.',
      'Morgen um sechs Uhr soll die Arbeit wieder beginnen. Die Gespräche über den Tarif, die schon den ganzen Sommer dauern, gehen in der kommenden Woche weiter. Beide Seiten gaben sich gelassen; man kenne einander seit Jahrzehnten, hieß es.',
    ],
    names: {
      'person/joris-vandecasteele': ['Joris Vandecasteele'],
      'place/antwerp': ['Antwerpen'],
    },
  },
])
