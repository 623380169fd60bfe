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
import { submit } from './message-sending.js';
import { isAsLongAsAnnounced, openPduPrompt, type PromptedPdu } from './pdu-prompt.js';

const openPrompt: Handler = (device, [length, stat], command) => {
  const number = wholeNumber(stat, { min: 0, max: 3, otherwise: MessageStatus.unsent });
  const status = Object.values(MessageStatus).find((value) => value === number);
  return status === undefined
    ? messageError(MessageError.invalidPduParameter)
    : openPduPrompt(device, length, command, (pdu) => write(device, pdu, status));
};

function write({ settings, store }: Device, pdu: PromptedPdu, status: MessageStatus): Answer {
  if (!isAsLongAsAnnounced(pdu)) {
    return messageError(MessageError.invalidPduParameter);
  }
  const { hex, tpduLength } = pdu;
  const message = { hex: hex.toUpperCase(), tpduLength, status };
  const stored = store.put(settings.memories[1], message);
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
