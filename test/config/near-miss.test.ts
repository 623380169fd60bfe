import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/near-miss.js';

describe('nearest', () => {
  const names = ['port', 'baud', 'per_minute', 'per_hour', 'prefixes'];

  it.each([
    ['prot', 'port'],
    ['bauds', 'baud'],
    ['bud', 'baud'],
    ['vaud', 'baud'],
    ['per-minute', 'per_minute'],
    ['perHour', 'per_hour'],
    ['PREFIXES', 'prefixes'],
    ['per_mintue', 'per_minute'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearest(written, names)).toBe(meant);
  });

  it.each(['x', '', 'timeout', 'tropo', 'a'.repeat(10_000)])('takes %j for nothing', (written) => {
    expect(nearest(written, names)).toBeUndefined();
  });

  it('takes the nearest of several', () => {
    expect(nearest('per_hours', ['per_hoursx', 'per_hours_', 'per_hour'])).toBe('per_hours_');
  });
});
