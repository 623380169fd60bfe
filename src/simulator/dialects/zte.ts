/**
 * ZTE data sticks (MF190, MF710). Seen in the log of gammu issue 560 (identity with its label,
 * `+CME ERROR: 100` for what is not known), and in ModemManager's plugin, which switches off the
 * chatter of +ZUSIMR and +ZPASR with AT+CPMS? first.
 */
import { QUALCOMM_INDICATIONS, QUALCOMM_MEMORIES } from './chipsets.js';
import type { Dialect } from './dialect.js';
import { GENERIC_SPELLING, generic } from './generic.js';

export const zte: Dialect = {
  ...generic,
  name: 'zte',
  summary: 'ZTE sticks: identity with its label, +ZUSIMR and +ZPASR chatter that nothing ends',
  identity: {
    manufacturer: 'ZTE CORPORATION',
    model: 'MF710',
    revision: 'BD_W3G4P673A3F3V1.0.0B01',
    form: 'labelled',
  },
  banner: ['+ZUSIMR:2', '+ZDONR: "Simulated Network",001,1,"CS_PS","ROAM_OFF"'],
  chatter: { lines: ['+ZUSIMR:2', '+ZPASR: "UMTS"'], everyMs: 2_000, silencedBy: undefined },
  memories: QUALCOMM_MEMORIES,
  indications: QUALCOMM_INDICATIONS,
  spelling: { ...GENERIC_SPELLING, unknownCommand: '+CME ERROR: 100' },
  unknownCommands: ['+CEREG', '+CPINR', '+CHUP'],
  ownCommands: {
    '+ZOPRT': { set: [], read: ['+ZOPRT: 5'] },
    '+ZCDRUN': { set: ['Close autorun state result(0:FAIL 1:SUCCESS):1'] },
    '+ZPINPUK': { test: ['+ZPINPUK: {pin},{puk}'] },
    '+ZPAS': { read: ['+ZPAS: "UMTS","CS_PS"'] },
  },
};
