/** Finds the name that was probably meant. */

/**
 * The one of `names` that is nearest to `written`, or undefined when none is near. Case, hyphens
 * and underscores do not count (`dataDir` is `data_dir`).
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const plain = fold(written);
  const tolerance = Math.max(1, Math.floor(plain.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(plain, fold(name), tolerance);
    if (distance <= tolerance && (best === undefined || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, '');
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, dropped, changed, or two
 * neighbours swapped. Anything above `limit` comes back as some number above it.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + changed,
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
