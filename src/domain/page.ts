/** Lists that are asked for a page at a time. */
/** A page of a list, newest first; `nextCursor` is null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  /** 1 to 1000. */
  readonly limit: number;
}
