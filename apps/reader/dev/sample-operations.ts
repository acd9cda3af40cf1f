import type { Pipeline, QuarantineItem } from '@newsbraid/model'
import { idOf, minutesFrom } from './sample-ids.ts'

/** The line as it would look at the n-th time of asking. */
export function pipelineAt(turn: number, events: number): Pipeline {
  const placed = 7400 + turn * 3
  const rate = (i: number): number => Math.round(38 + 14 * Math.sin(turn / 3 + i))
  const stage = (name: string, i: number, outcomes: [string, number][]): Pipeline['stages'][number] => ({
    name,
    unfinished: Math.max(0, 14 - i * 3),
    quarantined: name === 'clean-page' ? 2 : 0,
    doneLastMinute: rate(i),
    outcomes: outcomes.map(([outcome, count]) => ({ outcome, count })),
  })
  return {
    articles: {
      discovered: placed + 64,
      fetched: placed + 31,
      cleaned: placed + 12,
      extracted: placed + 5,
      placed,
    },
    events,
    queues: ['poll', 'fetch', 'clean', 'extract', 'place'].map((name, i) => ({
      name,
      waiting: (turn + i * 3) % 17,
      active: i % 3,
      delayed: i === 1 ? 22 : 0,
      failed: i === 2 ? 2 : 0,
    })),
    stages: [
      stage('poll-feed', 0, [
        ['not-modified', 5120],
        ['ok', 911],
        ['not-a-feed', 12],
      ]),
      stage('fetch-page', 1, [
        ['ok', placed + 31],
        ['error-page', 61],
      ]),
      stage('clean-page', 2, [
        ['ok', placed + 12],
        ['too-short', 84],
        ['not-an-article', 37],
        ['paywall', 9],
      ]),
      stage('extract-mentions', 3, [['ok', placed + 5]]),
      stage('place-article', 4, [['ok', placed]]),
    ],
    idle: false,
  }
}

/** Two items that no retry can save. */
export function sampleQuarantine(now: number): QuarantineItem[] {
  return [
    {
      id: idOf('quarantine', '1'),
      stage: 'clean-page',
      url: 'https://kuestenblatt.example/archiv/1998/seite-7',
      reason: 'Cannot read a page of 61 MB',
      attempts: 1,
      at: minutesFrom(now, -38),
    },
    {
      id: idOf('quarantine', '2'),
      stage: 'fetch-page',
      url: 'https://waha-radio.example/أخبار/42',
      reason: 'Refuse to connect to "10.0.0.7": the address is private',
      attempts: 1,
      at: minutesFrom(now, -300),
    },
  ]
}
