/**
 * +CRSM: the files of the SIM, read as they lie there (3GPP TS 27.007 §8.18, 31.102 §4.2, 11.11
 * §10.1.1). There are those that say whose SIM it is; nothing can be written.
 */
import {
  type Command,
  type Device,
  equipmentError,
  type Handler,
  ok,
  wholeNumber,
} from '../command.js';

const READ_BINARY = 176;
/** Status words of 11.11 §9.4 as +CRSM tells them: done; no such file; no such instruction. */
const DONE = '144,0';
const FILE_NOT_FOUND = '106,130';
const UNKNOWN_INSTRUCTION = '109,0';

/** Octets in hexadecimal of each file, by its identifier. */
const FILES: ReadonlyMap<number, (device: Device) => string> = new Map<
  number,
  (device: Device) => string
>([
  // EF-ICCID: digits in swapped nibbles.
  [0x2fe2, ({ identity }) => swapped(identity.iccid)],
  // EF-AD: normal operation, and how many digits of the IMSI name the network.
  [0x6fad, () => '00000002'],
  // EF-SPN: display condition and a name that fills sixteen octets.
  [
    0x6f46,
    ({ network }) =>
      `00${Buffer.from(network.operator.slice(0, 16)).toString('hex').padEnd(32, 'F')}`,
  ],
]);

function swapped(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/g, '$2$1');
}

/** `AT+CRSM=<command>,<file>,<p1>,<p2>,<p3>`: p1 and p2 an offset, p3 a length, 0 for all. */
const restrictedAccess: Handler = (device, [command, file, p1, p2, p3]) => {
  const instruction = wholeNumber(command, { min: 0, max: 255 });
  const identifier = wholeNumber(file, { min: 0, max: 65_535 });
  const [high, low, length] = [p1, p2, p3].map((octet) =>
    wholeNumber(octet, { min: 0, max: 255, otherwise: 0 }),
  );
  if (
    instruction === undefined ||
    identifier === undefined ||
    high === undefined ||
    low === undefined ||
    length === undefined
  ) {
    return equipmentError(50);
  }
  if (instruction !== READ_BINARY) {
    return ok(`+CRSM: ${UNKNOWN_INSTRUCTION}`);
  }
  const contents = FILES.get(identifier)?.(device);
  if (contents === undefined) {
    return ok(`+CRSM: ${FILE_NOT_FOUND}`);
  }
  const start = 2 * (256 * high + low);
  const octets = contents.slice(start, length === 0 ? undefined : start + 2 * length).toUpperCase();
  return ok(`+CRSM: ${DONE},"${octets}"`);
};

export const simFileCommands: readonly Command[] = [
  { name: '+CRSM', needsSim: 'equipment', set: restrictedAccess },
];
