export const weights = {
  within: {
    bias: -4.6,
    weights: {
      titleMean: 2, titleCentre: 1.5, titleBest: 2.5, wholeMean: 3, wholeCentre: 2.5, wholeBest: 2.5, namesMean: 1, namesCentre: 0.5, namesBest: 1,
      pivotsMean: 0, pivotsCentre: 0, pivotsBest: 0, rareShared: 0.4, rareNames: 0.3, hoursApart: -1.2, span: -0.4, sizes: 0,
      placesDiffer: -1.5, placesAgree: 0.3, figuresAgree: 1.2, figuresDiffer: -0.6, bodies: 0,
    },
  },
  across: {
    bias: -4.8,
    weights: {
      titleMean: 0, titleCentre: 0, titleBest: 0, wholeMean: 0, wholeCentre: 0, wholeBest: 0, namesMean: 2, namesCentre: 1.5, namesBest: 2,
      pivotsMean: 3, pivotsCentre: 2.5, pivotsBest: 3.5, rareShared: 0.8, rareNames: 0.5, hoursApart: -1.2, span: -0.4, sizes: 0,
      placesDiffer: -1.5, placesAgree: 0.5, figuresAgree: 1.5, figuresDiffer: -0.5, bodies: 0,
    },
  },
}
