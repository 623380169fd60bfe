import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openLog } from '../src/log.js';
import { TransportError } from '../src/modem/transport.js';

/** The line that an error becomes. */
async function lineOf(error: unknown) {
  const stream = new PassThrough();
  const log = await openLog(stream, 'info');
  log.error({ err: error }, 'it failed');
  const line: unknown = JSON.parse(String(stream.read()));
  return { line, text: JSON.stringify(line) };
}

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}

const spoiled = 'Xylophone +447700900123';

describe('an error in the log', () => {
  it('has its kind, its message, its code and where it came from', async () => {
    const { line } = await lineOf(Object.assign(new TypeError('no such field'), { code: 'E1' }));
    expect(line).toMatchObject({
      level: 'error',
      msg: 'it failed',
      err: {
        type: 'TypeError',
        message: 'no such field',
        code: 'E1',
        stack: expect.stringContaining('log.test.ts'),
      },
    });
  });

  it('has what to do in the place of where it came from, where it is written for operators', async () => {
    const { line } = await lineOf(new TransportError('no such port', { hint: 'plug it in' }));
    expect(line).toMatchObject({
      err: { type: 'TransportError', message: 'no such port', hint: 'plug it in' },
    });
    expect(line).not.toHaveProperty('err.stack');
  });

  it('does not quote what could not be parsed, nor does an error that it caused', async () => {
    const error = errorOf(() => JSON.parse(spoiled));
    expect(String(error)).toContain('Xylophone');
    const wrapped = new Error('the row cannot be read', { cause: error });
    for (const told of [await lineOf(error), await lineOf(wrapped)]) {
      expect(told.text).not.toContain('Xylophone');
      expect(told.text).toContain('it cannot be parsed');
    }
  });

  it('carries no field of which nobody knows what it holds', async () => {
    const error = errorOf(() => new URL(spoiled));
    expect((await lineOf(error)).text).not.toContain('Xylophone');
    expect((await lineOf(spoiled)).text).not.toContain('Xylophone');
  });
});

describe('a log that goes to the journal', () => {
  it('has before each line its level, as syslog counts, and the line as ever behind', async () => {
    const stream = new PassThrough();
    const log = await openLog(stream, 'trace', true);
    for (const level of ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const) {
      log[level](level);
    }
    const lines = String(stream.read()).trimEnd().split('\n');
    const told = lines.map((line) => /^<(\d)>(\{.*\})$/.exec(line) ?? []);
    expect(told.map(([, level, line = '']) => [level, JSON.parse(line).msg])).toEqual([
      ...[
        ['2', 'fatal'],
        ['3', 'error'],
        ['4', 'warn'],
      ],
      ...[
        ['6', 'info'],
        ['7', 'debug'],
        ['7', 'trace'],
      ],
    ]);
  });
});
