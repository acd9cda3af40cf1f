/** How PostgreSQL's programs are started: it refuses root, so root needs a way round. */
export type RunAs = {
    bin: string;
    /** Put before the command: `unshare …` or nothing */
    wrap: string[];
    uid?: number;
    gid?: number;
};
/**
 * As an ordinary user: as oneself. As root: as `nobody` where it can reach binaries and data, else inside a user
 * namespace that shows root as `nobody`, else with binaries copied to a readable place. Throws naming DATABASE_URL.
 */
export declare function chooseRunAs(home: string, dataDir: string): RunAs;
/** Gives a folder and all in it to whoever runs the server; does nothing when it is theirs already. */
export declare function own(folder: string, as: RunAs): void;
