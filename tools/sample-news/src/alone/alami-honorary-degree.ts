import type { SampleReport } from '../sample-report.ts'

/** The physicist of the satellite in another act, the day before the launch. */
export const alamiHonoraryDegree: SampleReport = {
  id: 'hind-el-alami-grenoble',
  outlet: 'quai',
  event: null,
  kind: 'unrelated',
  title: 'Grenoble fait docteure honoris causa la physicienne Hind El Alami',
  author: 'Apolline Vasseur-Diop',
  section: 'Sciences',
  tags: ['Université', 'Grenoble', 'Physique'],
  at: { minutesBefore: 1930 },
  body: [
    'Elle y avait soutenu sa thèse dans un amphithéâtre presque vide. Vingt-deux ans plus tard, la physicienne Hind El Alami est revenue à Grenoble devant six cents personnes pour recevoir le titre de docteure honoris causa.',
    'Dans son discours, prononcé sans notes, la chercheuse de Casablanca a peu parlé d’elle et beaucoup des techniciens de laboratoire, « ces gens qui savent pourquoi l’appareil ne marche pas et que l’on ne cite jamais ». Elle a demandé à trois d’entre eux, retraités, de monter sur scène.',
    'L’université salue ses travaux sur la diffusion de la lumière par les aérosols, commencés dans les Alpes et poursuivis au Maroc. La distinction s’accompagne d’une bourse de deux ans pour une doctorante de son choix.',
    'La cérémonie s’est achevée par un concert. Hind El Alami, qui joue de l’alto, s’est glissée au dernier rang de l’orchestre des étudiants pour le mouvement final d’une symphonie de Haydn.',
    'Elle donnera une conférence ouverte à tous au printemps prochain.',
  ],
  names: {
    'person/hind-alami': ['Hind El Alami'],
    'place/grenoble': ['Grenoble'],
    'place/casablanca': ['Casablanca'],
    'place/morocco': ['Maroc'],
  },
}
