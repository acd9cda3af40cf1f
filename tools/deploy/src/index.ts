export { composeSettings, decidedByCompose, renderEnvExample } from './env-example.ts'
