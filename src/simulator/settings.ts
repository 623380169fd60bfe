/**
 * What AT commands set and a restart forgets. One value an instance; `powerOnSettings` makes it new.
 */
import type { Dialect } from './dialects/dialect.js';
import type { MemoryName } from './message-store.js';

export const REGISTRATION_COMMANDS = ['+CREG', '+CGREG', '+CEREG'] as const;
export type RegistrationCommand = (typeof REGISTRATION_COMMANDS)[number];

/** 3GPP TS 27.005 §3.4.1: `<mode>,<mt>,<bm>,<ds>,<bfr>`. */
export interface NewMessageIndications {
  readonly mode: number;
  readonly mt: number;
  readonly bm: number;
  readonly ds: number;
  readonly bfr: number;
}

export interface Settings {
  /** ATE. */
  echo: boolean;
  /** +CMEE: 0 `ERROR`, 1 numbers, 2 words. */
  errorReporting: number;
  /** +COPS `<format>`: 0 the long name, 1 the short one, 2 digits. */
  operatorFormat: number;
  /** +CMGF: 0 PDU, 1 text. */
  messageFormat: number;
  /** +CNMI. */
  indications: NewMessageIndications;
  /** +CSMS `<service>`: 1 wants +CNMA for what comes directly. */
  messageService: number;
  /** +CGSMS: 0 packet, 1 circuit switched, 2 packet preferred, 3 circuit switched preferred. */
  sendingService: number;
  /** +CMMS. */
  moreMessages: number;
  /** +CPMS: to read and delete from, to write to and send from, to receive into. */
  memories: readonly [MemoryName, MemoryName, MemoryName];
  /** `<n>` of +CREG and its relatives. */
  registrationReporting: Record<RegistrationCommand, number>;
  /** +CLIP: 1 tells who calls. */
  callerIdentification: number;
  /** +CFUN: 0 minimum, 1 full, 4 radio off. */
  functionality: number;
  /** +CSCS. */
  characterSet: string;
  /** Whether the chatter of the dialect is heard. */
  chatters: boolean;
}

/** @param messageFormat what +CMGF is at power-on: modems differ */
export function powerOnSettings(messageFormat: 0 | 1, dialect: Dialect): Settings {
  return {
    echo: true,
    errorReporting: 0,
    operatorFormat: 0,
    messageFormat,
    indications: dialect.indications.powerOn,
    messageService: dialect.messageService.powerOn,
    sendingService: 1,
    moreMessages: 0,
    memories: dialect.memories.powerOn,
    registrationReporting: { '+CREG': 0, '+CGREG': 0, '+CEREG': 0 },
    callerIdentification: 0,
    functionality: 1,
    characterSet: 'GSM',
    chatters: true,
  };
}
