/**
 * SMS-STATUS-REPORT, 3GPP TS 23.040 §9.2.2.3: what became of a message that was submitted.
 * Reads and writes one TPDU; the service centre octets before it are the caller's.
 */

import { type Address, addressOf, decodeAddress, writeAddress } from './address.js';
import { type OctetReader, type OctetWriter, within } from './octets.js';
import { PduError, type Readable } from './pdu-error.js';
import {
  readTimestamp,
  type ServiceCentreTimestamp,
  writeTimestamp,
  type ZonedTime,
} from './timestamp.js';
import { readUserData, type UserData } from './user-data.js';

const FIRST_OCTET = { statusReport: 0x02, noMoreMessages: 0x04, header: 0x40 } as const;

// TP-PI, §9.2.3.27.
const PARAMETER = {
  protocolIdentifier: 0x01,
  dataCoding: 0x02,
  userData: 0x04,
  extension: 0x80,
} as const;

const PARAMETER_CLAUSE = '3GPP TS 23.040 §9.2.3.27';

export interface StatusReport {
  type: 'status-report';
  smsc?: string;
  /** TP-MR that the modem gave to the message. */
  reference: number;
  /** TP-RA: the recipient of the message. */
  to: Address;
  /** TP-SCTS: when the service centre took the message; absent where its digits are no time. */
  timestamp?: ServiceCentreTimestamp;
  /** Octets of a TP-SCTS that is no time, in hexadecimal. */
  timestampRaw?: string;
  /** TP-DT: when it was delivered, or last tried; absent where its digits are no time. */
  dischargeTime?: ServiceCentreTimestamp;
  /** Octets of a TP-DT that is no time, in hexadecimal. */
  dischargeTimeRaw?: string;
  /** TP-ST octet; `deliveryState` puts it in words. */
  status: number;
  protocolIdentifier?: number;
  dataCoding?: number;
  userData?: UserData;
  warnings: string[];
}

type Parameters = Pick<StatusReport, 'protocolIdentifier' | 'dataCoding' | 'userData'>;

function readParameters(reader: OctetReader, hasHeader: boolean, warnings: string[]): Parameters {
  if (reader.remaining === 0) return {};
  const indicator = reader.octet('TP-PI', PARAMETER_CLAUSE);
  for (let next = indicator; (next & PARAMETER.extension) !== 0; ) {
    next = reader.octet('TP-PI', PARAMETER_CLAUSE);
  }
  const parameters: Parameters = {};
  if ((indicator & PARAMETER.protocolIdentifier) !== 0) {
    parameters.protocolIdentifier = reader.octet('TP-PID', PARAMETER_CLAUSE);
  }
  if ((indicator & PARAMETER.dataCoding) !== 0) {
    parameters.dataCoding = reader.octet('TP-DCS', PARAMETER_CLAUSE);
  }
  if ((indicator & PARAMETER.userData) !== 0) {
    const userData: UserData = { encoding: 'gsm7', elements: [] };
    readUserData(userData, reader, parameters.dataCoding ?? 0, hasHeader, warnings);
    parameters.userData = userData;
  }
  return parameters;
}

/**
 * Reads what follows the first octet; `readable` is told what was read first. Throws PduError up to
 * TP-ST; behind it, where all that is asked of a report has been read, broken optional parameters
 * are only a warning.
 */
export function decodeStatusReport(
  firstOctet: number,
  reader: OctetReader,
  readable: Readable,
  warnings: string[],
): StatusReport {
  const reference = reader.octet('TP-MR', '3GPP TS 23.040 §9.2.3.6');
  readable.reference = reference;
  const to = decodeAddress(reader, 'TP-RA', warnings);
  readable.to = to.value;
  const timestamp = readTimestamp(reader, 'TP-SCTS', warnings);
  const dischargeTime = readTimestamp(reader, 'TP-DT', warnings, '3GPP TS 23.040 §9.2.3.13');
  const status = reader.octet('TP-ST', '3GPP TS 23.040 §9.2.3.15');
  const report: StatusReport = { type: 'status-report', reference, to, status, warnings };
  if (typeof timestamp === 'string') report.timestampRaw = timestamp;
  else report.timestamp = timestamp;
  if (typeof dischargeTime === 'string') report.dischargeTimeRaw = dischargeTime;
  else report.dischargeTime = dischargeTime;
  try {
    const hasHeader = (firstOctet & FIRST_OCTET.header) !== 0;
    Object.assign(report, readParameters(reader, hasHeader, warnings));
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    warnings.push(`optional parameters are ignored: ${error.message}`);
    reader.skip(reader.remaining, 'TP-PI', PARAMETER_CLAUSE);
  }
  return report;
}

export interface StatusReportFields {
  reference: number;
  to: string;
  timestamp: ZonedTime;
  dischargeTime: ZonedTime;
  status: number;
  smsc?: string;
}

/** Writes the TPDU, without optional parameters. Throws RangeError. */
export function writeStatusReport(writer: OctetWriter, fields: StatusReportFields): void {
  writer.put(FIRST_OCTET.statusReport | FIRST_OCTET.noMoreMessages);
  writer.put(within(fields.reference, 0xff, 'a message reference'));
  writeAddress(writer, addressOf(fields.to));
  writeTimestamp(writer, fields.timestamp);
  writeTimestamp(writer, fields.dischargeTime);
  writer.put(within(fields.status, 0xff, 'a status'));
}
