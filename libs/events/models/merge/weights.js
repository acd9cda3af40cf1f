// Made by tools/train-events/fit-merge-model.mjs from tools/corpus/events (CC0).
export const weights = {
  "within": {
    "bias": -3.069,
    "weights": {
      "titleMean": 0,
      "titleCentre": 0,
      "titleBest": 0,
      "wholeMean": 8.848,
      "wholeCentre": 0.05,
      "wholeBest": 0,
      "namesMean": 0.212,
      "namesCentre": 0,
      "namesBest": 0,
      "pivotsMean": 9.784,
      "pivotsCentre": 0,
      "pivotsBest": 0,
      "rareShared": 0,
      "rareNames": 1.309,
      "hoursApart": -3.315,
      "span": 0,
      "sizes": 0,
      "placesDiffer": -4.501,
      "placesAgree": 0.638,
      "figuresAgree": 1.253,
      "figuresDiffer": -0.263,
      "bodies": 0
    }
  },
  "across": {
    "bias": -1.857,
    "weights": {
      "titleMean": 0,
      "titleCentre": 0,
      "titleBest": 0,
      "wholeMean": 0,
      "wholeCentre": 0,
      "wholeBest": 0,
      "namesMean": 0.683,
      "namesCentre": 0,
      "namesBest": 0,
      "pivotsMean": 13.36,
      "pivotsCentre": 0,
      "pivotsBest": 0,
      "rareShared": 4.508,
      "rareNames": 1.519,
      "hoursApart": -5.352,
      "span": 0,
      "sizes": 0,
      "placesDiffer": -3.901,
      "placesAgree": 0.557,
      "figuresAgree": 9.474,
      "figuresDiffer": -0.937,
      "bodies": 0
    }
  }
}
