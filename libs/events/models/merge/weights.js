// Set by hand between fits of tools/train-events/fit-merge-model.mjs; bias chosen by tools/train-events/choose-bias.mjs. See NOTICE.md.
export const weights = {
  within: {
    bias: -3.16,
    weights: {
      titleMean: 1.5, wholeMean: 4, wholeCentre: 2, namesMean: 0.5, namesCentre: 0.5, rareShared: 5, rareNames: 0.2,
      hoursApart: -3, placesDiffer: -2.9, placesAgree: 1, figuresAgree: 0.5, figuresDiffer: -0.4, bodies: -4.7,
      swapped: -3.1, placesSwapped: -3.9, namesOnly: -2.5,
    },
  },
  across: {
    bias: -2.71,
    weights: {
      namesCentre: 0.8, pivotsMean: 3, pivotsCentre: 5, rareShared: 5.3, rareNames: 1.1,
      hoursApart: -3.4, placesDiffer: -2.9, placesAgree: 0.7, figuresAgree: 4, figuresDiffer: -0.3, bodies: -3.9, placesSwapped: -1.6,
    },
  },
  withinBare: {
    bias: -3.16,
    weights: {
      titleMean: 1.5, wholeMean: 4, wholeCentre: 2, namesMean: 0.5, namesCentre: 0.5, rareShared: 5, rareNames: 0.2,
      hoursApart: -3, placesDiffer: -2.9, placesAgree: 1, figuresAgree: 0.5, figuresDiffer: -0.4, bodies: -4.7,
      swapped: -3.1, placesSwapped: -3.9, namesOnly: -2.5,
    },
  },
  acrossBare: {
    bias: -2.71,
    weights: {
      namesCentre: 0.8, pivotsMean: 3, pivotsCentre: 5, rareShared: 5.3, rareNames: 1.1,
      hoursApart: -3.4, placesDiffer: -2.9, placesAgree: 0.7, figuresAgree: 4, figuresDiffer: -0.3, bodies: -3.9, placesSwapped: -1.6,
    },
  },
}
