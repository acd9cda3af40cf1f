/** Folder that holds PostgreSQL's `bin`, `lib` and `share`. Throws an error that names DATABASE_URL where there is none. */
export declare function postgresHome(): string;
