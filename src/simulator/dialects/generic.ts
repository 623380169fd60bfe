/**
 * The modem of the standards, with nothing of its own: what the simulator is when no maker is asked
 * for, and what the other dialects are told apart from (3GPP TS 27.005, 27.007).
 */
import type { Dialect, IndicationsDialect, MemoriesDialect, Spelling } from './dialect.js';

export const GENERIC_MEMORIES: MemoriesDialect = {
  offered: [
    ['SM', 'ME'],
    ['SM', 'ME'],
    ['SM', 'ME'],
  ],
  named: 3,
  answer: 'fill',
  powerOn: ['SM', 'SM', 'SM'],
  firstIndex: 1,
  reports: undefined,
};

export const GENERIC_INDICATIONS: IndicationsDialect = {
  advertised: '(0-2),(0-2),(0,2),(0-2),(0,1)',
  accepted: { mode: [0, 1, 2], mt: [0, 1, 2], bm: [0, 2], ds: [0, 1, 2], bfr: [0, 1] },
  otherwise: 'refused',
  powerOn: { mode: 0, mt: 0, bm: 0, ds: 0, bfr: 0 },
};

export const GENERIC_SPELLING: Spelling = {
  unknownCommand: undefined,
  directMessage: ' ,',
  directReport: ' ',
  okAfterPin: true,
  extraBlankLines: 0,
  blankAfterColon: true,
};

export const generic: Dialect = {
  name: 'generic',
  summary: 'a modem that keeps to the standards',
  identity: {
    manufacturer: 'Stopgate',
    model: 'Simulated Modem',
    revision: '1.0',
    form: 'plain',
  },
  banner: ['RDY', '+CPIN: {lock}'],
  chatter: undefined,
  memories: GENERIC_MEMORIES,
  indications: GENERIC_INDICATIONS,
  messageService: { advertised: '(0,1)', accepted: [0, 1], powerOn: 0 },
  moreMessages: [0, 1, 2],
  memoryFull: undefined,
  spelling: GENERIC_SPELLING,
  restartCommands: [],
  unknownCommands: [],
  ownCommands: {},
};
