/**
 * Huawei data sticks (E1750, E173, E3131 and their like), in modem mode. Seen in the logs of
 * gammu issues 126 and 138 and wammu issue 44 (+CPMS, `COMMAND NOT SUPPORT`), in the code of
 * ModemManager's plugin (^RSSI, ^NWTIME, ^BOOT, ^CURC) and of asterisk-chan-quectel (^SMMEMFULL).
 */
import { QUALCOMM_INDICATIONS, QUALCOMM_MEMORIES } from './chipsets.js';
import type { Dialect } from './dialect.js';
import { GENERIC_SPELLING, generic } from './generic.js';

export const huawei: Dialect = {
  ...generic,
  name: 'huawei',
  summary: 'Huawei sticks: chatty until AT^CURC=0, "COMMAND NOT SUPPORT", first slot 0',
  identity: { manufacturer: 'huawei', model: 'E173', revision: '11.126.85.00.209', form: 'plain' },
  banner: ['^BOOT:0,0,0,0,0', '^SIMST:1', '^SRVST:2'],
  chatter: {
    lines: ['^RSSI:20', '^BOOT:23456789,0,0,0,75', '^NWTIME: 26/01/05,12:00:00+00,00', '^MODE:5,4'],
    everyMs: 5_000,
    silencedBy: 'AT^CURC=0',
  },
  memories: QUALCOMM_MEMORIES,
  indications: QUALCOMM_INDICATIONS,
  moreMessages: [],
  memoryFull: '^SMMEMFULL: "{memory}"',
  spelling: { ...GENERIC_SPELLING, unknownCommand: 'COMMAND NOT SUPPORT' },
  restartCommands: ['AT^RESET'],
  unknownCommands: ['+CEREG', '+CPINR'],
  ownCommands: {
    '^CURC': { set: [], read: ['^CURC: 1'], test: ['^CURC: (0-2)'] },
    '^SYSINFO': { execute: ['^SYSINFO:2,3,0,5,1,,4'] },
    '^CPIN': { read: ['^CPIN: {lock},{pin},{puk},{pin},10,3'] },
    '^CVOICE': { read: ['^CVOICE:0,8000,16,20'] },
    '^CHIPTEMP': { read: ['^CHIPTEMP: 305,310,300,65535'] },
    '^ICCID': { read: ['^ICCID: 8944500102198304826'] },
  },
};
