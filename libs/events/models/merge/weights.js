// Made by tools/train-events/fit-merge-model.mjs from tools/corpus/events (CC0) and drawn towards weights set by hand.
export const weights = {
  within: {
    bias: -2.66,
    weights: {
      titleMean: 1.5, wholeMean: 4, wholeCentre: 2, namesMean: 0.5, namesCentre: 0.5, rareShared: 5, rareNames: 0.2,
      hoursApart: -3, placesDiffer: -2.9, placesAgree: 1, figuresAgree: 0.5, figuresDiffer: -0.4, bodies: -4.7,
      swapped: -5, placesSwapped: -4.5, namesOnly: -2.5,
    },
  },
  across: {
    bias: -2.21,
    weights: {
      namesCentre: 0.8, pivotsMean: 3, pivotsCentre: 5, rareShared: 5.3, rareNames: 1.1,
      hoursApart: -3.4, placesDiffer: -2.9, placesAgree: 0.7, figuresAgree: 4, figuresDiffer: -0.3, bodies: -3.9, placesSwapped: -1.6,
    },
  },
}
