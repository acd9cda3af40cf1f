import { gazetteer as arabic } from '../gazetteer/ar.js'
import { gazetteer as german } from '../gazetteer/de.js'
import { gazetteer as english } from '../gazetteer/en.js'
import { gazetteer as spanish } from '../gazetteer/es.js'
import { gazetteer as persian } from '../gazetteer/fa.js'
import { gazetteer as french } from '../gazetteer/fr.js'
import { gazetteer as italian } from '../gazetteer/it.js'
import { gazetteer as dutch } from '../gazetteer/nl.js'
import { gazetteer as portuguese } from '../gazetteer/pt.js'
import { gazetteer as russian } from '../gazetteer/ru.js'
import { gazetteer as turkish } from '../gazetteer/tr.js'
import { names } from '../gazetteer/names.js'
import { model as arabicModel } from '../models/ar/model.js'
import { model as germanModel } from '../models/de/model.js'
import { model as englishModel } from '../models/en/model.js'
import { model as spanishModel } from '../models/es/model.js'
import { model as persianModel } from '../models/fa/model.js'
import { model as frenchModel } from '../models/fr/model.js'
import type { Stem } from './tagging/arabic.ts'
import { capitalTagger } from './tagging/capital-tagger.ts'
import { hashSet, type Lexicon, lexiconOf } from './tagging/lexicon.ts'
import type { PackedModel } from './tagging/model.ts'
import { persianReadings } from './tagging/persian.ts'
import { russianReadings } from './tagging/russian.ts'
import { type Tagger, taggerOf } from './tagging/tagger.ts'
import type { Names } from './tagging/word-info.ts'

export type Language = { code: string; tagger: Tagger; lexicon: Lexicon }

type Source = { gazetteer: Readonly<Record<string, string>>; model?: PackedModel & { lower: string } }
/** What names people, places and organisations in English news names them in their neighbours' too. */
const SHARED = ['country', 'foreign', 'given', 'orghead', 'orgknown', 'place']

const SOURCES: Record<string, Source> = {
  ar: { gazetteer: arabic, model: arabicModel },
  de: { gazetteer: german, model: germanModel },
  en: { gazetteer: english, model: englishModel },
  es: { gazetteer: spanish, model: spanishModel },
  fa: { gazetteer: persian, model: persianModel },
  fr: { gazetteer: french, model: frenchModel },
  it: { gazetteer: withEnglish(italian) },
  nl: { gazetteer: withEnglish(dutch) },
  pt: { gazetteer: withEnglish(portuguese) },
  ru: { gazetteer: withEnglish(russian) },
  tr: { gazetteer: withEnglish(turkish) },
}

/** How words vary, where it isn't by Arabic proclitics. */
const READINGS: Readonly<Record<string, (word: string) => Stem[]>> = {
  fa: persianReadings,
  ru: russianReadings,
}

const built = new Map<string, Language>()

/** Tagger and lexicon of a language, unpacked at first use; a language without a model is read by capital letters and gazetteer. */
export function languageTools(code: string): Language {
  const known = Object.hasOwn(SOURCES, code) ? code : (READ_AS[code] ?? 'other')
  const ready = built.get(known)
  if (ready) return ready
  const source = SOURCES[known] ?? { gazetteer: english }
  const lexicon = lexiconOf(source.gazetteer, READINGS[known])
  const script = names[known === 'ar' || known === 'fa' ? 'arabic' : 'latin']
  const sets: Names = {
    common: hashSet(script.common),
    seen: hashSet(script.seen),
    rare: hashSet(script.rare),
  }
  if (source.model?.lower) sets.lower = hashSet(source.model.lower)
  const tagger = source.model ? taggerOf(source.model, lexicon, sets) : capitalTagger(lexicon, sets)
  const language = { code: known, tagger, lexicon }
  built.set(known, language)
  return language
}

/** Languages that are read as their nearest neighbour in Arabic script. */
const READ_AS: Readonly<Record<string, string>> = {
  aeb: 'ar',
  apc: 'ar',
  ary: 'ar',
  arz: 'ar',
  ckb: 'fa',
  prs: 'fa',
  ps: 'fa',
  sd: 'fa',
  ur: 'fa',
}

function withEnglish(own: Source['gazetteer']): Source['gazetteer'] {
  const both = { ...own }
  for (const name of SHARED) both[name] = [own[name], english[name]].filter(Boolean).join('|')
  return both
}
