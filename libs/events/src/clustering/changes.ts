import type { Evidence } from '@newsbraid/model'

/** An event that went into another, or an article that went over. */
export type Change =
  | { kind: 'merge'; from: string; into: string; why: Evidence[] }
  | { kind: 'move'; articleId: string; from: string; to: string; why: Evidence[] }
