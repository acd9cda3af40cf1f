import { migrateOnce } from '@newsbraid/runtime'

// Every service does the same when it starts; alone it is the step that a deployment waits for
await migrateOnce()
