const ATTRIBUTION = {
  anercorp: 'ANERcorp, CAMeL split (Benajiba et al. 2007; Obeid et al. 2020), CC BY-SA 4.0',
  wnut17: 'WNUT17 (Derczynski et al. 2017), CC BY 4.0',
  btc: 'Broad Twitter Corpus (Derczynski, Bontcheva, Roberts 2016), CC BY 4.0',
  uner: 'Universal NER: English EWT (CC BY-SA 4.0) and PUD (CC BY-SA 3.0)',
  re3d: 'Relationship and Entity Extraction Evaluation Dataset (Dstl), Open Government Licence v3.0 and the licences of its sources; parts from the BBC and Wikipedia left out',
  gum: 'GUM (Zeldes 2017), annotations CC BY 4.0, news, interview, court and academic parts',
  europeana: 'Europeana Newspapers NER corpora, CC0',
  newseye: 'NewsEye as in HIPE-2022, CC BY 4.0',
}
const licence = (spdx, ...sources) =>
  `The model in this folder is data, licensed apart from the code of the project: ${spdx}.\n\n` +
  `Trained by tools/train-entities on sentences written for this project${sources.length ? ' and on:' : '.'}\n${sources.map((s) => `- ${ATTRIBUTION[s]}`).join('\n')}\n\n` +
  `Licence texts: https://creativecommons.org/licenses/by-sa/4.0/ and https://creativecommons.org/licenses/by/4.0/\n`

/** What each model is trained on and how. */
export const recipes = {
  ar: {
    types: ['PER', 'ORG', 'LOC', 'MISC'],
    files: { 'train-ar/anercorp.jsonl.gz': { domain: 'anercorp', weight: 2 } },
    licence: licence('CC BY-SA 4.0', 'anercorp'),
    own: 16000,
    ownWeight: 0.8,
    fileWeight: 1.5,
    maxRows: 150_000,
    epochs: 7,
    crf: { rate: 0.1 },
  },
  en: {
    types: ['PER', 'ORG', 'LOC', 'MISC'],
    files: {
      'train-en/wnut17.jsonl.gz': {},
      'train-en/btc.jsonl.gz': {},
      'train-en/uner-ewt.jsonl.gz': {},
      'train-en/uner-pud.jsonl.gz': {},
      'train-en/re3d.jsonl.gz': { keep: (row) => !/BBC|Wikipedia/.test(row.source) },
      'train-en/gum-cc-by.jsonl.gz': {},
    },
    licence: licence('CC BY-SA 4.0', 'wnut17', 'btc', 'uner', 're3d', 'gum'),
    lower: true,
    own: 15000,
    ownWeight: 0.8,
    epochs: 6,
    crf: { rate: 0.1 },
  },
  fr: {
    types: ['PER', 'ORG', 'LOC'],
    files: { 'train-fr/europeana.jsonl.gz': {}, 'train-fr/newseye.jsonl.gz': {} },
    licence: licence('CC BY 4.0', 'europeana', 'newseye'),
    lower: true,
    // Newspapers of 1850-1950, read by machine: they must not outweigh today's sentences
    fileWeight: 0.3,
    own: 9000,
    mask: 0.3,
    ownWeight: 1,
    epochs: 7,
    crf: { rate: 0.1 },
  },
  de: {
    types: ['PER', 'ORG', 'LOC'],
    files: { 'train-de/europeana.jsonl.gz': {} },
    licence: licence('CC0 1.0', 'europeana'),
    lower: true,
    fileWeight: 0.3,
    own: 12000,
    ownWeight: 1.5,
    epochs: 6,
    crf: { rate: 0.1 },
  },
  fa: {
    types: ['PER', 'ORG', 'LOC'],
    files: {},
    licence: licence('MIT, as the project (no corpus but our own)'),
    own: 14000,
    mask: 0.3,
    // No corpus teaches it everyday words, so it must learn that a word nobody knows may be one
    maskOthers: 0.25,
    maxRows: 30_000,
    epochs: 6,
    crf: { rate: 0.1 },
  },
  es: {
    types: ['PER', 'ORG', 'LOC'],
    files: {},
    licence: licence('MIT, as the project (no corpus but our own)'),
    lower: true,
    own: 9000,
    mask: 0.3,
    epochs: 6,
    crf: { rate: 0.1 },
  },
}
