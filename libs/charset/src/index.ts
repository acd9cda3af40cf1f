export { decode, type Decoded } from './decode.ts'
export { encodingOf } from './labels.ts'
