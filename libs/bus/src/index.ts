export { type BullBus } from './bullmq-bus.ts'
export { postgresBus } from './postgres-bus.ts'
export { redisBus } from './redis-bus.ts'
