export { createApi } from './create-api.ts'
export { type ApiConfig, type ApiLogger, type ApiPorts, type BoardQueue } from './ports.ts'
export { assertSafeToExpose } from './security/assert-safe-to-expose.ts'
