/** What can be told of a database without telling of anybody in it. Times are ISO 8601 UTC strings. */

/** Things that went wrong in the same way. */
export interface RecentFault {
  /** The table that has them. */
  readonly where: string;
  readonly problem: string;
  readonly count: number;
  readonly lastAt: string;
}

export interface Statistics {
  readonly schemaVersion: number;
  readonly sqliteVersion: string;
  /** Of the database file. */
  readonly octets: number;
  /** Of 4 kB each as a rule: room left by what was deleted. */
  readonly freePages: number;
  /** Of the write-ahead log. */
  readonly logOctets: number;
  readonly rows: readonly { readonly table: string; readonly count: number }[];
  readonly messagesByStatus: readonly { readonly status: string; readonly count: number }[];
  /** Newest first for each table. */
  readonly faults: readonly RecentFault[];
}
