/** The two statistics that the figures need. */

/** The value that a `share` (0 to 1) of the values does not exceed: nearest rank. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('there is no percentile of nothing');
  return value;
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}
