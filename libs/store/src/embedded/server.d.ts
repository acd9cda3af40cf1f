import pg from 'pg';
export type EmbeddedServer = {
    connection: pg.PoolConfig;
    stop: () => Promise<void>;
};
/**
 * A PostgreSQL server below `dataDir`, reached through a unix socket only. One server serves every process on this
 * folder: whoever comes first starts it, whoever leaves last stops it, and a server orphaned by a kill is taken over.
 */
export declare function startEmbedded(dataDir: string): Promise<EmbeddedServer>;
