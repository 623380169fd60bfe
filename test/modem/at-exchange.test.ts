/** The state machine of one exchange, driven by bytes and times alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AtCommand, AtExchange, type ExchangeEffect } from '../../src/modem/at-exchange.js';
import { prefixed } from '../../src/modem/line-looks.js';

const PDU = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
const REPORT = '0006D60B911326880736F4111011719551401110117195714000';

const SUBMIT: AtCommand = { text: 'AT+CMGS=20', information: prefixed('+CMGS'), prompts: true };
const LIST: AtCommand = { text: 'AT+CMGL=4', information: prefixed('+CMGL'), pduFollows: true };

/** Shows effects as short strings, so that a whole exchange reads as a list. */
function show(effect: ExchangeEffect): string {
  switch (effect.kind) {
    case 'write':
      return `write ${JSON.stringify(Buffer.from(effect.bytes).toString('latin1'))}`;
    case 'prompt':
      return 'prompt';
    case 'unsolicited':
      return effect.pdu === undefined ? `! ${effect.line}` : `! ${effect.line} | ${effect.pdu}`;
    case 'finished': {
      const { result } = effect;
      if (result.kind === 'ok') {
        const lines = result.information.map(({ line, pdu }) =>
          pdu === undefined ? line : `${line} | ${pdu}`,
        );
        return ['ok', ...lines].join('\n');
      }
      if (result.kind === 'refused') {
        return `refused at ${result.phase}: ${result.code} ${result.value ?? ''}`.trim();
      }
      return result.kind === 'expired' ? `expired at ${result.phase}` : 'withdrawn';
    }
  }
}

/** Plays a talk in the chunks given; answers each prompt with `payload`. */
function play(command: AtCommand | undefined, chunks: readonly string[], payload = PDU): string[] {
  const exchange = new AtExchange();
  if (command !== undefined) exchange.begin(command, 0);
  const effects: ExchangeEffect[] = [];
  for (const chunk of chunks) {
    for (const effect of exchange.receive(Buffer.from(chunk, 'latin1'), 0)) {
      if (effect.kind === 'prompt') exchange.sendPayload(payload, 0);
      else effects.push(effect);
    }
  }
  return effects.map(show);
}

/** `¦` is where the modem waits for the payload: nothing after it can come in the bytes before. */
const TALKS: { name: string; command: AtCommand | undefined; talk: string; expected: string[] }[] =
  [
    {
      name: 'an answer with information, an echo and blank lines',
      command: { text: 'AT+CSQ', information: prefixed('+CSQ') },
      talk: 'AT+CSQ\r\r\n\r\n+CSQ: 20,99\r\n\r\n\r\nOK\r\n',
      expected: ['ok\n+CSQ: 20,99'],
    },
    {
      name: 'unsolicited lines before, inside and after an answer',
      command: { text: 'AT+CSQ', information: prefixed('+CSQ') },
      talk: '\r\n^RSSI:3\r\n\r\n+CSQ:20,99\r\n\r\n+CMTI: "SM",1\r\n\r\nRING\r\n\r\nOK\r\n\r\n+CMTI: "SM",2\r\n',
      expected: ['! ^RSSI:3', '! +CMTI: "SM",1', '! RING', 'ok\n+CSQ:20,99', '! +CMTI: "SM",2'],
    },
    {
      name: 'a listing with an unsolicited line between a header and its PDU',
      command: LIST,
      talk: `\r\n+CMGL: 1,0,,25\r\n^RSSI: 9\r\n${PDU}\r\n+CMGL: 2,1,"",26\r\n${REPORT}\r\n\r\nOK\r\n`,
      expected: ['! ^RSSI: 9', `ok\n+CMGL: 1,0,,25 | ${PDU}\n+CMGL: 2,1,"",26 | ${REPORT}`],
    },
    {
      name: 'a report of two lines in the middle of a listed message',
      command: LIST,
      talk: `\r\n+CMGL: 1,0,,25\r\n+CDS: 25\r\n${REPORT}\r\n${PDU}\r\n\r\nOK\r\n`,
      expected: [`! +CDS: 25 | ${REPORT}`, `ok\n+CMGL: 1,0,,25 | ${PDU}`],
    },
    {
      name: 'a PDU line that is no hex, and one that is missing',
      command: LIST,
      talk: '\r\n+CMGL: 1,0,,25\r\nnot a PDU\r\n+CMGL: 2,0,,0\r\n\r\nOK\r\n',
      expected: ['ok\n+CMGL: 1,0,,25 | not a PDU\n+CMGL: 2,0,,0'],
    },
    {
      name: 'a submission with its prompt, echo and reference',
      command: SUBMIT,
      talk: `AT+CMGS=20\r\r\n> ¦${PDU}\x1a\r\n+CMGS: 41\r\n\r\nOK\r\n`,
      expected: ['ok\n+CMGS: 41'],
    },
    {
      name: 'unsolicited lines between the prompt and the reference',
      command: SUBMIT,
      talk: `\r\n> ¦\r\n+CMTI: "SM",4\r\n\r\n+CDS: ,25\r\n${REPORT}\r\n\r\nRING\r\n\r\n+CMGS:41\r\n\r\nOK\r\n`,
      expected: ['! +CMTI: "SM",4', `! +CDS: ,25 | ${REPORT}`, '! RING', 'ok\n+CMGS:41'],
    },
    {
      name: 'a late reference and OK of another submission before the prompt',
      command: SUBMIT,
      talk: '\r\n+CMGS: 7\r\n\r\nOK\r\n\r\n> ¦\r\n+CMGS: 8\r\n\r\nOK\r\n',
      expected: ['! +CMGS: 7', 'ok\n+CMGS: 8'],
    },
    {
      name: 'an error with a code in place of the prompt',
      command: SUBMIT,
      talk: '\r\n+CMS ERROR: 310\r\n',
      expected: ['refused at prompt: CMS 310'],
    },
    {
      name: 'an error without a code after the message',
      command: SUBMIT,
      talk: '\r\n> ¦\r\nERROR\r\n',
      expected: ['refused at submit: ERROR'],
    },
    {
      name: 'an error spelt oddly after the message',
      command: SUBMIT,
      talk: '\r\n> ¦\r\n+CMS ERROR:38\r\n',
      expected: ['refused at submit: CMS 38'],
    },
    {
      name: 'what Huawei sticks say in place of ERROR',
      command: { text: 'AT+CSMS?', information: prefixed('+CSMS') },
      talk: '\r\nCOMMAND NOT SUPPORT\r\n',
      expected: ['refused at answer: ERROR'],
    },
    {
      name: 'messages handed over directly, in odd spellings, while nothing was asked',
      command: undefined,
      talk: `\r\n+CMT: ,23\r\n\r\n${PDU}\r\n\r\n+CDS: ,25\r\n${REPORT}\r\nOK\r\n+CMT: "",5\r\ngarbage\r\n`,
      expected: [`! +CMT: ,23 | ${PDU}`, `! +CDS: ,25 | ${REPORT}`, '! +CMT: "",5 | garbage'],
    },
    {
      name: 'an unsolicited line between the two of a direct message',
      command: { text: 'AT+CSQ', information: prefixed('+CSQ') },
      talk: `\r\n+CMT: ,23\r\n^RSSI: 1\r\n+CSQ: 3,99\r\n${PDU}\r\nOK\r\n`,
      expected: ['! ^RSSI: 1', `! +CMT: ,23 | ${PDU}`, 'ok\n+CSQ: 3,99'],
    },
  ];

describe('the AT exchange', () => {
  for (const { name, command, talk, expected } of TALKS) {
    it(`reads ${name}, at every split and byte by byte`, () => {
      const parts = talk.split('¦');
      expect(play(command, parts)).toEqual(expected);
      expect(play(command, [...parts.join('')])).toEqual(expected);
      for (const [index, part] of parts.entries()) {
        for (let at = 1; at < part.length; at += 1) {
          const cut = parts.toSpliced(index, 1, part.slice(0, at), part.slice(at));
          expect(play(command, cut)).toEqual(expected);
        }
      }
    });
  }

  it('writes the command with CR and the payload with Ctrl-Z', () => {
    const exchange = new AtExchange();
    expect(exchange.begin(SUBMIT, 0).map(show)).toEqual(['write "AT+CMGS=20\\r"']);
    expect(exchange.receive(Buffer.from('\r\n> '), 0).map(show)).toEqual(['prompt']);
    expect(exchange.sendPayload('00AA', 0).map(show)).toEqual(['write "00AA\\u001a"']);
  });

  it('tells of the prompt after everything that came in the same bytes', () => {
    const exchange = new AtExchange();
    exchange.begin(SUBMIT, 0);
    expect(exchange.receive(Buffer.from('\r\n> \r\n+CMTI: "SM",1\r\n'), 0).map(show)).toEqual([
      '! +CMTI: "SM",1',
      'prompt',
    ]);
  });

  it('writes ESC and nothing else when withdrawn at the prompt', () => {
    const exchange = new AtExchange();
    exchange.begin(SUBMIT, 0);
    exchange.receive(Buffer.from('> '), 0);
    expect(exchange.withdraw().map(show)).toEqual(['write "\\u001b"', 'withdrawn']);
    expect(exchange.busy).toBe(false);
  });

  it('keeps its deadline however many unsolicited lines come', () => {
    const exchange = new AtExchange();
    exchange.begin({ text: 'AT+CSQ', information: prefixed('+CSQ') }, 1000);
    for (let ms = 1000; ms < 11_000; ms += 500) {
      exchange.receive(Buffer.from('\r\n^RSSI: 1\r\n'), ms);
      expect(exchange.expire(ms)).toEqual([]);
    }
    expect(exchange.expire(11_000).map(show)).toEqual(['expired at answer']);
  });

  it('expires at the prompt after 10 s and after the message in 120 s', () => {
    const exchange = new AtExchange();
    exchange.begin(SUBMIT, 0);
    expect(exchange.deadlineMs).toBe(10_000);
    exchange.receive(Buffer.from('> '), 9_000);
    exchange.sendPayload(PDU, 9_000);
    expect(exchange.deadlineMs).toBe(129_000);
    expect(exchange.expire(128_999)).toEqual([]);
    expect(exchange.expire(129_000).map(show)).toEqual(['expired at submit']);

    const silent = new AtExchange();
    silent.begin(SUBMIT, 0);
    expect(silent.expire(10_000).map(show)).toEqual(['expired at prompt']);
  });

  it('takes the information alone for an answer where the OK may be missing', () => {
    const exchange = new AtExchange();
    exchange.begin({ text: 'AT+CPIN?', information: prefixed('+CPIN'), okMayBeMissing: true }, 0);
    expect(exchange.receive(Buffer.from('\r\n+CPIN: READY\r\n'), 100)).toEqual([]);
    const deadlineMs = exchange.deadlineMs ?? Number.NaN;
    expect(deadlineMs).toBeLessThan(5_000);
    expect(exchange.expire(deadlineMs).map(show)).toEqual(['ok\n+CPIN: READY']);
  });

  it('refuses a second command while one is active', () => {
    const exchange = new AtExchange();
    exchange.begin({ text: 'AT' }, 0);
    expect(() => exchange.begin({ text: 'AT' }, 0)).toThrow(/before the last command ended/);
  });

  it('notices that the modem echoes', () => {
    const exchange = new AtExchange();
    exchange.begin({ text: 'AT' }, 0);
    exchange.receive(Buffer.from('\r\nOK\r\n'), 0);
    expect(exchange.echoSeen).toBe(false);
    exchange.begin({ text: 'AT' }, 0);
    exchange.receive(Buffer.from('AT\r\r\nOK\r\n'), 0);
    expect(exchange.echoSeen).toBe(true);
  });

  it('never mixes an unsolicited line into an answer, wherever it falls', () => {
    const unsolicited = fc.constantFrom(
      '+CMTI: "SM",1',
      '^RSSI:20',
      'RING',
      '+CREG: 1',
      '*PSUTTZ: 2026,1,2',
      'UNDER-VOLTAGE WARNNING',
    );
    const script = fc.tuple(
      fc.array(unsolicited, { maxLength: 4 }),
      fc.array(unsolicited, { maxLength: 4 }),
      fc.array(unsolicited, { maxLength: 4 }),
      fc.array(fc.nat({ max: 400 }), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(script, ([before, amid, after, cuts]) => {
        const lines = [...before, `+CMGR: 1,,25`, PDU, ...amid, 'OK', ...after];
        const talk = lines.map((line) => `\r\n${line}\r\n`).join('');
        const edges = [0, ...cuts.map((cut) => Math.min(cut, talk.length)), talk.length].sort(
          (a, b) => a - b,
        );
        const chunks = edges.slice(1).map((edge, index) => talk.slice(edges[index], edge));
        const command: AtCommand = {
          text: 'AT+CMGR=1',
          information: prefixed('+CMGR'),
          pduFollows: true,
        };
        expect(play(command, chunks)).toEqual([
          ...before.map((line) => `! ${line}`),
          ...amid.map((line) => `! ${line}`),
          `ok\n+CMGR: 1,,25 | ${PDU}`,
          ...after.map((line) => `! ${line}`),
        ]);
      }),
    );
  });

  it('survives any bytes in any state', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 16 }), (chunks) => {
        const exchange = new AtExchange();
        exchange.begin(SUBMIT, 0);
        for (const chunk of chunks) {
          for (const effect of exchange.receive(chunk, 0)) {
            if (effect.kind === 'prompt') exchange.sendPayload(PDU, 0);
          }
          if (!exchange.busy) exchange.begin(SUBMIT, 0);
        }
      }),
    );
  });
});
