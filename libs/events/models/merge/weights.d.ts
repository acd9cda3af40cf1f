/** Weights of one logistic model each, for clusters that share a language and for those that don't. */
export declare const weights: { within: { bias: number; weights: Record<string, number> }; across: { bias: number; weights: Record<string, number> } }
