/**
 * Cinterion, Gemalto and Thales modules (MC75i, EHS6, PHS8). Seen in gammu pull request 1207 (the
 * third memory cannot be ME, the fifth value of +CNMI can only be 1, reports can only be stored),
 * warthog618/modem pull request 8 (direct messages want +CSMS=1) and the EHS6 manual (^SYSSTART).
 */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const cinterion: Dialect = {
  ...generic,
  name: 'cinterion',
  summary: 'Cinterion, Gemalto, Thales: ME refused for receiving, reports only stored, ^SYSSTART',
  identity: {
    manufacturer: 'Cinterion',
    model: 'MC75i',
    revision: 'REVISION 02.000',
    form: 'plain',
  },
  banner: ['^SYSSTART', '+PBREADY'],
  memories: {
    ...generic.memories,
    offered: [
      ['ME', 'SM', 'MT'],
      ['ME', 'SM', 'MT'],
      ['SM', 'MT'],
    ],
    powerOn: ['ME', 'ME', 'SM'],
  },
  indications: {
    advertised: '(0-3),(0,1),(0,2,3),(0,2),(1)',
    accepted: { mode: [0, 1, 2, 3], mt: [0, 1], bm: [0, 2, 3], ds: [0, 2], bfr: [1] },
    otherwise: 'refused',
    powerOn: { mode: 0, mt: 0, bm: 0, ds: 0, bfr: 1 },
  },
  moreMessages: [],
  memoryFull: '^SMGO: 1',
  unknownCommands: ['+CEREG', '+CPINR'],
  ownCommands: {
    '^SIND': { set: [], read: ['^SIND: smsfull,0,0'] },
    '^SMGO': { set: [], read: ['^SMGO: 1,0'] },
    '^SCKS': { set: [], read: ['^SCKS: 0,1'] },
    '^SCTM': { set: [], read: ['^SCTM: 1,0,30'] },
    '^SBV': { execute: ['^SBV: 4012'] },
    '^SPIC': { execute: ['^SPIC: {pin}'], set: ['^SPIC: {pin}'] },
  },
};
