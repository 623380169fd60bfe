/**
 * One command of a command line: which handler carries it out, or why none does (not known here,
 * SIM locked, not ready yet). Writes nothing.
 */
import {
  type Answer,
  type Command,
  type Device,
  EQUIPMENT_ERRORS,
  type EquipmentErrorValue,
  equipmentError,
  MessageError,
  messageError,
  ok,
} from './command.js';
import type { CommandRequest } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import type { OwnCommand } from './dialects/dialect.js';
import type { SimCard } from './sim-card.js';

/** Makes the answer; `command` is the sequence of the command line in the record. */
export function runCommand(device: Device, request: CommandRequest, command: number): Answer {
  const { dialect } = device;
  const own = dialect.ownCommands[request.name];
  if (own !== undefined) {
    return answerOwn(device, own, request);
  }
  const definition = dialect.unknownCommands.includes(request.name)
    ? undefined
    : COMMANDS.get(request.name);
  if (definition === undefined) {
    return unknownCommand(device);
  }
  const refusal =
    refusalWhileNotReady(definition, device) ?? refusalWhileLocked(definition, device);
  if (refusal !== undefined) {
    return refusal;
  }
  const handler = definition[request.form];
  if (handler === undefined) {
    return request.form === 'test' ? ok() : unknownCommand(device);
  }
  return handler(device, request.parameters, command, request.name);
}

/** In the words of the dialect. */
export function unknownCommand({ dialect }: Device): Answer {
  const line = dialect.spelling.unknownCommand;
  return line === undefined ? equipmentError(4) : { kind: 'error', line };
}

/** An error of 27.007 §9.2, as +CMEE wants it shown. */
export function equipmentErrorLine({ settings }: Device, value: EquipmentErrorValue): string {
  switch (settings.errorReporting) {
    case 1:
      return `+CME ERROR: ${value}`;
    case 2:
      return `+CME ERROR: ${EQUIPMENT_ERRORS[value]}`;
    default:
      return 'ERROR';
  }
}

function answerOwn(device: Device, own: OwnCommand, request: CommandRequest): Answer {
  const lines = own[request.form];
  return lines === undefined
    ? unknownCommand(device)
    : ok(...lines.map((line) => withLock(line, device.card)));
}

function withLock(line: string, card: SimCard): string {
  return line
    .replaceAll('{lock}', card.state)
    .replaceAll('{pin}', String(card.pinTries))
    .replaceAll('{puk}', String(card.pukTries));
}

function refusalWhileNotReady(definition: Command, device: Device): Answer | undefined {
  const fault = device.faults.lasting('not-ready');
  if (fault === undefined || (definition.needsSim === undefined && definition.name !== '+CPIN')) {
    return undefined;
  }
  return definition.needsSim === 'message'
    ? { kind: 'error', line: fault.line }
    : equipmentError(14);
}

function refusalWhileLocked(definition: Command, device: Device): Answer | undefined {
  const { state } = device.card;
  if (definition.needsSim === undefined || state === 'READY') {
    return undefined;
  }
  if (definition.needsSim === 'message') {
    return messageError(
      state === 'SIM PUK' ? MessageError.simPukRequired : MessageError.simPinRequired,
    );
  }
  return equipmentError(state === 'SIM PUK' ? 12 : 11);
}
