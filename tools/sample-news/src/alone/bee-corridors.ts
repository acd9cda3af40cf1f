import type { SampleReport } from '../sample-report.ts'

/** A study on bees along railway lines. */
export const beeCorridors: SampleReport = {
  id: 'bee-corridors',
  outlet: 'wire',
  event: null,
  kind: 'unrelated',
  title: 'Railway embankments host a third of wild bee species, Danish survey finds',
  author: 'Frederikke Lomholt',
  section: 'World',
  tags: ['Denmark', 'Nature'],
  at: { minutesBefore: 1575 },
  body: [
    'AARHUS (Crossline) - Volunteers who walked 900 km of railway line in Denmark over two summers have counted 98 species of wild bee, about a third of all those known in the country, on embankments that most passengers never notice.',
    'The survey was led by biologist Asbjorn Tvedegaard, who said the dry south-facing slopes had become a refuge because they are neither sprayed nor mown before September.',
    '"From a bee\'s point of view a branch line is a long thin meadow with a clock in it," he said.',
    'Three of the species had not been recorded in Jutland since the 1950s. The richest stretch lay beside a disused freight yard near Randers, where 41 species were found within 300 metres.',
    'The rail operator said it would delay mowing on a further 60 km of track and leave bare sand in ten places for bees that nest in the ground. It ruled out sowing flowers, after the researchers warned that most seed mixtures contain plants the local bees do not use.',
  ],
  names: {
    'person/asbjorn-tvedegaard': ['Asbjorn Tvedegaard'],
    'place/denmark': ['Denmark'],
    'place/aarhus': ['AARHUS'],
    'place/randers': ['Randers'],
  },
}
