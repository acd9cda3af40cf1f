import { type Database } from '../database.ts';
/** A fresh, migrated, embedded database in a folder of its own; closing it removes the folder. */
export declare function openTestDatabase(): Promise<Database & {
    dataDir: string;
}>;
