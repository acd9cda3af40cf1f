export { decode, type Decoded } from './decode.ts'
export { type Declared, declaredEncodings, encodingOf } from './labels.ts'
