// Reads tools/corpus/events: rows { id, family, gold, lang, publishedAt, source, title, text }.
import fs from 'node:fs'
import path from 'node:path'

const START = Date.UTC(2026, 2, 1)
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'it', 'pt', 'ru', 'sl', 'tr']
const ARTICLE = /^([a-z]{2}) (\d{1,2}) ([01]\d|2[0-3]):([0-5]\d) (.+)$/
const TITLE = /^(?:([a-z]{2}) )?(.+)$/

export function readCorpus(folder = path.join(import.meta.dirname, '../corpus/events')) {
  const rows = [],
    seen = new Set()
  for (const file of fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()) {
    let gold = ''
    const lines = fs.readFileSync(path.join(folder, file), 'utf8').split('\n')
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i].trim()
      if (!line) continue
      if (line.startsWith('== ')) {
        gold = line.slice(3)
        if (seen.has(gold)) throw new Error(`Cannot take happening "${gold}" twice`)
        seen.add(gold)
        continue
      }
      const head = ARTICLE.exec(line)
      if (!gold || !LANGUAGES.includes(head?.[1]) || !lines[i + 1]?.trim() || !lines[i + 2]?.trim())
        throw new Error(`Cannot read line ${i + 1} of "${file}": "${line}"`)
      const [, lang, day, hour, minute, source] = head
      rows.push({
        id: `${gold}/${rows.length}`,
        family: file,
        gold,
        lang,
        source,
        publishedAt: new Date(
          START + Number(day) * 864e5 + Number(hour) * 36e5 + Number(minute) * 6e4,
        ).toISOString(),
        title: lines[++i].trim(),
        text: lines[++i].trim(),
      })
    }
  }
  for (const file of fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.titles'))
    .sort())
    for (const row of readTitles(path.join(folder, file), file, seen)) rows.push(row)
  return rows.sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
  )
}

/** `== name | day | hours`, then `language title` (English when none is given), the earlier ones closer together. */
function readTitles(address, file, seen) {
  const happenings = fs
    .readFileSync(address, 'utf8')
    .split('== ')
    .slice(1)
    .map((part) => part.trim().split('\n'))
  return happenings.flatMap(([head, ...titles], h) => {
    const [gold, day, hours] = head.split('|').map((x) => x.trim())
    if (seen.has(gold)) throw new Error(`Cannot take happening "${gold}" twice`)
    if (!gold || !(Number(day) >= 0) || !(Number(hours) > 0) || titles.length === 0)
      throw new Error(`Cannot read "== ${head}" of "${file}"`)
    seen.add(gold)
    return titles.map((line, i) => {
      const [, lang = 'en', title] = TITLE.exec(line)
      if (!LANGUAGES.includes(lang)) throw new Error(`Cannot read "${line}" of "${file}"`)
      const late = (i / titles.length) ** 1.3 * Number(hours) * 60 + ((i * 37 + h * 11) % 29)
      return {
        id: `${gold}/${i}`,
        family: file,
        gold,
        lang,
        source: `Desk ${(i * 5 + h) % 23}`,
        publishedAt: new Date(
          START + Number(day) * 864e5 + (6 + (h % 9)) * 36e5 + Math.round(late) * 6e4,
        ).toISOString(),
        title,
        text: '',
      }
    })
  })
}
