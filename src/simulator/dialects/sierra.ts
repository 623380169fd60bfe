/**
 * Sierra Wireless modules on Qualcomm chips (MC7304, MC7455). After ModemManager's plugin (AT!…
 * commands, +WIND lines of the older ones) and gammu issue 680 (+CNMI as Qualcomm's chips have it).
 */
import type { Dialect } from './dialect.js';
import { GENERIC_INDICATIONS, generic } from './generic.js';

export const sierra: Dialect = {
  ...generic,
  name: 'sierra',
  summary: 'Sierra Wireless MC73xx, MC74xx: ME first, slots from 0, +WIND lines at start',
  identity: {
    manufacturer: 'Sierra Wireless, Incorporated',
    model: 'MC7304',
    revision: 'SWI9X15C_05.05.58.00 r27038 carmd-fwbuild1 2015/03/04 21:30:23',
    form: 'plain',
  },
  banner: ['+WIND: 1', '+WIND: 3', '+WIND: 4'],
  memories: {
    ...generic.memories,
    offered: [
      ['ME', 'MT', 'SM', 'SR'],
      ['ME', 'MT', 'SM', 'SR'],
      ['ME', 'MT', 'SM', 'SR'],
    ],
    powerOn: ['ME', 'ME', 'ME'],
    firstIndex: 0,
    reports: 'SR',
  },
  indications: {
    ...GENERIC_INDICATIONS,
    advertised: '(0-2),(0-3),(0,2),(0-2),(0,1)',
    accepted: { mode: [0, 1, 2], mt: [0, 1, 2, 3], bm: [0, 2], ds: [0, 1, 2], bfr: [0, 1] },
  },
  restartCommands: ['AT!RESET'],
  unknownCommands: ['+CPINR'],
  ownCommands: {
    '!GSTATUS': { read: ['!GSTATUS:', 'Mode:        ONLINE', 'System mode: LTE'] },
    '!ENTERCND': { set: [] },
    '!PCTEMP': { read: ['Temp state: Normal', 'Temperature: 34.00 C'] },
    '+CPINC': { read: ['+CPINC: {pin},3,{puk},10'] },
  },
};
