/** Commands about stored messages: list, read, delete, memories (3GPP TS 27.005 §3.2, §3.4, §3.5). */
import {
  type Answer,
  type Command,
  type Device,
  type Handler,
  MessageError,
  messageError,
  ok,
  type Parameter,
  wholeNumber,
} from '../command.js';
import { type MemoryName, MessageStatus, type StoredMessage } from '../message-store.js';
import { shown } from '../receiver.js';

/** `<stat>` of +CMGL that stands for all of them. */
const ALL_MESSAGES = 4;

/** Which `<stat>`s each `<delflag>` of +CMGD removes (27.005 §3.5.4). */
const DELETED_BY_FLAG: readonly (readonly MessageStatus[])[] = [
  [],
  [MessageStatus.read],
  [MessageStatus.read, MessageStatus.sent],
  [MessageStatus.read, MessageStatus.sent, MessageStatus.unsent],
  [MessageStatus.read, MessageStatus.sent, MessageStatus.unsent, MessageStatus.unread],
];

function list(device: Device, [stat]: readonly Parameter[]): Answer {
  if (device.settings.messageFormat !== 0) {
    return messageError(MessageError.operationNotSupported);
  }
  const wanted = wholeNumber(stat, { min: 0, max: ALL_MESSAGES, otherwise: 0 });
  if (wanted === undefined) {
    return messageError(MessageError.invalidPduParameter);
  }
  const refusal = notReadyYet(device, '+CMGL', MessageError.simBusy);
  if (refusal !== undefined) {
    return refusal;
  }
  const lines: string[] = [];
  for (const message of device.store.all(device.settings.memories[0])) {
    if (wanted === ALL_MESSAGES || message.status === wanted) {
      const header = `+CMGL: ${message.index},${message.status},,${message.tpduLength}`;
      lines.push(header, ...shown(message));
      device.store.markRead(message);
    }
  }
  return ok(...lines);
}

function read(device: Device, [index]: readonly Parameter[]): Answer {
  if (device.settings.messageFormat !== 0) {
    return messageError(MessageError.operationNotSupported);
  }
  const refusal = notReadyYet(device, '+CMGR', MessageError.invalidIndex);
  if (refusal !== undefined) {
    return refusal;
  }
  const message = storedAt(device, index);
  if (message === undefined) {
    return messageError(MessageError.invalidIndex);
  }
  device.store.markRead(message);
  return ok(`+CMGR: ${message.status},,${message.tpduLength}`, ...shown(message));
}

function notReadyYet(
  { faults }: Device,
  command: '+CMGR' | '+CMGL',
  error: MessageError,
): Answer | undefined {
  const fault = faults.take('not-ready-yet', (candidate) => candidate.command === command);
  if (fault === undefined) {
    return undefined;
  }
  return fault.line === undefined ? messageError(error) : { kind: 'error', line: fault.line };
}

function remove(device: Device, [index, flag]: readonly Parameter[]): Answer {
  const { store } = device;
  const delflag = wholeNumber(flag, { min: 0, max: 4, otherwise: 0 });
  const memory = device.settings.memories[0];
  const slot = wholeNumber(index, { min: store.firstIndex, max: store.lastIndex(memory) });
  if (delflag === undefined || (delflag === 0 && slot === undefined)) {
    return messageError(MessageError.invalidIndex);
  }
  const statuses = DELETED_BY_FLAG[delflag] ?? [];
  const chosen = store
    .all(memory)
    .filter((message) =>
      delflag === 0 ? message.index === slot : statuses.includes(message.status),
    );
  const failure = device.faults.take('delete-fails');
  for (const message of chosen) {
    if (failure === undefined) {
      store.remove(message);
    }
    device.record.addDelete({
      memory,
      index: message.index,
      hex: message.hex,
      outcome: failure === undefined ? 'deleted' : 'refused',
    });
  }
  if (failure === undefined || failure.line === 'OK') {
    // An empty slot is deleted with OK, as most modems do.
    return ok();
  }
  return failure.line === undefined
    ? messageError(MessageError.memoryFailure)
    : { kind: 'error', line: failure.line };
}

function storedAt({ store, settings }: Device, index: Parameter): StoredMessage | undefined {
  const memory = settings.memories[0];
  const slot = wholeNumber(index, { min: store.firstIndex, max: store.lastIndex(memory) });
  return slot === undefined ? undefined : store.get(memory, slot);
}

/** What is left out stays as it is. */
const setMemories: Handler = ({ settings, store, dialect }, parameters) => {
  const { offered, named, answer } = dialect.memories;
  const chosen = offered.map((memories, position) => {
    const parameter = parameters[position];
    return parameter === undefined
      ? settings.memories[position]
      : memories.find((memory) => memory === parameter.text);
  });
  const [mem1, mem2, mem3] = chosen;
  if (
    parameters[0] === undefined ||
    parameters.length > named ||
    mem1 === undefined ||
    mem2 === undefined ||
    mem3 === undefined
  ) {
    return messageError(MessageError.operationNotAllowed);
  }
  settings.memories = [mem1, mem2, mem3];
  const fill = settings.memories
    .slice(0, named)
    .map((memory) => `${store.used(memory)},${store.capacity(memory)}`);
  return answer === 'ok' ? ok() : ok(`+CPMS: ${fill.join(',')}`);
};

const readMemories: Handler = ({ settings, store, dialect }) => {
  const fill = settings.memories
    .slice(0, dialect.memories.named)
    .map((memory) => `"${memory}",${store.used(memory)},${store.capacity(memory)}`);
  return ok(`+CPMS: ${fill.join(',')}`);
};

const testMemories: Handler = ({ dialect: { memories } }) => {
  const lists = memories.offered.slice(0, memories.named).map(inParentheses);
  return ok(`+CPMS: ${lists.join(',')}`);
};

function inParentheses(memories: readonly MemoryName[]): string {
  return `(${memories.map((memory) => `"${memory}"`).join(',')})`;
}

/** The slots in use, `(1,2,5)`, then the flags. */
const testRemove: Handler = ({ settings, store }) => {
  const indexes = store.all(settings.memories[0]).map((message) => message.index);
  return ok(`+CMGD: (${indexes.join(',')}),(0-4)`);
};

export const messageStorageCommands: readonly Command[] = [
  {
    name: '+CMGL',
    needsSim: 'message',
    set: list,
    execute: list,
    test: () => ok('+CMGL: (0-4)'),
  },
  { name: '+CMGR', needsSim: 'message', set: read },
  { name: '+CMGD', needsSim: 'message', set: remove, test: testRemove },
  {
    name: '+CPMS',
    needsSim: 'message',
    set: setMemories,
    read: readMemories,
    test: testMemories,
  },
];
