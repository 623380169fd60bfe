/** Writes a list of words as a speaker reads one: with commas. Knows no language. */

/** The entries of `` words`stop, opt out, unsub` ``. */
export function words(list: TemplateStringsArray): string[] {
  return (list[0] ?? '')
    .split(/[,\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
