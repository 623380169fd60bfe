/**
 * The user data header, 3GPP TS 23.040 §9.2.3.24: information elements by length, and the meaning
 * of the few that a gateway acts on. Elements it does not know are kept and otherwise ignored.
 */

export interface InformationElement {
  id: number;
  data: Uint8Array;
}

/** One part's place in a message (§9.2.3.24.1 and §9.2.3.24.8). */
export interface Concatenation {
  reference: number;
  total: number;
  sequence: number;
  referenceBits: 8 | 16;
}

export interface ApplicationPorts {
  source: number;
  destination: number;
}

export interface UserDataHeader {
  /** Every element in the order received. */
  elements: InformationElement[];
  concat?: Concatenation;
  ports?: ApplicationPorts;
  /** National language of the single shift table (§9.2.3.24.15). */
  singleShift?: number;
  /** National language of the locking shift table (§9.2.3.24.16). */
  lockingShift?: number;
}

export const ELEMENT = {
  concatenation8: 0x00,
  ports8: 0x04,
  ports16: 0x05,
  concatenation16: 0x08,
  singleShift: 0x24,
  lockingShift: 0x25,
} as const;

// Length of the data of the elements that are understood; another length makes an element void.
const ELEMENT_LENGTH: ReadonlyMap<number, number> = new Map([
  [ELEMENT.concatenation8, 3],
  [ELEMENT.ports8, 2],
  [ELEMENT.ports16, 4],
  [ELEMENT.concatenation16, 4],
  [ELEMENT.singleShift, 1],
  [ELEMENT.lockingShift, 1],
]);

const CLAUSE = '3GPP TS 23.040 §9.2.3.24';

function concatenation(
  reference: number,
  total: number,
  sequence: number,
  referenceBits: 8 | 16,
): Concatenation | undefined {
  const possible = sequence >= 1 && sequence <= total;
  return possible ? { reference, total, sequence, referenceBits } : undefined;
}

function interpret(header: UserDataHeader, element: InformationElement, warnings: string[]): void {
  const { id, data } = element;
  const expected = ELEMENT_LENGTH.get(id);
  if (expected === undefined) return;
  if (data.length !== expected) {
    const name = `0x${id.toString(16).padStart(2, '0')}`;
    warnings.push(
      `header element ${name} has ${data.length} octets instead of ${expected} and is ignored (${CLAUSE})`,
    );
    return;
  }
  const [a = 0, b = 0, c = 0, d = 0] = data;
  switch (id) {
    case ELEMENT.concatenation8:
    case ELEMENT.concatenation16: {
      const concat =
        id === ELEMENT.concatenation8
          ? concatenation(a, b, c, 8)
          : concatenation((a << 8) | b, c, d, 16);
      // §9.2.3.24.1: an element with an impossible total or sequence is ignored as a whole.
      if (concat) header.concat = concat;
      else warnings.push(`a part that is not one of 1 to its total is taken alone (${CLAUSE}.1)`);
      break;
    }
    case ELEMENT.ports8:
      header.ports = { destination: a, source: b };
      break;
    case ELEMENT.ports16:
      header.ports = { destination: (a << 8) | b, source: (c << 8) | d };
      break;
    case ELEMENT.singleShift:
      header.singleShift = a;
      break;
    case ELEMENT.lockingShift:
      header.lockingShift = a;
      break;
  }
}

/**
 * Reads the octets behind UDHL. Where an element is given twice the last one counts; a header
 * whose last element does not end with it is ignored as a whole. Both by §9.2.3.24.
 */
export function decodeHeader(octets: Uint8Array, warnings: string[]): UserDataHeader {
  const elements: InformationElement[] = [];
  let position = 0;
  while (position < octets.length) {
    const id = octets[position] ?? 0;
    const length = octets[position + 1];
    const end = position + 2 + (length ?? 0);
    if (length === undefined || end > octets.length) {
      warnings.push(
        `the last element of the header runs past its end; the header is ignored (${CLAUSE})`,
      );
      return { elements: [] };
    }
    elements.push({ id, data: octets.slice(position + 2, end) });
    position = end;
  }
  const header: UserDataHeader = { elements };
  for (const element of elements) interpret(header, element, warnings);
  return header;
}

/** What a header is to say; `elements` come first and as they are. */
export interface HeaderFields {
  elements?: readonly InformationElement[] | undefined;
  lockingShift?: number | undefined;
  singleShift?: number | undefined;
  ports?: ApplicationPorts | undefined;
  concat?: Concatenation | undefined;
}

function within(value: number, limit: number, name: string): number {
  if (Number.isInteger(value) && value >= 0 && value <= limit) return value;
  throw new RangeError(`${name} is a whole number from 0 to ${limit}, not ${value}`);
}

function concatenationElement(concat: Concatenation): InformationElement {
  const total = within(concat.total, 255, 'the total of parts');
  const sequence = within(concat.sequence, 255, 'the number of a part');
  if (concat.referenceBits === 8) {
    const reference = within(concat.reference, 0xff, 'an 8-bit reference');
    return { id: ELEMENT.concatenation8, data: Uint8Array.of(reference, total, sequence) };
  }
  const reference = within(concat.reference, 0xffff, 'a 16-bit reference');
  return {
    id: ELEMENT.concatenation16,
    data: Uint8Array.of(reference >> 8, reference & 0xff, total, sequence),
  };
}

function portsElement(ports: ApplicationPorts): InformationElement {
  const destination = within(ports.destination, 0xffff, 'a port');
  const source = within(ports.source, 0xffff, 'a port');
  return {
    id: ELEMENT.ports16,
    data: Uint8Array.of(destination >> 8, destination & 0xff, source >> 8, source & 0xff),
  };
}

/** Writes a header with its UDHL, or nothing where there is nothing to say. Throws RangeError. */
export function encodeHeader(fields: HeaderFields): number[] {
  const elements = [...(fields.elements ?? [])];
  if (fields.lockingShift !== undefined) {
    elements.push({ id: ELEMENT.lockingShift, data: Uint8Array.of(fields.lockingShift) });
  }
  if (fields.singleShift !== undefined) {
    elements.push({ id: ELEMENT.singleShift, data: Uint8Array.of(fields.singleShift) });
  }
  if (fields.ports) elements.push(portsElement(fields.ports));
  if (fields.concat) elements.push(concatenationElement(fields.concat));
  if (elements.length === 0) return [];
  const octets = elements.flatMap(({ id, data }) => [id, data.length, ...data]);
  return [within(octets.length, 139, 'the length of a header'), ...octets];
}
