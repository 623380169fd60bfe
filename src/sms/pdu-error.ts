/**
 * The one way in which a PDU is refused: which field, where, what would be right, by which clause.
 * Decoders inside src/sms throw it; `decodePdu` hands it back as a value.
 */

/** What could be read of a PDU before it was refused. */
export interface Readable {
  type?: string;
  smsc?: string;
  /** Sender of a DELIVER. */
  from?: string;
  /** Recipient of a SUBMIT, or of the message that a STATUS-REPORT is about. */
  to?: string;
  /** TP-MR of a SUBMIT or STATUS-REPORT. */
  reference?: number;
}

/** A PDU that cannot be read. `offset` counts octets from the start of the hex string. */
export class PduError extends Error {
  override readonly name = 'PduError';
  readonly code = 'PDU';
  readonly field: string;
  readonly offset: number;
  readonly clause: string;
  /** What stands before the fault. */
  readable: Readable = {};

  constructor(field: string, offset: number, clause: string, message: string) {
    super(`${field} at octet ${offset}: ${message} (${clause})`);
    this.field = field;
    this.offset = offset;
    this.clause = clause;
  }
}
