// Where between joining too much and too little: BCubed on the corpus and its twins, for shifts of the model's bias.
//   node tools/train-events/choose-bias.mjs [shift …]
import { createClusterer, defaultModel, featuresOf } from '../../libs/events/dist/index.js'
import { readCorpus } from './corpus.mjs'
import { measure } from './measures.mjs'
import { twinsOf } from './twins.mjs'

const corpus = readCorpus()
const rows = [...corpus, ...twinsOf(corpus)].sort((a, b) =>
  a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
)
const shifts = process.argv.slice(2).map(Number)
for (const bodies of [false, true]) {
  const features = rows.map((row) => featuresOf(bodies ? row : { ...row, text: '' }))
  for (const shift of shifts.length > 0 ? shifts : [0, 0.5, 1]) {
    const moved = (linear) => ({ ...linear, bias: linear.bias + shift })
    const model = { within: moved(defaultModel.within), across: moved(defaultModel.across) }
    let next = 0
    const clusterer = createClusterer({
      newId: () => `e${next++}`,
      model,
      settleEveryHours: 0,
      settleHours: 24 * 30,
      keepHours: 24 * 40,
    })
    for (const one of features) clusterer.place(one)
    clusterer.settle()
    const m = measure(rows, clusterer.assignments())
    console.log(
      `${bodies ? 'bodies' : 'titles'} shift ${shift}: BCubed ${(100 * m.b3).toFixed(1)} (P ${(100 * m.b3P).toFixed(1)} R ${(100 * m.b3R).toFixed(1)}) across ${(100 * m.across).toFixed(1)}`,
    )
  }
}
