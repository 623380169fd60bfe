/**
 * Random numbers for fuzz.mjs: the same ones again for the same seed and case, wherever one begins.
 * Knows nothing of PDUs.
 */

/** @typedef {{ below(limit: number): number }} Random */

/** Spreads every bit of a 32-bit number over all others. @param {number} value */
function mixed(value) {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * The random numbers of one case. `below` gives a whole number from 0 to less than `limit`.
 * @param {number} seed
 * @param {number} number
 * @returns {Random}
 */
export function randomFrom(seed, number) {
  let state = mixed(mixed(seed >>> 0) ^ mixed(number >>> 0) ^ Math.floor(number / 2 ** 32));
  return {
    below(limit) {
      state = (state + 0x9e3779b9) >>> 0;
      return Math.floor((mixed(state) / 2 ** 32) * limit);
    },
  };
}
