/** Faults of power and of the SIM: restarts, brown-outs, a slow start, a locked card. */
import { defineFault, type FaultDefinition } from './definition.js';
import { choice, duration, matching, wholeNumber, yesOrNo } from './parameters.js';

/** Whether it happens now, or when the next PDU was handed over (and, if `taken`, went out). */
export type Moment = { readonly at: 'once' } | { readonly at: 'submit'; readonly taken: boolean };

export type PowerFault =
  /** Starts anew by itself: what was under way is never answered, what was set is forgotten. */
  | {
      readonly kind: 'restarts';
      readonly moment: Moment;
      readonly afterMs?: number;
      /** Without the lines that a modem says when it starts. */
      readonly quietly?: boolean;
    }
  /** Says that its voltage is too low, then loses power: the port goes, and comes back `forMs` later. */
  | {
      readonly kind: 'brown-out';
      readonly moment: Moment;
      readonly warnings: number;
      readonly forMs: number;
    }
  /** Refuses what needs the SIM, as after power-up: +CPIN with 14, messages with `line`. */
  | { readonly kind: 'not-ready'; readonly forMs: number; readonly line: string }
  /** The SIM asks for its PIN; with no tries left, for its PUK. */
  | {
      readonly kind: 'sim-locked';
      readonly pin: string;
      readonly puk: string;
      readonly tries: number;
    };

const moment = choice(['once', 'submit'], 'once');
const momentOf = (at: 'once' | 'submit', taken: boolean): Moment =>
  at === 'once' ? { at } : { at, taken };

export const powerFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'restarts',
    summary: 'restarts by itself and forgets echo, PDU mode and indications',
    parameters: {
      at: moment,
      taken: yesOrNo(true),
      after: duration('0s'),
      quietly: yesOrNo(false),
    },
    fault: ({ at, taken, after, quietly }) => ({
      kind: 'restarts',
      moment: momentOf(at, taken),
      afterMs: after,
      quietly,
    }),
  }),
  defineFault({
    name: 'brown-out',
    summary: 'UNDER-VOLTAGE WARNNING, then the port goes and comes back with the modem restarted',
    parameters: {
      at: moment,
      taken: yesOrNo(true),
      warnings: wholeNumber(2, { min: 0, max: 100 }),
      for: duration('5s'),
    },
    fault: ({ at, taken, warnings, for: forMs }) => ({
      kind: 'brown-out',
      moment: momentOf(at, taken),
      warnings,
      forMs,
    }),
  }),
  defineFault({
    name: 'power-cut',
    summary: 'power fails without a word: the port goes, and comes back with the modem restarted',
    parameters: { at: moment, taken: yesOrNo(true), for: duration('5s') },
    fault: ({ at, taken, for: forMs }) => ({
      kind: 'brown-out',
      moment: momentOf(at, taken),
      warnings: 0,
      forMs,
    }),
  }),
  defineFault({
    name: 'not-ready',
    summary: 'needs a while after power-up: SIM busy (14), and 515 or 314 for messages',
    parameters: {
      for: duration('10s'),
      error: choice(['515', '314'], '515'),
    },
    fault: ({ for: forMs, error }) => ({
      kind: 'not-ready',
      forMs,
      line: `+CMS ERROR: ${error}`,
    }),
  }),
  defineFault({
    name: 'sim-locked',
    summary: 'the SIM asks for its PIN, and for its PUK once no tries are left',
    parameters: {
      pin: matching(/^\d{4,8}$/, '1234', '4 to 8 digits'),
      puk: matching(/^\d{8}$/, '12345678', '8 digits'),
      tries: wholeNumber(3, { min: 0, max: 3 }),
    },
    fault: ({ pin, puk, tries }) => ({ kind: 'sim-locked', pin, puk, tries }),
  }),
];
