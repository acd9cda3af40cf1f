/** Writes the pages to a folder (`dist/apps/reader` when none is given) and answers with the names of the files. */
export function buildReader(out?: string): Promise<string[]>
