export { decode, type Decoded } from './decode.ts'
