import type pg from 'pg';
/**
 * Brings the schema `newsbraid` up to the newest numbered file; each runs once, in its own transaction, and two
 * processes that start together take turns. Returns the names of those applied.
 */
export declare function migrate(pool: pg.Pool): Promise<string[]>;
