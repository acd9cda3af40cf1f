export declare const transliteration: { units: string; arabic: Readonly<Record<string, number>>; latin: Readonly<Record<string, number>> }
