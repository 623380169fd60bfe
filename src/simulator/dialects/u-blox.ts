/**
 * u-blox modules (SARA-U2, LISA-U2). After the u-blox AT commands manual UBX-13002752 (+UPINCNT,
 * +UCGED, +UPSV, the +UMWI line) and ModemManager's plugin; the ranges are those of a modem of its
 * age, none was at hand to be asked.
 */
import type { Dialect } from './dialect.js';
import { GENERIC_INDICATIONS, generic } from './generic.js';

export const uBlox: Dialect = {
  ...generic,
  name: 'u-blox',
  summary: 'u-blox SARA, LISA, TOBY: stored reports go to "SR", +UMWI lines',
  identity: { manufacturer: 'u-blox', model: 'SARA-U201', revision: '23.60', form: 'plain' },
  banner: ['+CPIN: {lock}', '+UMWI: 0,1'],
  memories: {
    ...generic.memories,
    offered: [
      ['ME', 'MT', 'SM', 'SR'],
      ['ME', 'SM'],
      ['ME', 'MT', 'SM'],
    ],
    reports: 'SR',
  },
  indications: {
    ...GENERIC_INDICATIONS,
    advertised: '(0-2),(0-3),(0-3),(0-2),(0-1)',
    accepted: { mode: [0, 1, 2], mt: [0, 1, 2, 3], bm: [0, 1, 2, 3], ds: [0, 1, 2], bfr: [0, 1] },
    powerOn: { mode: 1, mt: 1, bm: 0, ds: 0, bfr: 0 },
  },
  restartCommands: ['AT+CFUN=16'],
  unknownCommands: ['+CPINR'],
  ownCommands: {
    '+UPINCNT': { execute: ['+UPINCNT: {pin},3,{puk},10'] },
    '+UCGED': { set: [], read: ['+UCGED: 0'] },
    '+UPSV': { set: [], read: ['+UPSV: 0'] },
  },
};
