/**
 * Telit's modules (HE910, LE910). After the AT reference guides of the UC864 and the LE910
 * (+CNMI; reports that are stored go to "SR"; AT#… commands) and gammu issue 272.
 */
import type { Dialect } from './dialect.js';
import { GENERIC_INDICATIONS, generic } from './generic.js';

export const telit: Dialect = {
  ...generic,
  name: 'telit',
  summary: 'Telit HE910, LE910: reports that are stored go to a memory of their own, "SR"',
  identity: { manufacturer: 'Telit', model: 'HE910', revision: '12.00.004', form: 'plain' },
  banner: ['+CPIN: {lock}'],
  memories: {
    ...generic.memories,
    offered: [
      ['SM', 'ME', 'SR'],
      ['SM', 'ME'],
      ['SM', 'ME'],
    ],
    reports: 'SR',
  },
  indications: {
    ...GENERIC_INDICATIONS,
    advertised: '(0-3),(0-3),(0,2,3),(0-2),(0,1)',
    accepted: { mode: [0, 1, 2, 3], mt: [0, 1, 2, 3], bm: [0, 2, 3], ds: [0, 1, 2], bfr: [0, 1] },
  },
  memoryFull: '#SMOV: "{memory}"',
  unknownCommands: ['+CPINR'],
  ownCommands: {
    '#CGMI': { execute: ['#CGMI: Telit'] },
    '#CGMM': { execute: ['#CGMM: HE910'] },
    '#QSS': { set: [], read: ['#QSS: 2,3'] },
    '#SMSMODE': { set: [], read: ['#SMSMODE: 0'] },
    '#PCT': { execute: ['#PCT: {pin}'] },
    '#TEMPMON': { set: ['#TEMPMEAS: 0,27'] },
    '#CBC': { execute: ['#CBC: 0,379'] },
    '#CCID': { execute: ['#CCID: 8944500102198304826'] },
  },
};
