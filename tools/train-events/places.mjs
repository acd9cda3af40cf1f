// Places of the news and the country they lie in, written for this project: `CC English|ar|de|fr|es|fa` (missing: as
// English; Persian as Arabic).
// A country's own line names the country itself. Only names of one word are used for telling places apart.
import fs from 'node:fs'
import path from 'node:path'

const NO_COUNTRY = new Set(['AE', 'KR', 'US', 'CZ', 'CI', 'ZA'])
const COUNTRIES = new Set()

/** Rows of places.tsv: { country, name, names: { ar, de, fr, es, fa, tr } } */
export function readPlaces() {
  const lines = fs
    .readFileSync(path.join(import.meta.dirname, 'places.tsv'), 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
  const met = new Set()
  for (const line of lines) {
    const [country, name] = line.split('\t')
    if (!met.has(country) && !NO_COUNTRY.has(country)) COUNTRIES.add(name)
    met.add(country)
  }
  return lines.map((line) => {
    const [country, name, ar, de, fr, es, fa] = line.split('\t')
    return {
      country,
      isCountry: COUNTRIES.has(name),
      name,
      names: {
        ar,
        de: de || name,
        fr: fr || name,
        es: es || name,
        pt: es || name,
        fa: fa || ar.replace(/^ال/, ''),
        tr: name,
      },
    }
  })
}
