type PackedTrees = { bias: number; trees: string }
/** Boosted trees, root first: clusters that share a language, those that don't, and the same with titles alone. */
export declare const model: {
  signals: readonly string[]
  within: PackedTrees
  across: PackedTrees
  withinBare: PackedTrees
  acrossBare: PackedTrees
}
