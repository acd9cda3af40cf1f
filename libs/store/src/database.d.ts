import pg from 'pg';
export type Database = {
    pool: pg.Pool;
    /** How others (the queue) connect to the same server */
    connection: pg.PoolConfig;
    embedded: boolean;
    close: () => Promise<void>;
};
export type DatabaseOptions = {
    databaseUrl?: string;
    dataDir: string;
    poolSize?: number;
    onError?: (error: Error) => void;
};
/**
 * Opens the store: the server of `databaseUrl`, or an embedded one below `dataDir`, migrated to the newest schema.
 * Errors name DATABASE_URL.
 */
export declare function openDatabase(options: DatabaseOptions): Promise<Database>;
