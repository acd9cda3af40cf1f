// Made by tools/train-events/fit-merge-model.mjs; origin and licences: NOTICE.md beside this file.
export const weights = {
  "within": {
    "bias": -3.85,
    "weights": {
      "titleMean": 1.282,
      "wholeMean": 3.814,
      "wholeCentre": 1.789,
      "namesMean": 0.405,
      "namesCentre": 0.424,
      "pivotsMean": 0.338,
      "pivotsCentre": 0.352,
      "rareShared": 4.432,
      "rareNames": 0.158,
      "hoursApart": -2.531,
      "placesDiffer": -3.19,
      "placesAgree": 0.706,
      "figuresAgree": 0.447,
      "figuresDiffer": -1.156,
      "bodies": -2.971,
      "swapped": -3.191,
      "placesSwapped": -4.999,
      "namesOnly": -1.995
    }
  },
  "withinBare": {
    "bias": -3.408,
    "weights": {
      "titleMean": 1.096,
      "wholeMean": 3.594,
      "wholeCentre": 1.743,
      "namesMean": 0.985,
      "namesCentre": 0.96,
      "pivotsMean": 0.431,
      "pivotsCentre": 0.424,
      "rareShared": 4.333,
      "rareNames": 0.235,
      "hoursApart": -2.033,
      "placesDiffer": -3.209,
      "placesAgree": 0.603,
      "figuresAgree": 0.335,
      "figuresDiffer": -1.272,
      "bodies": 0,
      "swapped": -3.098,
      "placesSwapped": -5.007,
      "namesOnly": -0.044
    }
  },
  "across": {
    "bias": -2.771,
    "weights": {
      "namesMean": 0.489,
      "namesCentre": 0.796,
      "pivotsMean": 3.977,
      "pivotsCentre": 5.485,
      "rareShared": 3.991,
      "rareNames": 0.955,
      "hoursApart": -3.046,
      "placesDiffer": -2.98,
      "placesAgree": 0.541,
      "figuresAgree": 2.54,
      "figuresDiffer": -0.965,
      "bodies": -2.994,
      "placesSwapped": -2.994,
      "namesOnly": -0.502
    }
  },
  "acrossBare": {
    "bias": -3.303,
    "weights": {
      "namesMean": 0.674,
      "namesCentre": 0.998,
      "pivotsMean": 4.073,
      "pivotsCentre": 5.602,
      "rareShared": 3.964,
      "rareNames": 1.128,
      "hoursApart": -2.8,
      "placesDiffer": -2.831,
      "placesAgree": 0.637,
      "figuresAgree": 2.352,
      "figuresDiffer": -0.998,
      "bodies": -0.001,
      "placesSwapped": -2.961,
      "namesOnly": -0.513
    }
  }
}
