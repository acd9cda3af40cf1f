/** Notes this process as a user of the embedded server; the returned function takes the note away and tells whether it was the last. */
export declare function moveIn(folder: string): () => boolean;
export declare const isAlive: (pid: number) => boolean;
