/** Packed by tools/train-events; `src/features/lexicon.ts` says how to read it. */
export declare const pivotWords: string
export declare const entries: Record<string, string>
export declare const places: string
export declare const common: Record<string, string>
