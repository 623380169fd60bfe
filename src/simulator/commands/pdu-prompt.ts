/**
 * The prompt at which a PDU is handed over (3GPP TS 27.005 §3.5.1, §3.5.3), for the commands that
 * open one: what has to be right before it, and of what comes there. Does nothing with the PDU.
 */
import {
  type Answer,
  type Device,
  MessageError,
  messageError,
  type Parameter,
  wholeNumber,
} from '../command.js';

/** The longest SUBMIT: 24 octets of header and 140 of user data (3GPP TS 23.040 §9.2.2.2). */
const MAX_TPDU_OCTETS = 164;

/** What came at a prompt, as it came; `command` is the line in the record that opened it. */
export interface PromptedPdu {
  readonly hex: string;
  readonly tpduLength: number;
  readonly command: number;
}

/** The prompt for a PDU of `<length>`, or why there is none. */
export function openPduPrompt(
  device: Device,
  length: Parameter,
  command: number,
  complete: (pdu: PromptedPdu) => Answer,
): Answer {
  if (device.settings.messageFormat !== 0) {
    return messageError(MessageError.operationNotSupported);
  }
  const tpduLength = wholeNumber(length, { min: 1, max: MAX_TPDU_OCTETS });
  return tpduLength === undefined
    ? messageError(MessageError.invalidPduParameter)
    : pduPrompt(device, { tpduLength, command }, complete);
}

export function pduPrompt(
  device: Device,
  { tpduLength, command }: Omit<PromptedPdu, 'hex'>,
  complete: (pdu: PromptedPdu) => Answer,
): Extract<Answer, { kind: 'prompt' }> {
  return {
    kind: 'prompt',
    complete: (data) => complete({ hex: data.trim(), tpduLength, command }),
    withdraw: (data) => device.record.addWithdrawal({ hex: data.trim(), command }),
  };
}

/** Whether it is whole octets, and as many as were announced beside the service centre. */
export function isAsLongAsAnnounced({ hex, tpduLength }: PromptedPdu): boolean {
  const serviceCentreOctets = 1 + Number.parseInt(hex.slice(0, 2), 16);
  return /^(?:[0-9a-f]{2})+$/i.test(hex) && hex.length / 2 === serviceCentreOctets + tpduLength;
}
