// Made by tools/train-events/fit-merge-model.mjs from tools/corpus/events (CC0).
export const weights = {
  "within": {
    "bias": -3.66,
    "weights": {
      "titleMean": 0,
      "titleCentre": 0,
      "titleBest": 0,
      "wholeMean": 0,
      "wholeCentre": 0,
      "wholeBest": 0,
      "namesMean": 0,
      "namesCentre": 0.532,
      "namesBest": 0,
      "pivotsMean": 0,
      "pivotsCentre": 0,
      "pivotsBest": 0,
      "rareShared": 8.557,
      "rareNames": 0.121,
      "hoursApart": -3.135,
      "span": 0,
      "sizes": 0,
      "placesDiffer": -2.882,
      "placesAgree": 1.083,
      "figuresAgree": 0,
      "figuresDiffer": -0.377,
      "bodies": -6.704,
      "swapped": -3.096,
      "placesSwapped": -3.86
    }
  },
  "across": {
    "bias": -3.21,
    "weights": {
      "titleMean": 0,
      "titleCentre": 0,
      "titleBest": 0,
      "wholeMean": 0,
      "wholeCentre": 0,
      "wholeBest": 0,
      "namesMean": 0,
      "namesCentre": 0.806,
      "namesBest": 0,
      "pivotsMean": 0,
      "pivotsCentre": 7.541,
      "pivotsBest": 0,
      "rareShared": 5.354,
      "rareNames": 1.147,
      "hoursApart": -3.407,
      "span": 0,
      "sizes": 0,
      "placesDiffer": -2.94,
      "placesAgree": 0.719,
      "figuresAgree": 3.95,
      "figuresDiffer": -0.287,
      "bodies": -3.869,
      "swapped": 0,
      "placesSwapped": -1.566
    }
  }
}
