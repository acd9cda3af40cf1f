// Places of the news and the country they lie in, written for this project: `CC English|ar|de|fr|es` (missing: as English).
// A country's own line names the country itself. Only names of one word are used for telling places apart.
import fs from 'node:fs'
import path from 'node:path'

/** Rows of places.tsv: { country, name, names: { ar, de, fr, es } } */
export function readPlaces() {
  return fs.readFileSync(path.join(import.meta.dirname, 'places.tsv'), 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((line) => {
    const [country, name, ar, de, fr, es] = line.split('\t')
    return { country, name, names: { ar, de: de || name, fr: fr || name, es: es || name, pt: es || name } }
  })
}
