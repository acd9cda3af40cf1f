import { expect, test } from '@jest/globals'
import { type Signal, SIGNALS } from './likeness.ts'
import { defaultModel, logOdds, weigherOf } from './merge-model.ts'

const at = (signal: Signal): number => SIGNALS.indexOf(signal)
function signals(told: Partial<Record<Signal, number>>): Float64Array {
  const x = new Float64Array(SIGNALS.length)
  for (const [signal, value] of Object.entries(told)) x[at(signal as Signal)] = value
  return x
}

const alike = {
  titleMean: 0.5,
  titleCentre: 0.5,
  wholeMean: 0.4,
  wholeCentre: 0.4,
  namesMean: 0.5,
  rareShared: 1,
}

test.each([true, false])('what is alike speaks for, what differs against, across languages: %p', (across) => {
  const x = signals({
    ...alike,
    pivotsMean: 0.5,
    pivotsCentre: 0.5,
    placesDiffer: 1,
    figuresDiffer: 1,
    oneName: 1,
  })
  for (const signal of Object.keys(alike) as Signal[])
    expect(weigherOf(x, across, defaultModel)([at(signal)])).toBeGreaterThanOrEqual(0)
  for (const signal of ['placesDiffer', 'figuresDiffer', 'oneName'] as const)
    expect(weigherOf(x, across, defaultModel)([at(signal)])).toBeLessThanOrEqual(0)
  expect(weigherOf(x, across, defaultModel)([at('oneName')])).toBeLessThan(-3)
})

test('signals that say the same share what they bring, and signals that saw nothing bring nothing', () => {
  const x = signals({ ...alike, hoursApart: 0.1 })
  const titles = [at('titleMean'), at('titleCentre')],
    texts = [at('wholeMean'), at('wholeCentre')]
  expect(weigherOf(x, false, defaultModel)(titles)).toBeGreaterThan(0)
  expect(weigherOf(x, false, defaultModel)(texts)).toBeGreaterThan(0)
  expect(weigherOf(x, false, defaultModel)([at('placesAgree'), at('figuresAgree')])).toBeCloseTo(0, 12)
})

test('near in time speaks for, a week against', () => {
  const hours = (n: number) =>
    signals({ ...alike, hoursApart: Math.log1p(n) / 5, middles: Math.log1p(n) / 5 })
  const time = [at('hoursApart'), at('middles')]
  expect(logOdds(hours(1), false, defaultModel)).toBeGreaterThan(logOdds(hours(168), false, defaultModel))
  expect(weigherOf(hours(1), false, defaultModel)(time)).toBeGreaterThan(0)
  expect(weigherOf(hours(168), false, defaultModel)(time)).toBeLessThan(0)
})
