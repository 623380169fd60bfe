/**
 * Commands that send: +CMGS with its prompt, +CMMS (3GPP TS 27.005 §3.5.1, §3.5.6), +CGSMS
 * (27.007 §10.1.21).
 */

import { decodePdu, type Submit } from '../../sms/index.js';
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
import type { Moment } from '../faults/power.js';
import { isAsLongAsAnnounced, openPduPrompt, type PromptedPdu } from './pdu-prompt.js';

/** Hands a PDU to the network, as `AT+CMGS` does; answers with `+CMGS: <mr>`. */
export function submit(device: Device, pdu: PromptedPdu): Answer {
  const submission = readSubmit(pdu);
  if (submission === undefined) {
    return refuse(device, pdu, messageError(MessageError.invalidPduParameter));
  }
  if (!device.network.inService) {
    return refuse(device, pdu, messageError(MessageError.noNetworkService));
  }
  const refusal = refusalLine(device);
  if (refusal !== undefined) {
    return refuse(device, pdu, {
      kind: 'error',
      line: refusal,
      delayMs: device.submitLatencyMs,
    });
  }
  return powerCut(device, pdu, submission) ?? answer(device, pdu, submission);
}

/** Why nothing at all can be sent as things are. */
function refusalLine({ faults, settings, store }: Device): string | undefined {
  const service = faults.lasting('sends-need-cgsms');
  if (service !== undefined && !service.services.includes(settings.sendingService)) {
    return service.line;
  }
  return store.isFull(settings.memories[2]) ? faults.lasting('sim-full')?.line : undefined;
}

/** The modem goes down with the PDU in its hands: never answered, whether or not it went out. */
function powerCut(device: Device, pdu: PromptedPdu, submission: Submit): Answer | undefined {
  const { faults, power } = device;
  const onSubmit = ({ moment }: { moment: Moment }) => moment.at === 'submit';
  const restart = faults.take('restarts', onSubmit);
  const failure = restart === undefined ? faults.take('brown-out', onSubmit) : undefined;
  const moment = restart?.moment ?? failure?.moment;
  if (moment?.at !== 'submit') {
    return undefined;
  }
  let report = () => {};
  if (moment.taken) {
    report = accept(device, pdu, submission).report;
  } else {
    refuse(device, pdu, NO_ANSWER);
  }
  const afterwards = () => {
    if (failure !== undefined) {
      power.fail(failure.forMs, failure.warnings);
    } else {
      power.restart(restart?.quietly);
    }
    report();
  };
  return { kind: 'silence', afterwards };
}

const NO_ANSWER: Answer = { kind: 'silence' };

function answer(device: Device, pdu: PromptedPdu, submission: Submit): Answer {
  const failing = device.faults.take('error-on-submit');
  if (failing !== undefined) {
    const error = { kind: 'error', line: failing.line, delayMs: device.submitLatencyMs } as const;
    return failing.taken === true
      ? { ...error, afterwards: accept(device, pdu, submission).report }
      : refuse(device, pdu, error);
  }
  const silent = device.faults.take('silent-on-submit');
  if (silent?.taken === false) {
    return refuse(device, pdu, NO_ANSWER);
  }
  const { reference, report } = accept(device, pdu, submission);
  if (silent !== undefined) {
    return { kind: 'silence', afterwards: report };
  }
  const lines = [`+CMGS: ${reference}`];
  const late = device.faults.take('late-submit-answer');
  if (late !== undefined) {
    const when = 'until' in late ? { until: late.until } : { delayMs: late.delayMs };
    return { kind: 'silence', late: { ...when, lines }, afterwards: report };
  }
  return { kind: 'ok', lines, delayMs: device.submitLatencyMs, afterwards: report };
}

/** The SUBMIT, if it is one and as long as was announced. */
function readSubmit(pdu: PromptedPdu): Submit | undefined {
  if (!isAsLongAsAnnounced(pdu)) {
    return undefined;
  }
  const { hex, tpduLength } = pdu;
  const decoded = decodePdu(hex, { tpduLength, direction: 'to-network' });
  return decoded instanceof Error || decoded.type !== 'submit' ? undefined : decoded;
}

function refuse(device: Device, pdu: PromptedPdu, error: Answer): Answer {
  device.record.addSubmit({ ...pdu, outcome: 'refused', reference: undefined });
  return error;
}

function accept(
  device: Device,
  pdu: PromptedPdu,
  submission: Submit,
): { reference: number; report: () => void } {
  const reference = device.network.takeSubmit();
  const { at } = device.record.addSubmit({ ...pdu, outcome: 'accepted', reference });
  return { reference, report: () => device.network.reportOn(submission, reference, at) };
}

const setMoreMessages: Handler = ({ settings, dialect }, [parameter]) => {
  const value = wholeNumber(parameter, { min: 0, max: 2, otherwise: 0 });
  if (value === undefined || !dialect.moreMessages.includes(value)) {
    return messageError(MessageError.operationNotAllowed);
  }
  settings.moreMessages = value;
  return ok();
};

const setSendingService: Handler = ({ settings }, [parameter]) => {
  const value = wholeNumber(parameter, { min: 0, max: 3 });
  if (value === undefined) {
    return messageError(MessageError.operationNotAllowed);
  }
  settings.sendingService = value;
  return ok();
};

const setMessageFormat: Handler = ({ settings }, [parameter]) => {
  // Text mode can be set, since modems wake up in it; the message commands then refuse to work.
  const value = wholeNumber(parameter, { min: 0, max: 1, otherwise: 0 });
  if (value === undefined) {
    return messageError(MessageError.operationNotSupported);
  }
  settings.messageFormat = value;
  return ok();
};

export const messageSendingCommands: readonly Command[] = [
  {
    name: '+CMGS',
    needsSim: 'message',
    set: (device, [length], command) =>
      openPduPrompt(device, length, command, (pdu) => submit(device, pdu)),
  },
  {
    name: '+CMGF',
    set: setMessageFormat,
    read: ({ settings }) => ok(`+CMGF: ${settings.messageFormat}`),
    test: () => ok('+CMGF: (0,1)'),
  },
  {
    name: '+CGSMS',
    set: setSendingService,
    read: ({ settings }) => ok(`+CGSMS: ${settings.sendingService}`),
    test: () => ok('+CGSMS: (0-3)'),
  },
  {
    name: '+CMMS',
    set: setMoreMessages,
    read: ({ settings }) => ok(`+CMMS: ${settings.moreMessages}`),
    test: ({ dialect: { moreMessages } }) =>
      moreMessages.length === 0
        ? messageError(MessageError.operationNotSupported)
        : ok(`+CMMS: (${moreMessages.join(',')})`),
  },
];
