export declare const gazetteer: Readonly<Record<string, string>>
