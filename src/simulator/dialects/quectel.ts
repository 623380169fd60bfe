/**
 * Quectel's modules: EC25 and its 4G relatives (Qualcomm), M95 and its 2G relatives (MediaTek).
 * After the EC25 manual (+CSMS, +CNMA, +QINDCFG), the log in warthog618/modem issue 17 (an M26:
 * identity, +CSMS, +CPMS, +CNMI) and the M95 manual.
 */
import {
  ANNOUNCES_STORED,
  MEDIATEK_INDICATIONS,
  MEDIATEK_MEMORIES,
  QUALCOMM_INDICATIONS,
} from './chipsets.js';
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const quectelEc25: Dialect = {
  ...generic,
  name: 'quectel-ec25',
  summary: 'Quectel EC25, EC21, EG25: stores in ME at first, first slot 0, +QIND lines',
  identity: { manufacturer: 'Quectel', model: 'EC25', revision: 'EC25EFAR06A06M4G', form: 'plain' },
  banner: ['RDY', '+CFUN: 1', '+CPIN: {lock}', '+QUSIM: 1', '+QIND: SMS DONE', '+QIND: PB DONE'],
  memories: { ...MEDIATEK_MEMORIES, powerOn: ['ME', 'ME', 'ME'], firstIndex: 0 },
  indications: {
    ...QUALCOMM_INDICATIONS,
    advertised: '(0-2),(0-3),(0,2),(0-2),(0,1)',
    powerOn: ANNOUNCES_STORED,
  },
  memoryFull: '+QIND: "smsfull","{memory}"',
  unknownCommands: ['+CPINR'],
  ownCommands: {
    '+QINDCFG': { set: [], test: ['+QINDCFG: "all",(0,1),(0,1)'] },
    '+QCCID': { execute: ['+QCCID: 8944500102198304826'] },
    '+QINISTAT': { execute: ['+QINISTAT: 7'] },
    '+QTEMP': { execute: ['+QTEMP: 32,31,30'] },
    '+CBC': { execute: ['+CBC: 0,82,3860'] },
    '+QPINC': { set: ['+QPINC: "SC",{pin},{puk}'] },
    '+QNWINFO': { execute: ['+QNWINFO: "FDD LTE","00101","LTE BAND 3",1500'] },
    '+QCSQ': { execute: ['+QCSQ: "LTE",-67,-98,140,-11'] },
  },
};

export const quectelM95: Dialect = {
  ...generic,
  name: 'quectel-m95',
  summary: 'Quectel M95, M66, M26: 2G; +CSMS takes 0 and 128, so nothing is ever acknowledged',
  identity: {
    manufacturer: 'Quectel_Ltd',
    model: 'Quectel_M95',
    revision: 'Revision: M95FAR02A08',
    form: 'plain',
  },
  banner: ['RDY', '+CFUN: 1', '+CPIN: {lock}', 'Call Ready'],
  memories: MEDIATEK_MEMORIES,
  indications: MEDIATEK_INDICATIONS,
  messageService: { advertised: '(0,128)', accepted: [0, 128], powerOn: 0 },
  unknownCommands: ['+CEREG', '+CPINR'],
  ownCommands: {
    '+QINDI': { set: [], read: ['+QINDI: 0'] },
    '+QCCID': { execute: ['8944500102198304826'] },
    '+CBC': { execute: ['+CBC: 0,75,3961'] },
    '+QNSTATUS': { execute: ['+QNSTATUS: 0'] },
  },
};
