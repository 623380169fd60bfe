/**
 * Where the fields of a PDU stand: a second reading of 3GPP TS 23.040 §9.2.2 that shares nothing
 * with src/sms, for changing PDUs and for saying which of them a known disagreement is about.
 */

export type Octets = readonly number[];

export function octetsOf(hex: string): number[] {
  return Array.from(Buffer.from(hex, 'hex'));
}

export function hexOf(octets: Octets): string {
  return Buffer.from(octets).toString('hex').toUpperCase();
}

/** Offsets in octets from the start of the hex string, and the octets that decide on the rest. */
export interface Layout {
  octets: Octets;
  /** Where the TPDU begins, behind the service centre octets. */
  tpdu: number;
  firstOctet: number;
  /** TP-MTI: 0 DELIVER, 1 SUBMIT, 2 STATUS-REPORT. */
  messageType: number;
  /** Offset of the address's length octet. */
  address: number;
  addressLength: number;
  typeOfAddress: number;
  /** The address without its length and type. */
  addressValue: Octets;
  /** Offset of TP-PID, or of TP-SCTS in a STATUS-REPORT: what follows the address. */
  afterAddress: number;
  /** TP-DCS; undefined in a STATUS-REPORT. */
  dataCoding: number | undefined;
  /** TP-SCTS and TP-DT, or an absolute TP-VP: seven octets each. */
  times: Octets[];
  /** TP-ST of a STATUS-REPORT. */
  status: number | undefined;
  /** Offset of TP-UDL, or of TP-PI in a STATUS-REPORT. */
  userDataLength: number;
  /** TP-UDL. */
  length: number;
  /** Octets behind TP-UDL, as many as there are. */
  userData: Octets;
  /** The header's elements with UDHL taken off, where TP-UDHI is set. */
  header: Octets | undefined;
}

const VALIDITY_OCTETS = [0, 7, 1, 7] as const;

/** Reads where things stand, believing every length; what is missing reads as zero. */
export function layoutOf(hex: string): Layout {
  const octets = octetsOf(hex);
  const at = (offset: number) => octets[offset] ?? 0;
  const tpdu = at(0) + 1;
  const firstOctet = at(tpdu);
  const messageType = firstOctet & 0x03;
  const address = tpdu + (messageType === 1 || messageType === 2 ? 2 : 1);
  const addressLength = at(address);
  const afterAddress = address + 2 + Math.ceil(addressLength / 2);
  const addressValue = octets.slice(address + 2, afterAddress);
  const validityFormat = (firstOctet >> 3) & 0x03;
  const isReport = messageType === 2;
  const times: Octets[] = [];
  if (isReport) {
    times.push(octets.slice(afterAddress, afterAddress + 7));
    times.push(octets.slice(afterAddress + 7, afterAddress + 14));
  } else if (messageType !== 1 || validityFormat === 3) {
    times.push(octets.slice(afterAddress + 2, afterAddress + 9));
  }
  const fixed = isReport
    ? 15
    : messageType === 1
      ? 2 + (VALIDITY_OCTETS[validityFormat as 0 | 1 | 2 | 3] ?? 0)
      : 9;
  const userDataLength = afterAddress + fixed;
  const userData = octets.slice(userDataLength + 1);
  return {
    octets,
    tpdu,
    firstOctet,
    messageType,
    address,
    addressLength,
    typeOfAddress: at(address + 1),
    addressValue,
    afterAddress,
    dataCoding: isReport ? undefined : at(afterAddress + 1),
    times,
    status: isReport ? at(afterAddress + 14) : undefined,
    userDataLength,
    length: at(userDataLength),
    userData,
    header:
      !isReport && (firstOctet & 0x40) !== 0
        ? userData.slice(1, 1 + (userData[0] ?? 0))
        : undefined,
  };
}

/** Semi-octets, the low one of each octet first. */
export function nibblesOf(octets: Octets): number[] {
  return octets.flatMap((octet) => [octet & 0x0f, octet >> 4]);
}

/** A number and how many of its semi-octets count. */
export interface NumberField {
  type: number;
  octets: Octets;
  useful: number;
}

/** The address, or the service centre's where `field` is `smsc`. */
export function numberOf(field: string, layout: Layout): NumberField {
  const { octets, tpdu, typeOfAddress, addressValue, addressLength } = layout;
  if (field !== 'smsc') {
    const type = (typeOfAddress >> 4) & 0x07;
    return { type, octets: addressValue, useful: addressLength };
  }
  const value = octets.slice(2, tpdu);
  const type = ((octets[1] ?? 0) >> 4) & 0x07;
  return { type, octets: value, useful: 2 * value.length };
}

/** The septets behind fill bits, as many as `count`. */
export function unpacked(octets: Octets, count: number, fillBits = 0): number[] {
  const bits = octets.reduce((sum, octet, index) => sum | (BigInt(octet) << BigInt(8 * index)), 0n);
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number((bits >> BigInt(fillBits + 7 * index)) & 0x7fn),
  );
}

/** Septets that a header with UDHL takes, and the fill bits behind it (TS 23.040 §9.2.3.24). */
export function headerSeptets(headerOctets: number): { septets: number; fillBits: number } {
  const septets = Math.ceil((headerOctets * 8) / 7);
  return { septets, fillBits: septets * 7 - headerOctets * 8 };
}

/** The septets of the text of a PDU in GSM 7-bit that are there, its header left out. */
export function textSeptets({ userData, length, header }: Layout): number[] {
  const headerOctets = header === undefined ? 0 : header.length + 1;
  const { septets, fillBits } = headerSeptets(headerOctets);
  const present = Math.min(length, Math.floor((userData.length * 8) / 7));
  return unpacked(userData.slice(headerOctets), present - septets, fillBits);
}

/** A coding of the default alphabet without compression, where TP-UDL counts septets. */
function isPacked(dataCoding: number): boolean {
  if (dataCoding < 0x80) {
    const alphabet = (dataCoding >> 2) & 0x03;
    return (dataCoding & 0x20) === 0 && (alphabet === 0 || alphabet === 3);
  }
  return dataCoding < 0xe0 || (dataCoding >= 0xf0 && (dataCoding & 0x04) === 0);
}

/** Octets of user data that TP-UDL announces. */
export function announcedOctets({ length, dataCoding = 0 }: Layout): number {
  return isPacked(dataCoding) ? Math.ceil((length * 7) / 8) : length;
}

/** True where fewer octets of user data are there than TP-UDL announces. */
export function isCut(layout: Layout): boolean {
  return layout.userData.length < announcedOctets(layout);
}

/** User data of octets, behind the header and as far as TP-UDL says. */
export function userDataOf({ userData, length, header }: Layout): Octets {
  return userData.slice(header === undefined ? 0 : header.length + 1, length);
}

/** True where UDHL leads beyond the octets that TP-UDL announces, or that are there. */
export function headerOverruns(layout: Layout): boolean {
  const { userData, header } = layout;
  if (header === undefined) return false;
  return (userData[0] ?? 0) + 1 > Math.min(announcedOctets(layout), userData.length);
}

/** Where each element of the header starts, and where the last of them says that it ends. */
function elementOffsets(header: Octets): { starts: number[]; end: number } {
  const starts: number[] = [];
  let end = 0;
  while (end < header.length) {
    starts.push(end);
    end += 2 + (header[end + 1] ?? 0);
  }
  return { starts, end };
}

/** True where the last element of the header does not end where the header does. */
export function headerIsUneven({ header = [] }: Layout): boolean {
  return elementOffsets(header).end !== header.length;
}

/** True where the header has an element of one of these identifiers. */
export function hasElement({ header = [] }: Layout, ...identifiers: number[]): boolean {
  return elementOffsets(header).starts.some((start) => identifiers.includes(header[start] ?? -1));
}
