// Made by tools/train-events/fit-merge-model.mjs; origin and licences: NOTICE.md beside this file.
export const weights = {
  "within": {
    "bias": -3.677,
    "weights": {
      "titleMean": 1.303,
      "wholeMean": 3.831,
      "wholeCentre": 1.854,
      "namesMean": 0.429,
      "namesCentre": 0.437,
      "pivotsMean": 0.375,
      "pivotsCentre": 0.378,
      "rareShared": 4.461,
      "rareNames": 0.191,
      "hoursApart": -2.508,
      "placesDiffer": -3.196,
      "placesAgree": 0.732,
      "figuresAgree": 0.425,
      "figuresDiffer": -1.191,
      "bodies": -2.97,
      "swapped": -3.163,
      "placesSwapped": -5.005,
      "namesOnly": -1.991,
      "oneName": -3
    }
  },
  "withinBare": {
    "bias": -3.4,
    "weights": {
      "titleMean": 1.201,
      "wholeMean": 3.696,
      "wholeCentre": 1.937,
      "namesMean": 1.26,
      "namesCentre": 1.113,
      "pivotsMean": 0.553,
      "pivotsCentre": 0.492,
      "rareShared": 4.359,
      "rareNames": 0.501,
      "hoursApart": -2.005,
      "placesDiffer": -3.225,
      "placesAgree": 0.658,
      "figuresAgree": 0.334,
      "figuresDiffer": -1.325,
      "bodies": 0,
      "swapped": -3.094,
      "placesSwapped": -5.018,
      "oneName": -3
    }
  },
  "across": {
    "bias": -2.799,
    "weights": {
      "namesMean": 0.492,
      "namesCentre": 0.797,
      "pivotsMean": 3.974,
      "pivotsCentre": 5.48,
      "rareShared": 3.998,
      "rareNames": 0.952,
      "hoursApart": -3.038,
      "placesDiffer": -2.987,
      "placesAgree": 0.479,
      "figuresAgree": 2.529,
      "figuresDiffer": -0.969,
      "bodies": -3.009,
      "placesSwapped": -2.996,
      "namesOnly": -0.5
    }
  },
  "acrossBare": {
    "bias": -3.353,
    "weights": {
      "namesMean": 0.668,
      "namesCentre": 0.99,
      "pivotsMean": 4.112,
      "pivotsCentre": 5.642,
      "rareShared": 4.035,
      "rareNames": 1.158,
      "hoursApart": -2.829,
      "placesDiffer": -2.829,
      "placesAgree": 0.596,
      "figuresAgree": 2.367,
      "figuresDiffer": -1.01,
      "bodies": -0.001,
      "placesSwapped": -2.96,
      "namesOnly": -0.487
    }
  }
}
