export declare const aliases: string
