/**
 * The modem of the standards (3GPP TS 27.005, 27.007), and the lines that several makers share.
 * Every other dialect is told apart from this one.
 */
import type { Dialect, DialectLine } from './dialect.js';

/** Lines that are understood whoever says them: modems are sold under many names. */
export const COMMON_LINES: readonly DialectLine[] = [
  // SIM800 manual V1.09 §19.3: says so once after power-up at a fixed rate. Quectel EC25, M95 too
  // (ModemManager's quectel plugin takes it for a restart).
  { says: /^RDY$/i, means: 'started' },
  // ModemManager's cinterion plugin waits for ^SYSSTART; some modems write it without the caret.
  { says: /^\^?SYSSTART\b/i, means: 'started' },
  // Quectel's BG and EC modules say it after RDY, when their firmware is up.
  { says: /^APP RDY$/i, means: 'started' },
  // ModemManager's huawei plugin lists it among the lines to pass over: many sticks repeat it.
  { says: /^\^BOOT\s*:/i, means: 'perhaps-started' },
  // Told at start, but also when a SIM is pushed in or pulled out.
  { says: /^\+CPIN\s*:/i, means: 'perhaps-started' },
  { says: /^\+CFUN\s*:/i, means: 'perhaps-started' },
  // SIM800 manual V1.09, +CLTS: network time, at start and whenever the network tells it.
  { says: /^\*PSUTTZ\b/i, means: 'perhaps-started' },
  { says: /^(CALL READY|SMS READY|SMS DONE|PB DONE|\+PBREADY)$/i, means: 'perhaps-started' },
  // SIM800 manual V1.09 §19.3, spelt like that there; M95 writes an underscore.
  { says: /^UNDER[-_ ]VOLTAGE\b/i, means: 'under-voltage' },
  { says: /^OVER[-_ ]VOLTAGE\b/i, means: 'over-voltage' },
  { says: /^(NORMAL POWER DOWN|POWERED DOWN)$/i, means: 'shut-down' },
  // asterisk-chan-dongle handles it from Huawei sticks; others say it with a plus.
  { says: /^[\^+]SMMEMFULL\b/i, means: 'memory-full' },
  // SIMCom and many small modules (A6, A9G) say one or the other.
  { says: /^\+SMS ?FULL\b/i, means: 'memory-full' },
  // 27.007 §8.9: the indicator "smsfull", by name as Cinterion writes it, 1 when full.
  { says: /^\+CIEV\s*:\s*"?(SMSFULL|SMS FULL)"?\s*,\s*"?1/i, means: 'memory-full' },
];

export const generic: Dialect = {
  name: 'generic',
  family: 'generic',
  manufacturer: /(?:)/,
  model: undefined,
  init: [],
  // The SIM first: it is what an operator moves to another modem, messages and all.
  memories: ['SM', 'ME', 'MT'],
  indications: {
    // 27.005 §3.4.1: 2 keeps announcements while the line is busy, 1 drops them.
    mode: [2, 1, 3],
    // Stored messages survive a crash of ours, those handed over (2) do not.
    mt: [1, 2],
    // Direct, since stored reports were seen announced at the wrong index (Quectel EC25).
    ds: [1, 2, 0],
  },
  acknowledges: true,
  lines: [],
  sensors: [],
  ussd: 'plain',
  pinTries: undefined,
  messageDomain: undefined,
  pacing: undefined,
  // 27.007 §8.2: full functionality, after a reset.
  reset: 'AT+CFUN=1,1',
  quirks: [],
};
