import { expect, it } from 'vitest';
import { isOneLetterOff } from '../../src/optout/one-letter.js';

it.each([
  ['optout', 'optouy'],
  ['optout', 'opout'],
  ['optout', 'optoutt'],
  ['optout', 'ptout'],
  ['optout', 'optotu'],
  ['optout', 'potout'],
  ['a', ''],
])('takes %s and %s for one letter off, either way round', (a, b) => {
  expect(isOneLetterOff(a, b)).toBe(true);
  expect(isOneLetterOff(b, a)).toBe(true);
});

it.each([
  ['optout', 'optout'],
  ['optout', 'output'],
  ['optout', 'opt'],
  ['cancel', 'canal'],
  ['ab', 'cd'],
  ['abc', 'cba'],
  ['', ''],
])('tells %s and %s further apart, or equal', (a, b) => {
  expect(isOneLetterOff(a, b)).toBe(false);
  expect(isOneLetterOff(b, a)).toBe(false);
});
