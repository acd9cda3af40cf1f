/** Languages of the columns of `concepts`. */
export declare const languages: string[]
/** Lines `name|words|words…`, a column a language; `src/features/concepts.ts` says how to read it. */
export declare const concepts: string
/** Concepts that are names of people, bodies and places, a space between them. */
export declare const properNames: string
