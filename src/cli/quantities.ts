/** Numbers of things for people. */

/** `1 event`, `2,500 events`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

/** `12.3 MB`, `79.6 GB`, of octets. */
export function size(octets: number): string {
  if (octets < 10_000_000_000) return megabytes(octets);
  return `${(octets / 1_000_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} GB`;
}

/** `12.3 MB`, of octets. */
export function megabytes(octets: number): string {
  return `${(octets / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
