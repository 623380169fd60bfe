import { describe, expect, it } from 'vitest';
import { FAULT_FAMILIES, FAULTS, parseFault } from '../../src/simulator/index.js';
import { openTerminal } from './terminal.js';

describe('the faults by name', () => {
  it.each(FAULTS.map(({ name }) => name))('%s can be played as it is, and ended', async (name) => {
    const { modem, terminal, clock } = openTerminal();
    modem.play(parseFault(name));
    await clock.advance(10_000);
    modem.calm();
    terminal.type('\x1b\r');
    await clock.advance(10_000);
    modem.restart();
    terminal.read();
    expect(terminal.command('ATE0')).toContain('OK');
    modem.close();
    expect(clock.pendingTimers).toBe(0);
  });

  it('have names and sentences of their own', () => {
    const names = FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, summary } of FAULTS) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary.length).toBeLessThan(100);
    }
    expect(FAULT_FAMILIES.flatMap(({ faults }) => faults)).toEqual(FAULTS);
  });

  it.each([
    ['silent', { kind: 'silent', afterMs: 0, ends: 'reconnect' }],
    ['silent:after=5m,ends=restart', { kind: 'silent', afterMs: 300_000, ends: 'restart' }],
    ['late-submit-answer:delay=90s', { kind: 'late-submit-answer', delayMs: 90_000, count: 1 }],
    ['no-credit', { kind: 'silent-on-submit', count: Number.POSITIVE_INFINITY, taken: false }],
    [
      'lines-amid:lines=+CMTI: "SM",9|^RSSI: 3,place=prompt,count=2',
      { kind: 'unsolicited-flood', amid: 'prompt', lines: ['+CMTI: "SM",9', '^RSSI: 3'], count: 2 },
    ],
    ['parts:order=3|1|2', { kind: 'parts', order: [3, 1, 2], everyMs: 0, count: 1 }],
    [
      'announce-index:of=reports,index=0',
      { kind: 'announce-index', index: 0, of: '+CDSI', count: 1 },
    ],
  ])('%s is read with its parameters', (request, fault) => {
    expect(parseFault(request)).toEqual(fault);
  });

  it.each([
    ['sillent', /there is no fault "sillent"; like it are silent/],
    ['colour', /there is no fault "colour"; there are silent, no-at/],
    ['silent:for', /silent: "for" is no parameter; it would be key=value/],
    ['silent:colour=red', /silent has no parameter "colour"; it has after, for, ends/],
    ['no-at:x=1', /no-at has no parameter "x"; it has none/],
    ['silent:after=soon', /silent: after="soon" is not right; it is a duration, such as 500ms/],
    ['silent:ends=monday', /ends="monday" is not right; it is one of reconnect, restart, never/],
    ['delete-fails:count=0', /count="0" is not right; it is how many times: 1, 2, … or forever/],
    ['announce-index:index=-2', /it is a whole number from -1 to 999/],
    ['sim-full:refuses-sends=perhaps', /it is yes or no/],
    ['parts:order=a', /it is numbers of parts, in the order in which they come, with \| between/],
    ['timestamp:octets=12', /it is seven octets in hexadecimal/],
    ['cpms:memories=XX', /there is no memory "XX"; there are SM, ME, MT and SR/],
    ['odd-spelling:which=x', /there is no spelling "x"; there are cds-comma/],
  ])('%s is refused with what would be right', (request, message) => {
    expect(() => parseFault(request)).toThrow(RangeError);
    expect(() => parseFault(request)).toThrow(message);
  });
});
