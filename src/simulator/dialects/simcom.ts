/**
 * SIMCom's modules: SIM800 (2G), SIM7600 (4G, Qualcomm), A7670 (4G, ASR), three dialects that have
 * little in common but the name. After the SIM800 manual V1.09 (start-up lines and UNDER-VOLTAGE
 * WARNNING, misspelt there too), the SIM7600 manual V1.07 (slots from 0), a recorded log of a SIM7670
 * and sms-server issue 12 (the A7670 advertises reports and refuses them), LilyGo issue 495 (its identity), python-gsmmodem issue 56
 * (*PSUTTZ).
 */
import {
  ANNOUNCES_STORED,
  MEDIATEK_INDICATIONS,
  MEDIATEK_MEMORIES,
  QUALCOMM_INDICATIONS,
  QUALCOMM_MEMORIES,
} from './chipsets.js';
import type { Dialect } from './dialect.js';
import { GENERIC_INDICATIONS, GENERIC_SPELLING, generic } from './generic.js';

export const simcomSim800: Dialect = {
  ...generic,
  name: 'simcom-sim800',
  summary: 'SIMCom SIM800, SIM900: several start-up lines, network time, no 4G commands',
  identity: {
    manufacturer: 'SIMCOM_Ltd',
    model: 'SIMCOM_SIM800L',
    revision: 'Revision:1418B05SIM800L24',
    form: 'plain',
  },
  banner: [
    'RDY',
    '+CFUN: 1',
    '+CPIN: {lock}',
    'Call Ready',
    'SMS Ready',
    '*PSUTTZ: 2026,1,5,12,0,0,"+0",0',
    'DST: 0',
  ],
  memories: MEDIATEK_MEMORIES,
  indications: MEDIATEK_INDICATIONS,
  spelling: { ...GENERIC_SPELLING, directMessage: ' ' },
  unknownCommands: ['+CEREG', '+CPINR'],
  ownCommands: {
    '+CIURC': { set: [], read: ['+CIURC: 1'] },
    '+CSCLK': { set: [], read: ['+CSCLK: 0'] },
    '+IPR': { set: [], read: ['+IPR: 0'] },
    '+CBC': { execute: ['+CBC: 0,86,4012'] },
    '+CMTE': { set: [], read: ['+CMTE: 0,35.52'] },
    '+SPIC': { execute: ['+SPIC: {pin},{puk},3,10'] },
  },
};

export const simcomSim7600: Dialect = {
  ...generic,
  name: 'simcom-sim7600',
  summary: 'SIMCom SIM7600, SIM7500: stores in ME at first, first slot 0',
  identity: {
    manufacturer: 'SIMCOM INCORPORATED',
    model: 'SIMCOM_SIM7600E-H',
    revision: '+CGMR: LE20B04SIM7600M22',
    form: 'plain',
  },
  banner: ['RDY', '+CPIN: {lock}', 'SMS DONE', 'PB DONE'],
  memories: { ...QUALCOMM_MEMORIES, powerOn: ['ME', 'ME', 'ME'] },
  indications: { ...QUALCOMM_INDICATIONS, powerOn: ANNOUNCES_STORED },
  restartCommands: ['AT+CRESET'],
  unknownCommands: ['+CPINR'],
  ownCommands: {
    '+CNMP': { set: [], read: ['+CNMP: 2'] },
    '+CPSI': {
      read: ['+CPSI: LTE,Online,001-01,0x1A2B,27447553,123,EUTRAN-BAND3,1500,5,5,-98,-878,-575,15'],
    },
    '+CICCID': { execute: ['+ICCID: 8944500102198304826'] },
    '+CNSMOD': { set: [], read: ['+CNSMOD: 0,8'] },
    '+AUTOCSQ': { set: [], read: ['+AUTOCSQ: 0,0'] },
    '+CPMUTEMP': { execute: ['+CPMUTEMP: 35'] },
    '+CBC': { execute: ['+CBC: 3.591V'] },
    '+SPIC': { execute: ['+SPIC: {pin},{puk},0,10'] },
  },
};

export const simcomA7670: Dialect = {
  ...simcomSim7600,
  name: 'simcom-a7670',
  summary: 'SIMCom A7670, A7672: advertises delivery reports and refuses them',
  identity: {
    manufacturer: 'SIMCOM INCORPORATED',
    model: 'A7670G-LLSE',
    revision: '+CGMR: A124B01A7670M7',
    form: 'plain',
  },
  banner: ['*ATREADY: 1', '+CPIN: {lock}', 'SMS DONE', 'PB DONE'],
  memories: {
    ...simcomSim7600.memories,
    offered: [
      ['ME', 'SM'],
      ['ME', 'SM'],
      ['ME', 'SM'],
    ],
  },
  indications: {
    ...GENERIC_INDICATIONS,
    advertised: '(0,1,2),(0,1,2,3),(0,1,2),(0,1,2),(0,1)',
    accepted: { mode: [0, 1, 2], mt: [0, 1, 2, 3], bm: [0, 1, 2], ds: [0], bfr: [0, 1] },
    powerOn: ANNOUNCES_STORED,
  },
  ownCommands: {
    '+AUTOCSQ': { set: [], read: ['+AUTOCSQ: 0,0'] },
    '+CBC': { execute: ['+CBC: 3.873V'] },
    '+CNMP': { set: [], read: ['+CNMP: 38'] },
    '+CICCID': { execute: ['+ICCID: 8944500102198304826'] },
  },
};
