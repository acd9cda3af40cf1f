type Weights = { bias: number; weights: Record<string, number> }
/** Weights of one logistic model each: clusters that share a language, those that don't, and the same with titles alone. */
export declare const weights: { within: Weights; across: Weights; withinBare: Weights; acrossBare: Weights }
