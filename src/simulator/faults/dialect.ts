/** Faults that are another maker's habit: what is offered and refused, and how answers are spelt. */
import type { DialectChange, Spelling } from '../dialects/dialect.js';
import type { MemoryName } from '../message-store.js';
import { defineFault, type FaultDefinition } from './definition.js';
import { choice, list, numbers, wholeNumber, yesOrNo } from './parameters.js';

export type DialectFault =
  /** From now on the modem differs from its dialect in this. */
  { readonly kind: 'odd-dialect'; readonly change: DialectChange };

const SPELLINGS: Readonly<Record<string, Partial<Spelling>>> = {
  'cds-comma': { directReport: ' ,' },
  'cmt-no-comma': { directMessage: ' ' },
  'no-ok-after-pin': { okAfterPin: false },
  'command-not-support': { unknownCommand: 'COMMAND NOT SUPPORT' },
  'too-many-parameters': { unknownCommand: 'TOO MANY PARAMETERS' },
  'blank-lines': { extraBlankLines: 2 },
  'no-blank-after-colon': { blankAfterColon: false },
};

export const dialectFaults: readonly FaultDefinition[] = [
  defineFault({
    name: 'first-index',
    summary: 'slots are numbered from 0 (or from where you say)',
    parameters: { index: wholeNumber(0, { min: 0, max: 100 }) },
    fault: ({ index }) => ({
      kind: 'odd-dialect',
      change: { memories: { firstIndex: index } },
    }),
  }),
  defineFault({
    name: 'cpms',
    summary: '+CPMS takes one, two or three memories, or refuses some of them for receiving',
    parameters: {
      named: choice(['3', '2', '1'], '1'),
      answer: choice(['fill', 'ok'], 'fill'),
      memories: list(['SM', 'ME'], 'SM, ME, MT or SR'),
      receiving: list(['SM'], 'SM, ME or MT'),
    },
    fault: ({ named, answer, memories, receiving }) => ({
      kind: 'odd-dialect',
      change: {
        memories: {
          named: NAMED[named],
          answer,
          offered: [memoryNames(memories), memoryNames(memories), memoryNames(receiving)],
        },
      },
    }),
  }),
  defineFault({
    name: 'cnmi',
    summary: '+CNMI advertises values and then refuses them, or says OK and ignores them',
    parameters: {
      mode: numbers([1], 'what is taken for <mode>'),
      mt: numbers([0, 1], 'what is taken for <mt>'),
      ds: numbers([0, 2], 'what is taken for <ds>'),
      bfr: numbers([0, 1], 'what is taken for <bfr>'),
      otherwise: choice(['refused', 'ignored'], 'refused'),
    },
    fault: ({ mode, mt, ds, bfr, otherwise }) => ({
      kind: 'odd-dialect',
      change: {
        indications: {
          advertised: '(0-2),(0-2),(0),(0-2),(0,1)',
          accepted: { mode, mt, bm: [0], ds, bfr },
          otherwise,
        },
      },
    }),
  }),
  defineFault({
    name: 'wants-cnma',
    summary: '+CSMS stays at 1, and what comes directly stops unless it is acknowledged',
    parameters: { 'only-direct': yesOrNo(true) },
    fault: ({ 'only-direct': onlyDirect }) => ({
      kind: 'odd-dialect',
      change: {
        messageService: { advertised: '(1)', accepted: [1], powerOn: 1 },
        ...(onlyDirect && {
          indications: {
            advertised: '(0-2),(0,2),(0),(0,1),(0,1)',
            accepted: { mode: [0, 1, 2], mt: [0, 2], bm: [0], ds: [0, 1], bfr: [0, 1] },
          },
        }),
      },
    }),
  }),
  defineFault({
    name: 'odd-spelling',
    summary: 'spells answers its own way: +CDS: ,23, no OK after +CPIN, COMMAND NOT SUPPORT, …',
    parameters: { which: list(['cds-comma'], Object.keys(SPELLINGS).join(', ')) },
    fault: ({ which }) => ({
      kind: 'odd-dialect',
      change: { spelling: Object.assign({}, ...which.map(spellingNamed)) },
    }),
  }),
];

const NAMED = { 1: 1, 2: 2, 3: 3 } as const;

function memoryNames(names: readonly string[]): readonly MemoryName[] {
  return names.map((name) => {
    if (name !== 'SM' && name !== 'ME' && name !== 'MT' && name !== 'SR') {
      throw new RangeError(`there is no memory "${name}"; there are SM, ME, MT and SR`);
    }
    return name;
  });
}

function spellingNamed(name: string): Partial<Spelling> {
  const spelling = SPELLINGS[name];
  if (spelling === undefined) {
    throw new RangeError(
      `there is no spelling "${name}"; there are ${Object.keys(SPELLINGS).join(', ')}`,
    );
  }
  return spelling;
}
