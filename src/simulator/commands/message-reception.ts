/** Commands that say how received messages are told (3GPP TS 27.005 §3.2.1, §3.4.1, §3.4.4). */
import {
  type Command,
  type Handler,
  MessageError,
  messageError,
  ok,
  wholeNumber,
} from '../command.js';

/** What is left out stays as it is. */
const setIndications: Handler = ({ settings, receiver }, parameters) => {
  const [mode, mt, bm, ds, bfr] = parameters;
  const now = settings.indications;
  const wanted = {
    mode: wholeNumber(mode, { min: 0, max: 2, otherwise: now.mode }),
    mt: wholeNumber(mt, { min: 0, max: 2, otherwise: now.mt }),
    bm: wholeNumber(bm, { min: 0, max: 0, otherwise: now.bm }),
    ds: wholeNumber(ds, { min: 0, max: 2, otherwise: now.ds }),
    bfr: wholeNumber(bfr, { min: 0, max: 1, otherwise: now.bfr }),
  };
  const { mode: newMode, mt: newMt, bm: newBm, ds: newDs, bfr: newBfr } = wanted;
  if (
    newMode === undefined ||
    newMt === undefined ||
    newBm === undefined ||
    newDs === undefined ||
    newBfr === undefined ||
    parameters.length > 5
  ) {
    return messageError(MessageError.operationNotSupported);
  }
  settings.indications = { mode: newMode, mt: newMt, bm: newBm, ds: newDs, bfr: newBfr };
  return { kind: 'ok', lines: [], afterwards: () => receiver.indicationsSet() };
};

const readIndications: Handler = ({ settings: { indications } }) => {
  const { mode, mt, bm, ds, bfr } = indications;
  return ok(`+CNMI: ${[mode, mt, bm, ds, bfr].join(',')}`);
};

/** `<mt>,<mo>,<bm>`: received, sent, broadcast messages; all that there is. */
const MESSAGE_TYPES = '1,1,0';

const setMessageService: Handler = ({ settings }, [service]) => {
  const value = wholeNumber(service, { min: 0, max: 1 });
  if (value === undefined) {
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
  if (settings.messageService === 0 || !receiver.acknowledge(value !== 2)) {
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
    test: () => ok('+CNMI: (0-2),(0-2),(0),(0-2),(0,1)'),
  },
  {
    name: '+CSMS',
    set: setMessageService,
    read: ({ settings }) => ok(`+CSMS: ${settings.messageService},${MESSAGE_TYPES}`),
    test: () => ok('+CSMS: (0,1)'),
  },
  {
    name: '+CNMA',
    needsSim: 'message',
    execute: acknowledge,
    set: acknowledge,
    test: () => ok('+CNMA: (0-2)'),
  },
];
