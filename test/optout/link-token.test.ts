import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkToken, readLinkToken } from '../../src/optout/link-token.js';

const key = createHash('sha256').update('one').digest();
const otherKey = createHash('sha256').update('other').digest();
const anyId = fc.integer({ min: 1, max: 2 ** 40 });

describe('the token of an opt-out link', () => {
  it('says which link it is', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(readLinkToken(linkToken(id, key), key)).toBe(id);
      }),
    );
  });

  it('is short, of letters and digits alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 62 ** 4 - 1 }), (id) => {
        expect(linkToken(id, key)).toMatch(/^[0-9A-Za-z]{12,15}$/);
      }),
    );
  });

  it('is refused when any character of it is another', () => {
    fc.assert(
      fc.property(anyId, fc.nat(), fc.constantFrom(...'09AZaz'), (id, position, character) => {
        const token = linkToken(id, key);
        const at = position % token.length;
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect(readLinkToken(changed, key)).toBe(changed === token ? id : undefined);
      }),
    );
  });

  it('is refused when another key made it', () => {
    expect(readLinkToken(linkToken(7, otherKey), key)).toBeUndefined();
  });

  it('has one spelling: no leading zero, nothing around it', () => {
    const token = linkToken(7, key);
    for (const spelling of [`0${token}`, `${token}0`, ` ${token}`, token.slice(1), '', 'é']) {
      expect(readLinkToken(spelling, key)).toBeUndefined();
    }
  });
});
