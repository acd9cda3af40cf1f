export { type Database, type DatabaseOptions, openDatabase } from './database.ts'
export { createLedger, type LedgerOptions, sendInto } from './ledger.ts'
export { migrate } from './migrate.ts'
export { inTransaction, type Queryable } from './transaction.ts'
