/** Faults of the line between modem and computer: silence, noise, strangers, lost bytes. */
import { defineFault, type FaultDefinition } from './definition.js';
import { choice, count, duration, list, matching, wholeNumber } from './parameters.js';

/** Where a modem says lines that nobody asked for: among those of an answer, or around `> `. */
export type Place = 'answer' | 'prompt' | 'before-prompt';

export type LineFault =
  /**
   * Takes no command and writes nothing, `afterMs` from now, until `ends`: when a line is attached
   * anew (or the modem restarts), when it is told to restart (AT+CFUN=1,1 is heard), or never; and
   * in any case `forMs` later.
   */
  | {
      readonly kind: 'silent';
      readonly afterMs?: number;
      readonly forMs?: number;
      readonly ends?: 'reconnect' | 'restart' | 'never';
    }
  /** A command line that begins with `command` is never answered; all others are. */
  | { readonly kind: 'unanswered'; readonly command: string; readonly count?: number }
  /** One of `lines` in turn each `everyMs`, from now on, `count` of them (without: no end). */
  | {
      readonly kind: 'unsolicited-flood';
      readonly lines: readonly string[];
      readonly everyMs: number;
      readonly count?: number;
    }
  /** All of `lines` at the place, `count` times. */
  | {
      readonly kind: 'unsolicited-flood';
      readonly lines: readonly string[];
      readonly amid: Place;
      readonly count?: number;
    }
  /** Waits for a PDU at a prompt that was opened before whoever is there now came. */
  | { readonly kind: 'stuck-at-prompt' }
  /** The port is gone and comes back under another name; the modem keeps its power and settings. */
  | { readonly kind: 'unplugged'; readonly forMs: number }
  /** Another program types one of `commands` in turn each `everyMs`; the answers go to everybody. */
  | {
      readonly kind: 'foreign-program';
      readonly commands: readonly string[];
      readonly everyMs: number;
      readonly count?: number;
    }
  /** Bytes are lost that come while `octets` wait already; the modem reads `octetsPerSecond`. */
  | { readonly kind: 'drops-characters'; readonly octets: number; readonly octetsPerSecond: number }
  /** Hears and says nothing while the port is at another rate. */
  | { readonly kind: 'fixed-rate'; readonly baud: number };

const FLOOD_LINES = ['^RSSI:21', '^NWTIME: 26/01/05,12:00:00+00,00', '+CREG: 1', '^MODE:5,4'];

export const lineFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'silent',
    summary: 'takes no command and says nothing, until it is plugged in anew or restarted',
    parameters: {
      after: duration('0s'),
      for: duration('0s'),
      ends: choice(['reconnect', 'restart', 'never'], 'reconnect'),
    },
    fault: ({ after, for: forMs, ends }) => ({
      kind: 'silent',
      afterMs: after,
      ends,
      ...(forMs > 0 && { forMs }),
    }),
  }),
  defineFault({
    name: 'no-at',
    summary: 'a port without a modem behind it, as in CD-ROM or HiLink mode: never answers',
    parameters: {},
    fault: () => ({ kind: 'silent', ends: 'never' }),
  }),
  defineFault({
    name: 'unanswered',
    summary: 'never answers the next command lines that begin so; answers all others',
    parameters: {
      command: matching(/^AT/i, 'AT', 'the beginning of a command line, such as AT+CSQ'),
      count: count(),
    },
    fault: ({ command, count: times }) => ({ kind: 'unanswered', command, count: times }),
  }),
  defineFault({
    name: 'unsolicited-flood',
    summary: 'says lines that nobody asked for, one after the other',
    parameters: {
      lines: list(FLOOD_LINES, 'the lines'),
      every: duration('100ms'),
      count: count('forever'),
    },
    fault: ({ lines, every, count: times }) => ({
      kind: 'unsolicited-flood',
      lines,
      everyMs: every,
      count: times,
    }),
  }),
  defineFault({
    name: 'lines-amid',
    summary:
      'says lines that nobody asked for in the middle of answers, after the prompt or before it',
    parameters: {
      place: choice(['answer', 'prompt', 'before-prompt'], 'answer'),
      lines: list(FLOOD_LINES, 'the lines'),
      count: count('forever'),
    },
    fault: ({ place, lines, count: times }) => ({
      kind: 'unsolicited-flood',
      lines,
      amid: place,
      count: times,
    }),
  }),
  defineFault({
    name: 'stuck-at-prompt',
    summary: 'is found waiting for a PDU, as after a crash of the program before',
    parameters: {},
    fault: () => ({ kind: 'stuck-at-prompt' }),
  }),
  defineFault({
    name: 'unplugged',
    summary: 'the port goes, and comes back under another name behind the same link',
    parameters: { for: duration('5s') },
    fault: ({ for: forMs }) => ({ kind: 'unplugged', forMs }),
  }),
  defineFault({
    name: 'foreign-program',
    summary: 'another program (ModemManager) types commands on the port; their answers appear',
    parameters: {
      commands: list(['AT', 'AT+CSQ', 'AT+CREG?', 'AT+CMGF=1'], 'command lines'),
      every: duration('2s'),
      count: count('forever'),
    },
    fault: ({ commands, every, count: times }) => ({
      kind: 'foreign-program',
      commands,
      everyMs: every,
      count: times,
    }),
  }),
  defineFault({
    name: 'drops-characters',
    summary: 'loses characters that come faster than it reads, as without flow control',
    parameters: {
      octets: wholeNumber(64, { min: 1, max: 100_000 }),
      rate: wholeNumber(1_000, { min: 1, max: 1_000_000 }),
    },
    fault: ({ octets, rate }) => ({ kind: 'drops-characters', octets, octetsPerSecond: rate }),
  }),
  defineFault({
    name: 'fixed-rate',
    summary: 'hears and answers at one rate of the port only, as when finding the rate has failed',
    parameters: { baud: wholeNumber(115_200, { min: 300, max: 4_000_000 }) },
    fault: ({ baud }) => ({ kind: 'fixed-rate', baud }),
  }),
];
