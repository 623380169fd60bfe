/**
 * What a command of the simulated modem is: the forms it has, what they act upon and how they
 * may answer. The families of commands are in `commands/`; `command-interpreter.ts` runs them.
 */
import type { CommandForm, CommandRequest, Parameter } from './command-line.js';
import type { Dialect } from './dialects/dialect.js';
import type { FaultBoard } from './fault.js';
import type { IncomingCall } from './incoming-call.js';
import type { MessageStore } from './message-store.js';
import type { Network } from './network.js';
import type { PowerSupply } from './power-supply.js';
import type { Receiver } from './receiver.js';
import type { SimulatorRecord } from './record.js';
import type { Settings } from './settings.js';
import type { SimCard } from './sim-card.js';

/** Who the modem and its SIM say they are. */
export interface Identity {
  readonly manufacturer: string;
  readonly model: string;
  readonly revision: string;
  readonly imei: string;
  readonly imsi: string;
  readonly iccid: string;
  readonly ownNumber: string | undefined;
}

/** The modem as its commands see it. */
export interface Device {
  readonly identity: Identity;
  /** A fault may change it. */
  readonly dialect: Dialect;
  readonly settings: Settings;
  readonly card: SimCard;
  readonly store: MessageStore;
  readonly receiver: Receiver;
  readonly network: Network;
  readonly record: SimulatorRecord;
  readonly faults: FaultBoard;
  readonly call: IncomingCall;
  readonly power: PowerSupply;
  readonly submitLatencyMs: number;
  /** Back to what is set at power-on. */
  resetSettings(): void;
  /** Writes an unsolicited result code, one or more lines. */
  unsolicited(lines: readonly string[]): void;
}

/** An error of 27.007 §9.2; shown as +CMEE says. */
export interface EquipmentError {
  readonly kind: 'equipment-error';
  readonly value: EquipmentErrorValue;
}

export type Answer =
  | {
      readonly kind: 'ok';
      readonly lines: readonly string[];
      /** Done once the final result code is written. */
      readonly afterwards?: () => void;
      /** How long after the command the answer comes; nothing else is answered meanwhile. */
      readonly delayMs?: number;
    }
  /** A final result code that says it all: `ERROR`, `+CMS ERROR: 38`. */
  | {
      readonly kind: 'error';
      readonly line: string;
      readonly afterwards?: () => void;
      readonly delayMs?: number;
    }
  | EquipmentError
  /** `> `: what is typed up to Ctrl-Z goes to `complete`, up to ESC to `withdraw`. */
  | {
      readonly kind: 'prompt';
      readonly complete: (data: string) => Answer;
      readonly withdraw: (data: string) => void;
    }
  /** No answer, and the line is free; `late` may come all the same. */
  | {
      readonly kind: 'silence';
      readonly late?: {
        readonly lines: readonly string[];
      } & ({ readonly delayMs: number } | { readonly until: 'command' | 'submit' });
      readonly afterwards?: () => void;
    };

/** Makes the answer; `command` is the sequence of the command line in the record. */
export type Handler = (
  device: Device,
  parameters: readonly Parameter[],
  command: number,
  /** Where several commands share a handler. */
  name: string,
) => Answer;

export type Command = {
  readonly name: string;
  /** Refused while the SIM is locked, in the words of 27.007 or of 27.005 §3.2.5. */
  readonly needsSim?: 'equipment' | 'message';
} & { readonly [F in CommandForm]?: Handler };

/** 27.007 §9.2.1, those that occur here. */
export const EQUIPMENT_ERRORS = {
  3: 'operation not allowed',
  4: 'operation not supported',
  11: 'SIM PIN required',
  12: 'SIM PUK required',
  14: 'SIM busy',
  16: 'incorrect password',
  50: 'Incorrect parameters',
} as const;
export type EquipmentErrorValue = keyof typeof EQUIPMENT_ERRORS;

/** 27.005 §3.2.5, those that occur here. */
export const MessageError = {
  operationNotAllowed: 302,
  operationNotSupported: 303,
  invalidPduParameter: 304,
  simPinRequired: 311,
  simBusy: 314,
  simPukRequired: 316,
  memoryFailure: 320,
  invalidIndex: 321,
  memoryFull: 322,
  noNetworkService: 331,
  noAcknowledgementExpected: 340,
} as const;
export type MessageError = (typeof MessageError)[keyof typeof MessageError];

export function ok(...lines: string[]): Answer {
  return { kind: 'ok', lines };
}

export function equipmentError(value: EquipmentErrorValue): Answer {
  return { kind: 'equipment-error', value };
}

export function messageError(value: MessageError): Answer {
  return { kind: 'error', line: `+CMS ERROR: ${value}` };
}

/**
 * The whole number in a place, `otherwise` where it was left out, undefined where what stands
 * there is no whole number from `min` to `max`.
 */
export function wholeNumber(
  parameter: Parameter,
  { min, max, otherwise }: { min: number; max: number; otherwise?: number },
): number | undefined {
  if (parameter === undefined) {
    return otherwise;
  }
  if (parameter.quoted || !/^\d{1,9}$/.test(parameter.text)) {
    return undefined;
  }
  const value = Number(parameter.text);
  return value >= min && value <= max ? value : undefined;
}

export type { CommandForm, CommandRequest, Parameter };
