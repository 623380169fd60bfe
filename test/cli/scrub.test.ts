import { describe, expect, it } from 'vitest';
import { scrubber } from '../../src/cli/scrub.js';
import { logExcerpt, traceExcerpt } from '../../src/cli/support-log.js';
import { configOf, oneModem } from '../support/test-config.js';
import { secret, webhookToml } from '../support/test-webhooks.js';

const config = configOf(
  oneModem.replace('[http]', 'pin = "1134"\n[http]') + webhookToml('https://app.example.org'),
  '/tmp/none',
);
const scrub = scrubber(config);

describe('scrubbing', () => {
  it.each([
    ['call +44 7700 900-123 now', 'call +44••••• now'],
    ['07700900123', '07•••••'],
    ['030/901820', '03•••••'],
    ['IMEI 490154203237518', 'IMEI 49•••••'],
    ['0791447779071312040B917407', '(26 hexadecimal digits)'],
    ['https://sms.example.org/o/14i75hJak3K3', 'https://sms.example.org(secret)'],
    [`Bearer sg_0123456789ab_${'x-_'.repeat(14)}`, 'Bearer (secret)'],
    [`secret = "${secret}"`, 'secret = "(secret)"'],
    ['AT+CPIN="1134"', 'AT+CPIN="(secret)"'],
  ])('takes out what is in %s', (text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed);
  });

  it.each([
    ['2026-11-23T05:01:49.876Z'],
    ['msg_019ab6f2c0de7abc8def0123456789ab was canceled'],
    ['schema 7, Node.js v20.19.5, 115200 baud, -73 dBm, 127.0.0.1:7867'],
    ['+CMS ERROR: 21'],
    ['version 11134'],
  ])('leaves %s', (text) => {
    expect(scrub(text)).toBe(text);
  });
});

describe('the end of a log', () => {
  const line = (level: string, fields: object) => JSON.stringify({ level, ...fields });

  it('has what is logged by default, masked, also behind what journald puts before it', () => {
    const log = [
      line('info', { from: '07700900123', deep: [{ '+447700900123': 447700900123 }] }),
      `Nov 23 05:01:49 shop stopgate[812]: ${line('warn', { msg: 'not sent' })}`,
    ].join('\n');
    expect(logExcerpt(log, scrub)).toEqual({
      lines: [
        line('info', { from: '07•••••', deep: [{ '+44•••••': '44•••••' }] }),
        line('warn', { msg: 'not sent' }),
      ],
      leftOut: undefined,
    });
  });

  it('leaves out what may hold texts, and what is none of ours, and says so', () => {
    const log = [line('trace', { text: 'Hello' }), line('debug', {}), 'Hello', '{"level":'];
    const { lines, leftOut } = logExcerpt(log.join('\n'), scrub);
    expect(lines).toEqual([]);
    expect(leftOut).toContain('4 lines are left out');
  });

  it('is cut at 300 lines', () => {
    const log = Array.from({ length: 1_000 }, (_, index) => line('info', { index }));
    const { lines } = logExcerpt(log.join('\n'), scrub);
    expect(lines).toEqual(log.slice(-300));
  });
});

describe('the end of a trace', () => {
  it('is there when it is masked', () => {
    const trace = '# stopgate trace 1 masked 2026-11-22T12:00:00.000Z\n12 main > AT\\r\n';
    expect(traceExcerpt(trace).lines).toHaveLength(2);
  });

  it.each([
    ['# stopgate trace 1 plain 2026-11-22T12:00:00.000Z\n12 main > AT\\r\n', 'not masked'],
    ['# stopgate trace 1 masked 2026-11-22T12:00:00.000Z\nHello\n', 'was changed'],
    ['Hello', 'no trace of stopgate'],
  ])('is left out otherwise', (trace, why) => {
    expect(traceExcerpt(trace)).toEqual({ lines: [], leftOut: expect.stringContaining(why) });
  });
});
