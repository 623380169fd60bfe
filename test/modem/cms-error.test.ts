/** The table of error codes against the design's list, and what it is asked for. */
import { describe, expect, it } from 'vitest';
import { AtError, type AtErrorCode } from '../../src/modem/at-error.js';
import {
  CME_ERRORS,
  CMS_ERRORS,
  dispositionOf,
  type ErrorDisposition,
  isDefinite,
  isNotReadyYet,
  meaningOf,
} from '../../src/modem/cms-error.js';

const error = (code: AtErrorCode, value?: number) => new AtError(code, 'AT+CMGS=20', value, 'said');

describe('error codes', () => {
  const listed: [ErrorDisposition, number[]][] = [
    ['permanent', [1, 8, 10, 28, 30, 50, 69, 96, 304]],
    ['transient', [27, 38, 41, 42, 47, 314, 331, 515]],
    ['once-more', [21, 127]],
    ['stop-modem', [310, 311, 312, 313, 315, 316, 317, 318]],
    ['sweep', [322]],
    ['unknown-outcome', [332, 500, 512, 513]],
  ];
  it.each(listed)('are %s where the design says so', (disposition, values) => {
    for (const value of values) expect(dispositionOf(error('CMS', value))).toBe(disposition);
  });

  it('take a code that no table knows for a refusal to be tried once more', () => {
    expect(dispositionOf(error('CMS', 9999))).toBe('once-more');
    expect(meaningOf(error('CMS', 9999))).toBeUndefined();
    expect(isDefinite(error('CMS', 9999))).toBe(true);
  });

  it('are no proof after Ctrl-Z when they have no number or mean that nobody knows', () => {
    for (const vague of [
      error('ERROR'),
      error('TIMEOUT'),
      error('CLOSED'),
      error('CMS'),
      error('CMS', 332),
      error('CMS', 500),
      error('CME', 100),
    ]) {
      expect(isDefinite(vague)).toBe(false);
    }
    expect(isDefinite(error('CMS', 38))).toBe(true);
  });

  it('let a message that never left be tried again when there is no number', () => {
    for (const code of ['ERROR', 'TIMEOUT', 'CLOSED'] as const) {
      expect(dispositionOf(error(code))).toBe('transient');
    }
  });

  it('tell the two number spaces apart', () => {
    expect(dispositionOf(error('CMS', 10))).toBe('permanent');
    expect(dispositionOf(error('CME', 10))).toBe('stop-modem');
    expect(isNotReadyYet(error('CME', 14))).toBe(true);
    expect(isNotReadyYet(error('CMS', 14))).toBe(false);
  });

  it('have a text each', () => {
    for (const { text } of [...CMS_ERRORS.values(), ...CME_ERRORS.values()]) {
      expect(text).not.toBe('');
    }
  });
});
