import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTraceEvent, parseTrace, type TraceEvent } from '../../src/trace/trace-line.js';

describe('a line of a trace', () => {
  it('is what people can read', () => {
    const event: TraceEvent = { atMs: 12.4, modem: 'main', direction: '<', content: '\r\n> ' };
    expect(formatTraceEvent(event)).toBe('12 main < \\r\\n>\\x20');
  });

  it('is read as what was written, whatever bytes', () => {
    const bytes = fc.uint8Array().map((octets) => Buffer.from(octets).toString('latin1'));
    fc.assert(
      fc.property(bytes, fc.nat(), fc.constantFrom('<', '>', '!'), (content, atMs, direction) => {
        const event: TraceEvent = { atMs, modem: 'main', direction, content };
        const line = formatTraceEvent(event);
        expect(line).toMatch(/^[ -~]+$/);
        expect(parseTrace(`# stopgate trace 1 plain\n${line}\n`)).toEqual([event]);
      }),
    );
  });

  it('that is none is named', () => {
    expect(() => parseTrace('# stopgate trace 1\n1 main > AT\nhello')).toThrow(
      /^line 3: .*"hello"/,
    );
    expect(() => parseTrace('# stopgate trace 2 masked')).toThrow(/newer/);
  });
});
