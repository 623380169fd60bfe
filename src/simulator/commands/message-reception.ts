/** Commands that say how received messages are told (3GPP TS 27.005 §3.2.1, §3.4.1, §3.4.4). */
import {
  type Command,
  type Handler,
  MessageError,
  messageError,
  ok,
  wholeNumber,
} from '../command.js';

const FIELDS = ['mode', 'mt', 'bm', 'ds', 'bfr'] as const;

/** What is left out stays as it is. */
const setIndications: Handler = ({ settings, receiver, dialect }, parameters) => {
  const { accepted, otherwise } = dialect.indications;
  const wanted = { ...settings.indications };
  let isAccepted = parameters.length <= FIELDS.length;
  for (const [position, field] of FIELDS.entries()) {
    const value = wholeNumber(parameters[position], { min: 0, max: 9, otherwise: wanted[field] });
    isAccepted &&= value !== undefined && accepted[field].includes(value);
    wanted[field] = value ?? wanted[field];
  }
  if (!isAccepted) {
    return otherwise === 'ignored' ? ok() : messageError(MessageError.operationNotSupported);
  }
  settings.indications = wanted;
  return { kind: 'ok', lines: [], afterwards: () => receiver.indicationsSet() };
};

const readIndications: Handler = ({ settings: { indications } }) => {
  const { mode, mt, bm, ds, bfr } = indications;
  return ok(`+CNMI: ${[mode, mt, bm, ds, bfr].join(',')}`);
};

/** `<mt>,<mo>,<bm>`: received, sent, broadcast messages; all that there is. */
const MESSAGE_TYPES = '1,1,0';

const setMessageService: Handler = ({ settings, dialect }, [service]) => {
  const value = wholeNumber(service, { min: 0, max: 255 });
  if (value === undefined || !dialect.messageService.accepted.includes(value)) {
    return messageError(MessageError.operationNotSupported);
  }
  settings.messageService = value;
  return ok(`+CSMS: ${MESSAGE_TYPES}`);
};

/** `<n>`: 0 and 1 acknowledge, 2 refuses; an acknowledgement PDU is not taken. */
const acknowledge: Handler = ({ settings, receiver }, [n, length]) => {
  const value = wholeNumber(n, { min: 0, max: 2, otherwise: 0 });
  if (value === undefined || length !== undefined) {
    return messageError(MessageError.operationNotSupported);
  }
  if (settings.messageService !== 1 || !receiver.acknowledge(value !== 2)) {
    return messageError(MessageError.noAcknowledgementExpected);
  }
  return ok();
};

export const messageReceptionCommands: readonly Command[] = [
  {
    name: '+CNMI',
    needsSim: 'message',
    set: setIndications,
    read: readIndications,
    test: ({ dialect }) => ok(`+CNMI: ${dialect.indications.advertised}`),
  },
  {
    name: '+CSMS',
    set: setMessageService,
    read: ({ settings }) => ok(`+CSMS: ${settings.messageService},${MESSAGE_TYPES}`),
    test: ({ dialect }) => ok(`+CSMS: ${dialect.messageService.advertised}`),
  },
  {
    name: '+CNMA',
    needsSim: 'message',
    execute: acknowledge,
    set: acknowledge,
    test: () => ok('+CNMA: (0-2)'),
  },
];
