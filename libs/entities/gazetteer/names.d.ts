export declare const names: Readonly<
  Record<'arabic' | 'latin', { common: string; seen: string; rare: string }>
>
