/** All white space but a single blank between words: what stays as it is need not be written anew. */
const ODD = /[\s\u200b]{2,}|[^\S ]|\u200b/g

/** The text with each run of white space (and zero-width spaces) as one blank. */
export const squeezed = (text: string): string => text.replace(ODD, ' ')
