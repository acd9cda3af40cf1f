import type { PackedModel } from '../../src/tagging/model.ts'
export declare const model: PackedModel & { lower: string }
