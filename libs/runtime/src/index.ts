export { readEnv, settings, type SettingName } from './config/settings.ts'
export { type Config, toConfig } from './config/to-config.ts'
export { readSeeds } from './feeds/seed-feeds.ts'
export { migrateOnce } from './migrate-once.ts'
export { type OpenLine, openLine } from './open-line.ts'
export {
  DRAIN_MS,
  runService,
  type Service,
  type ServiceOptions,
  startService,
  type StageName,
} from './run-service.ts'
