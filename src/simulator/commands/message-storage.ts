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
import { MEMORIES, type Memory, MessageStatus, type StoredMessage } from '../message-store.js';

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
      lines.push(`+CMGL: ${message.index},${message.status},,${message.tpduLength}`, message.hex);
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
  return ok(`+CMGR: ${message.status},,${message.tpduLength}`, message.hex);
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
  const slot = wholeNumber(index, { min: store.firstIndex, max: store.lastIndex });
  if (delflag === undefined || (delflag === 0 && slot === undefined)) {
    return messageError(MessageError.invalidIndex);
  }
  const statuses = DELETED_BY_FLAG[delflag] ?? [];
  const memory = device.settings.memories[0];
  const chosen = store
    .all(memory)
    .filter((message) =>
      delflag === 0 ? message.index === slot : statuses.includes(message.status),
    );
  const fails = device.faults.take('delete-fails') !== undefined;
  for (const message of chosen) {
    if (!fails) {
      store.remove(message);
    }
    device.record.addDelete({
      memory,
      index: message.index,
      hex: message.hex,
      outcome: fails ? 'refused' : 'deleted',
    });
  }
  // An empty slot is deleted with OK, as most modems do.
  return fails ? messageError(MessageError.memoryFailure) : ok();
}

function storedAt({ store, settings }: Device, index: Parameter): StoredMessage | undefined {
  const slot = wholeNumber(index, { min: store.firstIndex, max: store.lastIndex });
  return slot === undefined ? undefined : store.get(settings.memories[0], slot);
}

/** What is left out stays as it is. */
const setMemories: Handler = ({ settings, store }, parameters) => {
  const [mem1, mem2, mem3] = parameters.map((parameter) =>
    MEMORIES.find((memory) => memory === parameter?.text),
  );
  const understood = parameters.every(
    (parameter) => parameter === undefined || isMemory(parameter.text),
  );
  if (!understood || mem1 === undefined || parameters.length > 3) {
    return messageError(MessageError.operationNotAllowed);
  }
  settings.memories = [mem1, mem2 ?? settings.memories[1], mem3 ?? settings.memories[2]];
  const fill = settings.memories.map((memory) => `${store.used(memory)},${store.slotsPerMemory}`);
  return ok(`+CPMS: ${fill.join(',')}`);
};

function isMemory(name: string): name is Memory {
  return MEMORIES.some((memory) => memory === name);
}

const readMemories: Handler = ({ settings, store }) => {
  const fill = settings.memories.map(
    (memory) => `"${memory}",${store.used(memory)},${store.slotsPerMemory}`,
  );
  return ok(`+CPMS: ${fill.join(',')}`);
};

const ALL_MEMORIES = `(${MEMORIES.map((memory) => `"${memory}"`).join(',')})`;

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
    test: () => ok(`+CPMS: ${ALL_MEMORIES},${ALL_MEMORIES},${ALL_MEMORIES}`),
  },
];
