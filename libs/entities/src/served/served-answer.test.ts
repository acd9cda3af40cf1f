import { expect, test } from '@jest/globals'
import { extractMentions, wholeText } from '../extract-mentions.ts'
import { readChatAnswer, readTokenAnswer } from './served-answer.ts'

const article = {
  language: 'en',
  title: 'Ferry stays in port',
  text: 'Yesterday 🚢 Captain Zyxwa Qorlo spoke. Qorlo blamed Harbourside Lines.',
}
const whole = wholeText(article)
const said = (content: string) => ({ choices: [{ message: { content } }] })
const texts = (spans: { start: number; end: number; type: string }[], of = whole) =>
  spans.map(({ start, end, type }) => `${type} ${of.slice(start, end)}`)

test('names of a chat answer are found where they stand word for word; what stands nowhere is left out', () => {
  const names = [
    { text: 'Zyxwa Qorlo', type: 'person' },
    { text: 'Qorlo', type: 'PERSON' },
    { text: 'Harbour', type: 'organisation' },
    { text: 'Harbourside Lines', type: 'organization' },
    { text: 'Elvis Presley', type: 'person' },
    { text: 'ferry', type: 'vessel' },
    { text: 3, type: 'person' },
    null,
  ]
  const spans = readChatAnswer(said(`Here:\n\`\`\`json\n${JSON.stringify({ names })}\n\`\`\``), whole)
  expect(texts(spans)).toEqual([
    'person Zyxwa Qorlo',
    'person Qorlo',
    'person Qorlo',
    'organisation Harbourside Lines',
  ])
  expect(readChatAnswer(said('{"names":[]}'), whole)).toEqual([])
})

test('a chat answer without a list of names is refused in words', () => {
  expect(() => readChatAnswer({}, whole)).toThrow('Cannot find "choices[0].message.content" in the answer')
  expect(() => readChatAnswer(said('I would rather not'), whole)).toThrow('Cannot read JSON ""')
  expect(() => readChatAnswer(said('{"people":[]}'), whole)).toThrow('Cannot find a list of names')
})

test('token offsets count characters or UTF-16 units, and one that does not lead to its word is left out', () => {
  const characters = [...whole]
  const place = (name: string) => {
    const before = [...whole.slice(0, whole.indexOf(name))].length
    return { start: before, end: before + [...name].length }
  }
  expect(characters.length).toBeLessThan(whole.length)
  const answer = [
    { entity_group: 'PER', word: 'zyxwa qorlo', ...place('Zyxwa Qorlo') },
    { entity: 'B-ORG', word: 'Harbour', ...place('Harbour') },
    { entity: 'I-ORG', word: '##side', ...place('side') },
    { entity: 'I-ORG', word: 'Lines', ...place('Lines') },
    { entity_group: 'LOC', word: 'Atlantis', start: 3, end: 9 },
    { entity_group: 'LOC', start: -4, end: 9000 },
    { entity_group: 'DATE', word: 'Yesterday', ...place('Yesterday') },
  ]
  const expected = ['person Zyxwa Qorlo', 'organisation Harbourside Lines']
  expect(texts(readTokenAnswer(answer, whole))).toEqual(expected)
  expect(texts(readTokenAnswer([answer], whole))).toEqual(expected)
  const at = whole.indexOf('Zyxwa')
  expect(texts(readTokenAnswer([{ entity: 'PER', word: 'Zyxwa', start: at, end: at + 5 }], whole))).toEqual([
    'person Zyxwa',
  ])
  expect(() => readTokenAnswer({ error: 'loading' }, whole)).toThrow(
    'Cannot find a list of names in the answer',
  )
})

test('given names take the place of found ones, keep titles outside, and the own tagger reads what was not sent', () => {
  const start = whole.indexOf('Zyxwa')
  const spans = [{ start, end: start + 11, type: 'person' as const }]
  const { mentions, entities } = extractMentions(article, { spans, until: whole.length })
  expect(mentions.map(({ surface }) => surface)).toEqual(['Zyxwa Qorlo', 'Qorlo'])
  expect(mentions[0]?.titles).toEqual(['Captain'])
  expect(entities).toHaveLength(1)
  const cut = [{ start: start + 1, end: start + 9, type: 'person' as const }]
  expect(extractMentions(article, { spans: cut, until: whole.length }).mentions).toEqual([])
  const own = extractMentions(
    { ...article, text: 'It rained. Angela Merkel arrived in Berlin.' },
    { spans: [], until: 20 },
  )
  expect(own.mentions.map(({ surface }) => surface)).toContain('Berlin')
})

test('a given Arabic name may begin behind its proclitics', () => {
  const text = 'وصل الوفد إلى طرابلس ثم عاد بطرابلس مبتهجا'
  const answer = said('{"names":[{"text":"طرابلس","type":"place"}]}')
  const spans = readChatAnswer(answer, text)
  expect(texts(spans, text)).toEqual(['place طرابلس', 'place طرابلس'])
  const { mentions } = extractMentions({ language: 'ar', title: '', text }, { spans, until: text.length })
  expect(mentions.map(({ surface }) => surface)).toEqual(['طرابلس', 'طرابلس'])
})
