/**
 * What programs for mobile phones ask before they send anything: capabilities, battery, clock,
 * activity, packet service (3GPP TS 27.007 §8.1, §8.4, §8.15, §7.18, §10.1.9, §5.9, §6.16; ITU-T
 * V.250 §6.1.9). The modem is always charged, idle and attached.
 */
import { type Command, type Device, equipmentError, ok, wholeNumber } from '../command.js';

/** `<AcT>` 2: GSM and UTRAN; 27.007 §5.9 calls that 22. */
const WIRELESS_SYSTEM = 22;

function packetService({ network }: Device): number {
  return network.inService ? 1 : 0;
}

/** The modem's clock as `yy/MM/dd,hh:mm:ss+zz`, in quarters of an hour from UTC: always +00. */
function clockReading({ record }: Device, command: number): string {
  const asked = record.commands.findLast(({ sequence }) => sequence === command);
  const [date = '', time = ''] = (asked?.at.toISOString() ?? '').split(/[T.]/);
  return `+CCLK: "${date.slice(2).replaceAll('-', '/')},${time}+00"`;
}

export const phoneStatusCommands: readonly Command[] = [
  { name: '+GCAP', execute: () => ok('+GCAP: +CGSM') },
  {
    name: '+CBC',
    execute: () => ok('+CBC: 0,100'),
    test: () => ok('+CBC: (0-3),(0-100)'),
  },
  {
    name: '+CPAS',
    execute: () => ok('+CPAS: 0'),
    test: () => ok('+CPAS: (0,3,4)'),
  },
  // There is no call to list.
  { name: '+CLCC', execute: () => ok() },
  {
    name: '+CCLK',
    read: (device, _parameters, command) => ok(clockReading(device, command)),
    // Taken and not kept: the clock is the network's.
    set: (_device, [time]) =>
      /^\d\d\/\d\d\/\d\d,\d\d:\d\d:\d\d(?:[+-]\d\d)?$/.test(time?.text ?? '')
        ? ok()
        : equipmentError(50),
  },
  {
    name: '+CGATT',
    read: (device) => ok(`+CGATT: ${packetService(device)}`),
    // Attached again by the network as soon as it is detached.
    set: (_device, [state]) =>
      wholeNumber(state, { min: 0, max: 1 }) === undefined ? equipmentError(50) : ok(),
    test: () => ok('+CGATT: (0,1)'),
  },
  {
    name: '+WS46',
    read: () => ok(`+WS46: ${WIRELESS_SYSTEM}`),
    set: (_device, [system]) =>
      wholeNumber(system, { min: WIRELESS_SYSTEM, max: WIRELESS_SYSTEM }) === undefined
        ? equipmentError(50)
        : ok(),
    test: () => ok(`+WS46: (${WIRELESS_SYSTEM})`),
  },
];
