/** Faults of what the modem keeps and announces: full, lost, twice, at the wrong place. */
import { defineFault, type FaultDefinition } from './definition.js';
import { choice, count, matching, wholeNumber, yesOrNo } from './parameters.js';

export type ReceivingFault =
  /** A message is stored and `+CMTI` or `+CDSI` does not come. */
  | { readonly kind: 'lost-announcement'; readonly count?: number }
  /** `+CMTI` or `+CDSI`, or only that which is named, tells this index instead of the right one. */
  | {
      readonly kind: 'announce-index';
      readonly index: number;
      readonly of?: '+CMTI' | '+CDSI';
      readonly count?: number;
    }
  /** The command is refused as if the message were not there yet; `line` instead of 321 or 314. */
  | {
      readonly kind: 'not-ready-yet';
      readonly command: '+CMGR' | '+CMGL';
      readonly count: number;
      readonly line?: string;
    }
  /** A message is written to the line in `+CMT` and stored as well. */
  | { readonly kind: 'direct-and-stored'; readonly count?: number }
  /** `+CMGD` answers `line` (without: `+CMS ERROR: 320`) and removes nothing. */
  | { readonly kind: 'delete-fails'; readonly count: number; readonly line?: string }
  /** All free slots hold old messages from now on; `line`: sends are refused so while it is full. */
  | { readonly kind: 'sim-full'; readonly line?: string };

export const receivingFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'lost-announcement',
    summary: 'stores a message and announces nothing',
    parameters: { count: count() },
    fault: ({ count: times }) => ({ kind: 'lost-announcement', count: times }),
  }),
  defineFault({
    name: 'announce-index',
    summary: 'announces messages or reports at a slot where they are not',
    parameters: {
      index: wholeNumber(-1, { min: -1, max: 999 }),
      of: choice(['messages', 'reports', 'both'], 'both'),
      count: count(),
    },
    fault: ({ index, of, count: times }) => ({
      kind: 'announce-index',
      index,
      count: times,
      ...(of !== 'both' && { of: of === 'messages' ? '+CMTI' : '+CDSI' }),
    }),
  }),
  defineFault({
    name: 'not-ready-yet',
    summary: 'announces a message before it can be read',
    parameters: { command: choice(['+CMGR', '+CMGL'], '+CMGR'), count: count(2) },
    fault: ({ command, count: times }) => ({ kind: 'not-ready-yet', command, count: times }),
  }),
  defineFault({
    name: 'direct-and-stored',
    summary: 'hands a message over in +CMT and keeps it in its memory as well',
    parameters: { count: count() },
    fault: ({ count: times }) => ({ kind: 'direct-and-stored', count: times }),
  }),
  defineFault({
    name: 'delete-fails',
    summary: 'deletes nothing, whatever it says',
    parameters: {
      count: count(),
      line: matching(/^(OK|ERROR|\+CM[SE] ERROR: ?.+)$/, '+CMS ERROR: 320', 'a final result'),
    },
    fault: ({ count: times, line }) => ({ kind: 'delete-fails', count: times, line }),
  }),
  defineFault({
    name: 'sim-full',
    summary: 'every slot holds an old message, so that nothing more comes in',
    parameters: { 'refuses-sends': yesOrNo(false) },
    fault: ({ 'refuses-sends': refuses }) => ({
      kind: 'sim-full',
      ...(refuses && { line: '+CMS ERROR: 322' }),
    }),
  }),
];
