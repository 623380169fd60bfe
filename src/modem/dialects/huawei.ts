/** Huawei: data sticks (E169, E173, E3131, E3372) and modules (MG323, MU709, ME909). */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const huawei: Dialect = {
  ...generic,
  name: 'huawei',
  family: 'huawei',
  manufacturer: /huawei/i,
  // ModemManager's and gammu's way to silence ^RSSI, ^NWTIME, ^MODE and their like.
  init: ['AT^CURC=0'],
  // ofono's sms driver never takes a Huawei modem for one that acknowledges.
  acknowledges: false,
  lines: [
    // MG323 AT specification, issue 02, §16.5: 0 too hot, the radio is off; 1 safe again.
    { says: /^\^THERM\s*:\s*0/i, means: 'too-hot' },
    { says: /^\^THERM\s*:\s*1/i, means: 'temperature-normal' },
  ],
  sensors: [
    // Tenths of a degree, as OpenWrt's modem scripts read it; 65535 where there is no sensor.
    {
      command: 'AT^CHIPTEMP?',
      answer: /^\^CHIPTEMP\s*:/i,
      value: /(-?\d+)/g,
      quantity: 'temperature',
      scale: 0.1,
    },
  ],
  // ModemManager's huawei plugin packs codes and unpacks answers; gammu: F_ENCODED_USSD.
  ussd: 'packed',
  // ModemManager's huawei plugin: ^CPIN: <code>,<times>,<puk times>,<pin times>,…
  pinTries: {
    command: 'AT^CPIN?',
    answer: /^\^CPIN\s*:/i,
    left: /^\^CPIN\s*:\s*[^,]*,[^,]*,\s*\d+\s*,\s*(\d+)/i,
  },
  // ModemManager's huawei plugin; the MU736 alone wants AT+CFUN=16.
  reset: 'AT^RESET',
};
