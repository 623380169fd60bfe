/** Lines and prompts out of bytes, at any split. */
import { describe, expect, it } from 'vitest';
import { LineReader } from '../../src/modem/line-reader.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** What is read, as short strings: `> ` for the prompt. */
function readAll(chunks: readonly Uint8Array[]): string[] {
  const reader = new LineReader();
  return chunks
    .flatMap((chunk) => reader.read(chunk))
    .map((event) => (event.kind === 'prompt' ? '> ' : event.text));
}

describe('the line reader', () => {
  const talk =
    'AT+CMGS=20\r\r\n> 0011000B91\x1a\r\n\r\n\r\n+CMTI: "SM",3\r\n>\r\n+CMGS:7\r\n\r\nOK\r\n\x00\x00RDY\r\n\xe9\r\n';
  const expected = [
    'AT+CMGS=20',
    '> ',
    '0011000B91',
    '+CMTI: "SM",3',
    '> ',
    '+CMGS:7',
    'OK',
    'RDY',
    '\xe9',
  ];

  it('reads the same whether the bytes come at once or one by one', () => {
    expect(readAll([bytes(talk)])).toEqual(expected);
    expect(readAll(Array.from(bytes(talk), (octet) => Uint8Array.of(octet)))).toEqual(expected);
  });

  it('reads the same at every split in two', () => {
    for (let at = 0; at <= talk.length; at += 1) {
      expect(readAll([bytes(talk.slice(0, at)), bytes(talk.slice(at))])).toEqual(expected);
    }
  });

  it('sees the prompt, which has no line end, as soon as it is there', () => {
    const reader = new LineReader();
    expect(reader.read(bytes('\r\n'))).toEqual([]);
    expect(reader.read(bytes('>'))).toEqual([{ kind: 'prompt' }]);
    expect(reader.read(bytes(' '))).toEqual([]);
  });

  it('takes a > within a line for no prompt', () => {
    expect(readAll([bytes('+COPS: 0,0,"a > b"\r\n')])).toEqual(['+COPS: 0,0,"a > b"']);
  });

  it('drops a line without end, however long, and goes on with the next', () => {
    const reader = new LineReader();
    const before = process.memoryUsage().arrayBuffers;
    const megabyte = Buffer.alloc(1024 * 1024, 'A');
    for (let count = 0; count < 64; count += 1) expect(reader.read(megabyte)).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect(reader.read(bytes('AAA\r\nOK\r\n'))).toEqual([{ kind: 'line', text: 'OK' }]);
  });

  it('reads many lines in one chunk', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `^RSSI: ${index}`);
    expect(readAll([bytes(lines.map((line) => `\r\n${line}\r\n`).join(''))])).toEqual(lines);
  });
});
