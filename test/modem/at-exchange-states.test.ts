/**
 * The state machine of one exchange, exhaustively: each kind of command in each state, cut at every
 * byte, with every kind of foreign line at every boundary, and out of time at every point.
 */
import { describe, expect, it } from 'vitest';
import { type AtCommand, AtExchange, type ExchangeEffect } from '../../src/modem/at-exchange.js';
import { prefixed } from '../../src/modem/line-looks.js';

const PDU = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
const REPORT = '0006D60B911326880736F4111011719551401110117195714000';
const PAYLOAD = '0001000B916407281553F8000002E834';
const PROMPT = '> ';

interface Kind {
  readonly name: string;
  readonly command: AtCommand;
  /** What the modem says, a line or the prompt at a time, up to the final result. */
  readonly talk: readonly string[];
  /** Information lines of the result, with their PDUs. */
  readonly information: readonly string[];
  readonly answerPrompt?: 'payload' | 'withdraw';
}

const KINDS: readonly Kind[] = [
  { name: 'a bare command', command: { text: 'AT' }, talk: ['OK'], information: [] },
  {
    name: 'a query',
    command: { text: 'AT+CSQ', information: prefixed('+CSQ') },
    talk: ['+CSQ: 20,99', 'OK'],
    information: ['+CSQ: 20,99'],
  },
  {
    name: 'a query of several lines',
    command: { text: 'AT!PCTEMP?', information: /^(Temp state|Temperature)\s*:/i },
    talk: ['Temp state: Normal', 'Temperature: 34.00 C', 'OK'],
    information: ['Temp state: Normal', 'Temperature: 34.00 C'],
  },
  {
    name: 'a query whose OK may be missing',
    command: { text: 'AT+CPIN?', information: prefixed('+CPIN'), okMayBeMissing: true },
    talk: ['+CPIN: READY', 'OK'],
    information: ['+CPIN: READY'],
  },
  {
    name: 'a listing',
    command: { text: 'AT+CMGL=4', information: prefixed('+CMGL'), pduFollows: true },
    talk: ['+CMGL: 1,0,,38', PDU, '+CMGL: 2,1,,26', REPORT, 'OK'],
    information: [`+CMGL: 1,0,,38 | ${PDU}`, `+CMGL: 2,1,,26 | ${REPORT}`],
  },
  {
    name: 'a submission',
    command: { text: 'AT+CMGS=20', information: prefixed('+CMGS'), prompts: true },
    talk: [PROMPT, '+CMGS: 41', 'OK'],
    information: ['+CMGS: 41'],
    answerPrompt: 'payload',
  },
  {
    name: 'a submission that is withdrawn',
    command: { text: 'AT+CMGS=20', information: prefixed('+CMGS'), prompts: true },
    talk: [PROMPT],
    information: [],
    answerPrompt: 'withdraw',
  },
];

/** Lines that belong to no command, each with how it is handed on. */
const FOREIGN: readonly { readonly said: readonly string[]; readonly told: string }[] = [
  { said: ['^RSSI: 20'], told: '^RSSI: 20' },
  { said: ['RING'], told: 'RING' },
  { said: ['RDY'], told: 'RDY' },
  { said: ['+CMTI: "SM",3'], told: '+CMTI: "SM",3' },
  { said: ['+CREG: 1'], told: '+CREG: 1' },
  { said: ['+CUSD: 0,"5.00 EUR",15'], told: '+CUSD: 0,"5.00 EUR",15' },
  { said: ['UNDER-VOLTAGE WARNNING'], told: 'UNDER-VOLTAGE WARNNING' },
  { said: ['+CMT: ,38', PDU], told: `+CMT: ,38 | ${PDU}` },
  { said: ['+CDS: 26', REPORT], told: `+CDS: 26 | ${REPORT}` },
];

const REFUSALS: readonly { readonly line: string; readonly shown: string }[] = [
  { line: 'ERROR', shown: 'ERROR' },
  { line: '+CMS ERROR: 38', shown: 'CMS 38' },
  { line: '+CME ERROR: 14', shown: 'CME 14' },
  { line: '+CMS ERROR: Unknown error', shown: 'CMS' },
  { line: 'COMMAND NOT SUPPORT', shown: 'ERROR' },
];

const bytes = (text: string) => Buffer.from(text, 'latin1');
const wire = (line: string) => (line === PROMPT ? '\r\n> ' : `\r\n${line}\r\n`);

/** A machine in the middle of an exchange, with all that it has told. */
class Stage {
  readonly exchange = new AtExchange();
  readonly unsolicited: string[] = [];
  readonly results: string[] = [];
  prompts = 0;
  nowMs = 0;
  readonly #kind: Kind;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.take(this.exchange.begin(kind.command, 0));
  }

  say(text: string): void {
    this.take(this.exchange.receive(bytes(text), this.nowMs));
  }

  expire(nowMs: number): void {
    this.take(this.exchange.expire(nowMs));
  }

  take(effects: readonly ExchangeEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'unsolicited') {
        this.unsolicited.push(
          effect.pdu === undefined ? effect.line : `${effect.line} | ${effect.pdu}`,
        );
      } else if (effect.kind === 'finished') {
        this.results.push(shown(effect.result));
      } else if (effect.kind === 'prompt') {
        this.prompts += 1;
        this.take(
          this.#kind.answerPrompt === 'withdraw'
            ? this.exchange.withdraw()
            : this.exchange.sendPayload(PAYLOAD, this.nowMs),
        );
      }
    }
  }
}

function shown(result: Extract<ExchangeEffect, { kind: 'finished' }>['result']): string {
  switch (result.kind) {
    case 'ok':
      return [
        result.okMissing ? 'ok without OK' : 'ok',
        ...result.information.map(({ line, pdu }) =>
          pdu === undefined ? line : `${line} | ${pdu}`,
        ),
      ].join('\n');
    case 'refused':
      return `refused at ${result.phase}: ${result.code} ${result.value ?? ''}`.trim();
    case 'expired':
      return `expired at ${result.phase}`;
    case 'withdrawn':
      return 'withdrawn';
  }
}

function expected(kind: Kind): string[] {
  return [kind.answerPrompt === 'withdraw' ? 'withdrawn' : ['ok', ...kind.information].join('\n')];
}

/** The phase after the first `said` pieces of a talk. */
function phaseAfter(kind: Kind, said: number): 'answer' | 'prompt' | 'submit' {
  if (kind.command.prompts !== true) return 'answer';
  return said === 0 ? 'prompt' : 'submit';
}

/** Information that is complete after the first `said` pieces, as a result would list it. */
function informationAfter(kind: Kind, said: number): string[] {
  const found: string[] = [];
  for (const line of kind.talk.slice(0, said)) {
    if (kind.command.information?.test(line)) found.push(line);
    else if (line !== PROMPT && line !== 'OK') found.push(`${found.pop()} | ${line}`);
  }
  return found;
}

describe.each(KINDS)('$name', (kind) => {
  /** How many pieces can have been said while the exchange is still under way. */
  const underWay = Array.from({ length: kind.talk.length }, (_, said) => said);
  const whole = kind.talk.map(wire).join('');

  it('is read one byte at a time', () => {
    const stage = new Stage(kind);
    for (const character of whole) stage.say(character);
    expect(stage.results).toEqual(expected(kind));
    expect(stage.unsolicited).toEqual([]);
  });

  it('is read cut in two and in three at every byte', () => {
    // What answers the payload cannot come before it: a talk is cut at its prompt anyway.
    const [before, after] = kind.talk.includes(PROMPT)
      ? [wire(PROMPT), kind.talk.slice(1).map(wire).join('')]
      : ['', whole];
    for (let first = 0; first <= after.length; first += 1) {
      for (let second = first; second <= after.length; second += after.length > 120 ? 7 : 1) {
        const stage = new Stage(kind);
        for (const chunk of [
          before,
          after.slice(0, first),
          after.slice(first, second),
          after.slice(second),
        ]) {
          stage.say(chunk);
        }
        expect(stage.results).toEqual(expected(kind));
      }
    }
  });

  it('is read with its own echo before it, and blank lines anywhere', () => {
    const stage = new Stage(kind);
    stage.say(`${kind.command.text}\r`);
    for (const piece of kind.talk) stage.say(`\r\n\r\n${wire(piece)}`);
    expect(stage.results).toEqual(expected(kind));
    expect(stage.exchange.echoSeen).toBe(true);
  });

  it('lets no foreign line in, at any boundary, in one chunk or byte by byte', () => {
    for (const said of [...underWay, kind.talk.length]) {
      for (const foreign of FOREIGN) {
        const talk = kind.talk.toSpliced(said, 0, ...foreign.said);
        const told: string[] = [];
        for (const cut of ['pieces', 'bytes'] as const) {
          const stage = new Stage(kind);
          const pieces = talk.map(wire);
          for (const chunk of cut === 'pieces' ? pieces : pieces.join('')) stage.say(chunk);
          expect(stage.results).toEqual(expected(kind));
          expect(stage.unsolicited).toEqual([foreign.told]);
          told.push(...stage.unsolicited);
        }
        expect(told).toHaveLength(2);
      }
    }
  });

  it.each(REFUSALS)('is refused in any state by $line', ({ line, shown: code }) => {
    for (const said of underWay) {
      const stage = new Stage(kind);
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      stage.say(wire(line));
      expect(stage.results).toEqual([`refused at ${phaseAfter(kind, said)}: ${code}`]);
      expect(stage.exchange.busy).toBe(false);
    }
  });

  it('ends by its deadline in any state, not before, however much is said meanwhile', () => {
    for (const said of underWay) {
      const stage = new Stage(kind);
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      const deadlineMs = stage.exchange.deadlineMs ?? Number.NaN;
      stage.nowMs = deadlineMs - 1;
      for (let count = 0; count < 50; count += 1) stage.say(wire('^RSSI: 20'));
      expect(stage.exchange.deadlineMs).toBe(deadlineMs);
      stage.expire(deadlineMs - 1);
      expect(stage.results).toEqual([]);
      stage.expire(deadlineMs);
      const information = informationAfter(kind, said);
      const settled = kind.command.okMayBeMissing === true && information.length > 0;
      expect(stage.results).toEqual([
        settled
          ? ['ok without OK', ...information].join('\n')
          : `expired at ${phaseAfter(kind, said)}`,
      ]);
      expect(stage.exchange.busy).toBe(false);
      expect(stage.exchange.deadlineMs).toBeUndefined();
    }
  });

  it('can be told to wait for less in any state, never for more', () => {
    for (const said of underWay) {
      const stage = new Stage(kind);
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      const deadlineMs = stage.exchange.deadlineMs ?? Number.NaN;
      stage.exchange.curtail(deadlineMs + 1);
      expect(stage.exchange.deadlineMs).toBe(deadlineMs);
      stage.exchange.curtail(500);
      expect(stage.exchange.deadlineMs).toBe(500);
    }
  });

  it('given up in any state, finishes nothing when the rest comes late', () => {
    for (const said of underWay) {
      const stage = new Stage(kind);
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      expect(stage.exchange.abandon()).toBe(phaseAfter(kind, said));
      const { prompts } = stage;
      for (const piece of kind.talk.slice(said)) stage.say(wire(piece));
      expect(stage.results).toEqual([]);
      expect(stage.prompts).toBe(prompts);
      // What was information would be is kept aside, so that a late reference is heard.
      if (kind.talk.slice(said).includes('+CMGS: 41')) {
        expect(stage.unsolicited).toContain('+CMGS: 41');
      }
    }
  });

  it('given up with its answer late, leaves the reference of the next submission alone', () => {
    const next: AtCommand = { text: 'AT+CMGS=9', information: prefixed('+CMGS'), prompts: true };
    for (const said of underWay) {
      // A refusal is final wherever it falls; resynchronising is what keeps it from the next one.
      const stage = new Stage({ ...kind, answerPrompt: 'payload' });
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      if (stage.exchange.busy) stage.exchange.abandon();
      stage.results.length = 0;
      stage.take(stage.exchange.begin(next, 0));
      const late = kind.talk.slice(said).filter((piece) => piece !== PROMPT);
      for (const piece of late) stage.say(wire(piece));
      expect(stage.results).toEqual([]);
      for (const piece of [PROMPT, '+CMGS: 77', 'OK']) stage.say(wire(piece));
      expect(stage.results).toEqual(['ok\n+CMGS: 77']);
    }
  });

  it('takes a payload or its withdrawal at the prompt alone, and no second command', () => {
    for (const said of underWay) {
      const stage = new Stage(kind);
      for (const piece of kind.talk.slice(0, said)) stage.say(wire(piece));
      expect(() => stage.exchange.begin({ text: 'AT' }, 0)).toThrow(/before the last command/);
      if (phaseAfter(kind, said) !== 'prompt') {
        expect(() => stage.exchange.sendPayload(PDU, 0)).toThrow(/without a prompt/);
        expect(() => stage.exchange.withdraw()).toThrow(/without a prompt/);
      }
    }
  });
});

describe('no command', () => {
  const idle = () => new AtExchange();

  it('takes no payload, no withdrawal, no expiry and has no deadline', () => {
    expect(() => idle().sendPayload(PDU, 0)).toThrow(/without a prompt/);
    expect(() => idle().withdraw()).toThrow(/without a prompt/);
    expect(idle().expire(1e9)).toEqual([]);
    expect(idle().abandon()).toBeUndefined();
    expect(idle().deadlineMs).toBeUndefined();
  });

  it('finishes nothing and prompts for nothing, whatever is said', () => {
    const exchange = idle();
    const said = [...REFUSALS.map(({ line }) => line), 'OK', PROMPT, '+CMGS: 1', PDU];
    const effects = exchange.receive(bytes(said.map(wire).join('')), 0);
    expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(['unsolicited']));
  });

  it('hands on every foreign line, cut at every byte', () => {
    for (const { said, told } of FOREIGN) {
      const text = said.map(wire).join('');
      for (let at = 1; at < text.length; at += 1) {
        const exchange = idle();
        const effects = [text.slice(0, at), text.slice(at)].flatMap((chunk) =>
          exchange.receive(bytes(chunk), 0),
        );
        const [effect] = effects;
        expect(effects).toHaveLength(1);
        if (effect?.kind !== 'unsolicited') throw new Error('not handed on');
        const { line, pdu } = effect;
        expect(pdu === undefined ? line : `${line} | ${pdu}`).toBe(told);
      }
    }
  });
});
