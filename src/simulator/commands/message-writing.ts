/** Commands that write messages into a memory and send them from there (3GPP TS 27.005 §3.5.2, §3.5.3). */
import {
  type Answer,
  type Command,
  type Device,
  type Handler,
  MessageError,
  messageError,
  ok,
  wholeNumber,
} from '../command.js';
import { MessageStatus } from '../message-store.js';
import { MAX_TPDU_OCTETS, submit } from './message-sending.js';

const openPrompt: Handler = (device, [length, stat], command) => {
  if (device.settings.messageFormat !== 0) {
    return messageError(MessageError.operationNotSupported);
  }
  const tpduLength = wholeNumber(length, { min: 1, max: MAX_TPDU_OCTETS });
  const number = wholeNumber(stat, { min: 0, max: 3, otherwise: MessageStatus.unsent });
  const status = Object.values(MessageStatus).find((value) => value === number);
  if (tpduLength === undefined || status === undefined) {
    return messageError(MessageError.invalidPduParameter);
  }
  return {
    kind: 'prompt',
    complete: (data) => write(device, { hex: data.trim(), tpduLength, status }),
    withdraw: (data) => device.record.addWithdrawal({ hex: data.trim(), command }),
  };
};

interface WrittenPdu {
  readonly hex: string;
  readonly tpduLength: number;
  readonly status: MessageStatus;
}

function write({ settings, store }: Device, pdu: WrittenPdu): Answer {
  const serviceCentreOctets = 1 + Number.parseInt(pdu.hex.slice(0, 2), 16);
  if (
    !/^(?:[0-9a-f]{2})+$/i.test(pdu.hex) ||
    pdu.hex.length / 2 !== serviceCentreOctets + pdu.tpduLength
  ) {
    return messageError(MessageError.invalidPduParameter);
  }
  const stored = store.put(settings.memories[1], { ...pdu, hex: pdu.hex.toUpperCase() });
  return stored === undefined
    ? messageError(MessageError.memoryFull)
    : ok(`+CMGW: ${stored.index}`);
}

/** `AT+CMSS=<index>`; another recipient than the stored one is not taken. */
const sendStored: Handler = (device, [index, recipient], command) => {
  const { store, settings } = device;
  if (recipient !== undefined) {
    return messageError(MessageError.operationNotSupported);
  }
  const memory = settings.memories[1];
  const slot = wholeNumber(index, { min: store.firstIndex, max: store.lastIndex(memory) });
  const stored = slot === undefined ? undefined : store.get(memory, slot);
  if (stored === undefined) {
    return messageError(MessageError.invalidIndex);
  }
  const { hex, tpduLength } = stored;
  const answer = submit(device, { hex, tpduLength, command });
  if (answer.kind !== 'ok') {
    return answer;
  }
  store.markSent(stored);
  return { ...answer, lines: answer.lines.map((line) => line.replace('+CMGS', '+CMSS')) };
};

export const messageWritingCommands: readonly Command[] = [
  { name: '+CMGW', needsSim: 'message', set: openPrompt },
  { name: '+CMSS', needsSim: 'message', set: sendStored },
];
