/**
 * The public face of the SMS codec (3GPP TS 23.040 and 23.038): octets in, values out.
 * Pure; nothing here or below imports anything outside src/sms.
 */

export type { Address, TypeOfNumber } from './address.js';
export type { Encoding, MessageClass, MessageWaiting, WaitingKind } from './data-coding.js';
export { type DecodeOptions, decodePdu, type OtherTpdu, type Pdu } from './decode.js';
export type { Deliver } from './deliver.js';
export { type DeliveryState, deliveryState } from './delivery-state.js';
export { describePdu, type PduDescription, type PduFields } from './describe.js';
export {
  type EncodedPart,
  type EncodedPdu,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  type IncomingMessage,
  type OutgoingMessage,
} from './encode.js';
export { type MaskDigits, maskPdu, maskText, maskUssd } from './mask.js';
export { PduError, type Readable } from './pdu-error.js';
export { type Segments, type SplitOptions, segments, type TextEncoding } from './segments.js';
export type { StatusReport, StatusReportFields } from './status-report.js';
export type { Submit, SubmitFields } from './submit.js';
export { ServiceCentreTimestamp, type ZonedTime } from './timestamp.js';
export { plainSigns, transliterate } from './transliterate.js';
export type { UserData, UserDataBody } from './user-data.js';
export type { ApplicationPorts, Concatenation, InformationElement } from './user-data-header.js';
export { decodeUssd, type UssdString } from './ussd.js';
export type { ValidityFields, ValidityPeriod } from './validity-period.js';
