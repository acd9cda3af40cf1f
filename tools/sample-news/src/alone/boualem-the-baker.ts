import type { SampleReport } from '../sample-report.ts'

/** A namesake of the coach in the Maghreb cup: the same name, another man. */
export const boualemTheBaker: SampleReport = {
  id: 'rachid-boualem-boulanger',
  outlet: 'quai',
  event: null,
  kind: 'unrelated',
  title: 'À Roubaix, le boulanger Rachid Boualem remet le pain d’orge au goût du jour',
  author: 'Clémence Hautbois',
  section: 'Société',
  tags: ['Gastronomie', 'Roubaix'],
  at: { minutesBefore: 1275 },
  caption: 'La fournée de six heures',
  body: [
    'Il faut se lever tôt pour en trouver. Chaque matin à six heures, Rachid Boualem sort du four quarante miches d’orge, pas une de plus, et la file s’étire déjà jusqu’à l’arrêt de tramway de cette rue de Roubaix.',
    'Ancien cariste, le boulanger de cinquante-huit ans a appris la recette de sa grand-mère et l’a modifiée pendant quatre hivers. L’orge lève mal, colle aux doigts et sèche vite ; il la marie à un levain de pommes qu’il nourrit, dit-il, « mieux que le chat ».',
    'Le pain se garde six jours. Des restaurateurs lillois le réclament, sans succès : Rachid Boualem ne livre pas. « Si je livre, je conduis. Si je conduis, je ne pétris pas. »',
    'Son apprentie, Maëlle Dutrieux, dix-neuf ans, rêve d’ouvrir une seconde boutique. Lui rêve plutôt d’une meule. Une souscription lancée par les clients a déjà réuni la moitié de la somme.',
    'On lui parle souvent de son homonyme, un entraîneur de football. « Lui, il court après le ballon. Moi, je le mange », répond-il en tapotant une miche bien ronde.',
  ],
  names: {
    'person/rachid-boualem-baker': ['Rachid Boualem'],
    'person/maelle-dutrieux': ['Maëlle Dutrieux'],
    'place/roubaix': ['Roubaix'],
  },
}
