/** Faults of handing messages over: what becomes of a PDU, and what is said about it. */
import { defineFault, type FaultDefinition } from './definition.js';
import { choice, count, duration, matching, numbers, yesOrNo } from './parameters.js';

export type SendingFault =
  /** No answer ever comes. Unless `taken` is false, the PDU goes to the network. */
  | { readonly kind: 'silent-on-submit'; readonly count?: number; readonly taken?: boolean }
  /** `line` is answered instead of `+CMGS`; with `taken` the network has the message all the same. */
  | {
      readonly kind: 'error-on-submit';
      readonly line: string;
      readonly count?: number;
      readonly taken?: boolean;
    }
  /** The answer to a SUBMIT comes after `delayMs`; other commands are answered meanwhile. */
  | { readonly kind: 'late-submit-answer'; readonly delayMs: number; readonly count?: number }
  /** It comes when the next command line or the next Ctrl-Z was typed, before the answer to that. */
  | {
      readonly kind: 'late-submit-answer';
      readonly until: 'command' | 'submit';
      readonly count?: number;
    }
  /** SUBMITs are refused with `line` unless +CGSMS is set to one of `services`. */
  | {
      readonly kind: 'sends-need-cgsms';
      readonly services: readonly number[];
      readonly line: string;
    };

const FINAL_RESULT = /^(\+CM[SE] ERROR: ?.+|ERROR)$/;
const finalResult = (otherwise: string) =>
  matching(FINAL_RESULT, otherwise, 'a final result, such as +CMS ERROR: 38 or ERROR');

export const sendingFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'silent-on-submit',
    summary: 'takes the message and never answers',
    parameters: { count: count(), taken: yesOrNo(true) },
    fault: ({ count: times, taken }) => ({ kind: 'silent-on-submit', count: times, taken }),
  }),
  defineFault({
    name: 'no-credit',
    summary: 'never answers when a message is handed over, and none goes out; all else works',
    parameters: { count: count('forever') },
    fault: ({ count: times }) => ({ kind: 'silent-on-submit', count: times, taken: false }),
  }),
  defineFault({
    name: 'error-on-submit',
    summary: 'answers an error when a message is handed over, though the network may have it',
    parameters: { line: finalResult('ERROR'), count: count(), taken: yesOrNo(false) },
    fault: ({ line, count: times, taken }) => ({
      kind: 'error-on-submit',
      line,
      count: times,
      taken,
    }),
  }),
  defineFault({
    name: 'late-submit-answer',
    summary: 'takes the message and answers late, into whatever is asked then',
    parameters: { delay: duration('130s'), count: count() },
    fault: ({ delay, count: times }) => ({
      kind: 'late-submit-answer',
      delayMs: delay,
      count: times,
    }),
  }),
  defineFault({
    name: 'answer-with-next',
    summary: 'takes the message and answers it together with the next command or the next message',
    parameters: { next: choice(['command', 'submit'], 'command'), count: count() },
    fault: ({ next, count: times }) => ({
      kind: 'late-submit-answer',
      until: next,
      count: times,
    }),
  }),
  defineFault({
    name: 'sends-need-cgsms',
    summary: 'refuses messages unless AT+CGSMS names a service that works, as on 4G alone',
    parameters: {
      services: numbers([0, 2, 3], 'values of +CGSMS that work'),
      line: finalResult('+CMS ERROR: 38'),
    },
    fault: ({ services, line }) => ({ kind: 'sends-need-cgsms', services, line }),
  }),
];
