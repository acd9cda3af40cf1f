/** How one item of a stage can end: under one word, with a retry, or in quarantine. */
export type ItemEnd =
  | { kind: 'done'; outcome: string; detail?: string }
  | { kind: 'defer'; untilMs: number; reason: string }
  | { kind: 'retry'; error: string }
  | { kind: 'quarantine'; reason: string }
