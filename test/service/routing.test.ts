import { describe, expect, it } from 'vitest';
import {
  type DownFor,
  laneKeptWith,
  laneOf,
  mayTake,
  type Preferences,
  soleModem,
  takeOverAfterMs,
} from '../../src/service/routing.js';

const british = '+447700900123';
const irish = '+353851234567';

const general: Preferences = { name: 'general' };
const spare: Preferences = { name: 'spare' };
const britain: Preferences = { name: 'britain', prefixes: ['+44', '+4477'] };
const islands: Preferences = { name: 'islands', prefixes: ['+44', '+353'] };
const alerts: Preferences = { name: 'alerts', campaigns: ['alerts'] };
const britishAlerts: Preferences = { name: 'both', prefixes: ['+44'], campaigns: ['alerts'] };

function lane(
  modems: readonly Preferences[],
  changes: { to?: string; campaign?: string; modem?: string } = {},
): string {
  return laneOf({ to: british, campaign: 'default', modem: null, ...changes }, modems);
}

/** Each modem named is down for so many milliseconds; the others are up. */
const down = (times: Record<string, number> = {}): DownFor => {
  return (modem) => times[modem];
};

describe('the lane of a message', () => {
  it.each<[string, readonly Preferences[], Parameters<typeof lane>[1], string]>([
    ['any modem where none prefers anything', [general, spare], {}, ''],
    ['any modem where there is one, whatever it prefers', [islands], { to: irish }, ''],
    ['any modem where all prefer it alike', [islands, { ...islands, name: 'x' }], {}, ''],
    ['the modem asked for alone', [general, britain], { modem: 'general' }, '=general'],
    ['a prefix before none', [general, islands], {}, 'islands>general'],
    [
      'none before a prefix that does not fit',
      [islands, general],
      { to: '+33612345678' },
      'general>islands',
    ],
    ['the longest prefix first', [general, islands, britain], {}, 'britain>islands>general'],
    [
      'a shorter prefix before none that fits',
      [britain, islands],
      { to: irish },
      'islands>britain',
    ],
    ['equals together', [general, britain, spare], {}, 'britain>general+spare'],
    [
      'a campaign before a prefix',
      [britain, alerts, general],
      { campaign: 'alerts' },
      'alerts>britain>general',
    ],
    ['a campaign that is another one last', [alerts, general, spare], {}, 'general+spare>alerts'],
    [
      'both before either',
      [britain, alerts, britishAlerts],
      { campaign: 'alerts' },
      'both>alerts>britain',
    ],
    [
      'both only where both fit',
      [britishAlerts, general],
      { campaign: 'alerts', to: irish },
      'general>both',
    ],
  ])('is %s', (_what, modems, changes, expected) => {
    expect(lane(modems, changes)).toBe(expected);
  });

  it('tells the one modem that may send it, where there is one', () => {
    expect(soleModem('=general')).toBe('general');
    expect(soleModem('general>spare')).toBeUndefined();
    expect(soleModem('')).toBeUndefined();
  });
});

describe('a message may be taken', () => {
  const aWhile = takeOverAfterMs - 1;
  const long = takeOverAfterMs;
  const gone = Number.POSITIVE_INFINITY;

  it.each<[string, string, string, Record<string, number>, boolean]>([
    ['by any modem', '', 'a', {}, true],
    ['by any modem, whoever is down', '', 'a', { b: long }, true],
    ['by the one asked for', '=a', 'a', {}, true],
    ['by no other than the one asked for', '=a', 'b', {}, false],
    ['by no other, however long that one is down', '=a', 'b', { a: gone }, false],
    ['by those that prefer it', 'a+b>c', 'b', {}, true],
    ['not by others while one of those is up', 'a+b>c', 'c', { a: long }, false],
    [
      'not by others while one of those is down for a short while',
      'a+b>c',
      'c',
      { a: long, b: aWhile },
      false,
    ],
    ['by others once all of those are down for long', 'a+b>c', 'c', { a: long, b: long }, true],
    ['by the next best before the last', 'a>b>c', 'b', { a: long }, true],
    ['not by the last while the next best is up', 'a>b>c', 'c', { a: long }, false],
    ['by the last when all better ones are down', 'a>b>c', 'c', { a: long, b: gone }, true],
    ['by one that prefers it, however it fares itself', 'a>b', 'a', { a: 0 }, true],
    ['by a modem of newer settings, last', 'a>b', 'new', {}, false],
    [
      'by a modem of newer settings where the named are gone',
      'a>b',
      'new',
      { a: gone, b: gone },
      true,
    ],
    ['by the one that its recipient knows', 'b:', 'b', {}, true],
    ['not by another while that one is up', 'b:', 'a', {}, false],
    ['by another at once when that one is down', 'b:', 'a', { b: 0 }, true],
    ['by one that suits better than the known one', 'b:a>b', 'a', {}, true],
    ['by the known one only when it is its turn', 'b:a>b', 'b', {}, false],
    ['by the known one among the next best', 'b:a>b+c', 'c', { a: long }, false],
  ])('%s: %s, %s', (_what, written, modem, times, expected) => {
    expect(mayTake(written, modem, down(times))).toBe(expected);
  });
});

describe('a message is left to the modem that its recipient knows', () => {
  it.each<[string, string, Record<string, number>, string | undefined]>([
    ['when both suit it', '', {}, 'b:'],
    ['when both are among the best', 'a+b>c', {}, 'b:a+b>c'],
    ['whoever was known before', 'c:a+b>c', {}, 'b:a+b>c'],
    ['but not when that one is down', '', { b: 0 }, undefined],
    ['but not when that one suits less', 'a>b', {}, undefined],
    ['but not when another was asked for', '=a', {}, undefined],
  ])('%s: %s', (_what, written, times, expected) => {
    expect(laneKeptWith('b', written, 'a', down(times))).toBe(expected);
  });

  it('and that one takes it', () => {
    expect(laneKeptWith('b', '', 'b', down())).toBeUndefined();
  });
});
