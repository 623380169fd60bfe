/**
 * What somebody says that a PDU says, in words that our codec and its peers share, and where two
 * such readings disagree.
 */
import { decodePdu, PduError, type ServiceCentreTimestamp } from '../../src/sms/index.js';

/**
 * The fields of one PDU. `null`: the PDU has none. Absent: the reader has no word for the field,
 * and so cannot disagree about it.
 */
export interface Fields {
  type?: string | null;
  smsc?: string | null;
  /** TP-OA, TP-DA or TP-RA. */
  address?: string | null;
  text?: string | null;
  /** User data that is no text, in hex. */
  data?: string | null;
  encoding?: string | null;
  class?: number | null;
  /** `2010-03-03T14:27:49`, TP-SCTS without its zone. */
  timestamp?: string | null;
  /** `+01:00` */
  zone?: string | null;
  dischargeTime?: string | null;
  dischargeZone?: string | null;
  concat?: string | null;
  ports?: string | null;
  reference?: number | null;
  status?: number | null;
  /** TP-VP of a relative or enhanced format. */
  validitySeconds?: number | null;
  /** TP-VP of the absolute format. */
  validUntil?: string | null;
  validUntilZone?: string | null;
}

export type Reading = { fields: Fields } | { refused: string };

export interface Disagreement {
  hex: string;
  about: string;
  field: keyof Fields | 'refusal';
  ours: string | number | null;
  theirs: string | number | null;
  /** What our codec says is wrong with the PDU. */
  warnings: readonly string[];
}

/** A concatenation in words. */
export function concatOf(reference: number, total: number, sequence: number): string {
  return `${sequence} of ${total}, reference ${reference}`;
}

/** Application ports in words. */
export function portsOf(source: number, destination: number): string {
  return `from ${source} to ${destination}`;
}

function clock(time: ServiceCentreTimestamp | undefined): string | null {
  return time?.local.slice(0, 19) ?? null;
}

function zone(time: ServiceCentreTimestamp | undefined): string | null {
  return time?.local.slice(19) ?? null;
}

/** What our codec says of a PDU. */
export function ourReading(hex: string): Reading & { warnings: readonly string[] } {
  const pdu = decodePdu(hex);
  if (pdu instanceof PduError) return { refused: pdu.message, warnings: [] };
  if (!('dataCoding' in pdu || pdu.type === 'status-report')) {
    throw new Error(`a ${pdu.type}, though no direction was told`);
  }
  const userData = pdu.type === 'status-report' ? pdu.userData : pdu;
  const address = pdu.type === 'deliver' ? pdu.from.value : pdu.to.value;
  const concat = userData?.concat;
  const ports = userData?.ports;
  const validity = pdu.type === 'submit' ? pdu.validity : undefined;
  const times = pdu.type === 'submit' ? undefined : pdu.timestamp;
  const discharge = pdu.type === 'status-report' ? pdu.dischargeTime : undefined;
  const until = validity && 'until' in validity ? validity.until : undefined;
  const seconds =
    validity?.format === 'relative'
      ? validity.minutes * 60
      : validity?.format === 'enhanced'
        ? validity.seconds
        : undefined;
  return {
    warnings: pdu.warnings,
    fields: {
      type: pdu.type,
      smsc: pdu.smsc ?? null,
      address: address === '' ? null : address,
      text: userData?.text ?? null,
      data: userData?.data ? Buffer.from(userData.data).toString('hex') : null,
      encoding: userData?.encoding ?? null,
      class: userData?.class ?? null,
      timestamp: clock(times),
      zone: zone(times),
      dischargeTime: clock(discharge),
      dischargeZone: zone(discharge),
      concat: concat ? concatOf(concat.reference, concat.total, concat.sequence) : null,
      ports: ports ? portsOf(ports.source, ports.destination) : null,
      reference: pdu.type === 'submit' ? pdu.messageReference : referenceOf(pdu),
      status: pdu.type === 'status-report' ? pdu.status : null,
      validitySeconds: seconds ?? null,
      validUntil: clock(until),
      validUntilZone: zone(until),
    },
  };
}

function referenceOf(pdu: { type: string; reference?: number }): number | null {
  return pdu.reference ?? null;
}

/** Every field that the peer speaks of and says otherwise; a refusal by one side only is one. */
export function disagreements(
  { hex, about }: { hex: string; about: string },
  theirs: Reading,
): Disagreement[] {
  const ours = ourReading(hex);
  const { warnings } = ours;
  if ('refused' in ours && 'refused' in theirs) return [];
  if ('refused' in ours || 'refused' in theirs) {
    return [
      {
        hex,
        about,
        field: 'refusal',
        ours: 'refused' in ours ? ours.refused : null,
        theirs: 'refused' in theirs ? theirs.refused : null,
        warnings,
      },
    ];
  }
  const fields = Object.keys(theirs.fields) as (keyof Fields)[];
  return fields.flatMap((field) => {
    const mine = ours.fields[field] ?? null;
    const other = theirs.fields[field] ?? null;
    return mine === other ? [] : [{ hex, about, field, ours: mine, theirs: other, warnings }];
  });
}
