import { expect, it } from 'vitest';
import { isOneLetterOff, isSlipOf, isWithin } from '../../src/optout/one-letter.js';

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

it.each([
  ['unsubscribe', 'insubscribe'],
  ['unsubscribe', 'nusubscribe'],
  ['stop', 'atop'],
  ['stop', 'tsop'],
])('takes %s for meant by %s', (meant, word) => {
  expect(isSlipOf(meant, word)).toBe(true);
});

it.each([
  ['quitar', 'guitar'],
  ['stop', 'shut'],
  ['stop', 'top'],
  ['stop', 'stop'],
])('does not take %s for meant by %s', (meant, word) => {
  expect(isSlipOf(meant, word)).toBe(false);
});

it('counts up to as many letters as it is asked to', () => {
  expect(isWithin(2, 'unsubscribe', 'unsucscirbe')).toBe(false);
  expect(isWithin(2, 'unsubscribe', 'unsuscibe')).toBe(true);
  expect(isWithin(2, 'unsubscribe', 'subscribe')).toBe(true);
  expect(isWithin(1, 'unsubscribe', 'subscribe')).toBe(false);
});
