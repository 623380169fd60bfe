/** Commands about the SIM: its lock and its numbers (3GPP TS 27.007 §8.3, §5.6, §8.23, §7.1). */
import { fromCharacterSet, inCharacterSet } from '../character-set.js';
import {
  type Command,
  equipmentError,
  type Handler,
  MessageError,
  messageError,
  ok,
} from '../command.js';
import type { Settings } from '../settings.js';

const enterPin: Handler = ({ card, network }, [first, second]) => {
  switch (card.state) {
    case 'READY':
      return equipmentError(3);
    case 'SIM PUK':
      if (first === undefined || second === undefined) {
        return equipmentError(12);
      }
      if (!card.enterPuk(first.text, second.text)) {
        return equipmentError(16);
      }
      break;
    case 'SIM PIN':
      if (first === undefined) {
        return equipmentError(50);
      }
      if (!card.enterPin(first.text)) {
        return equipmentError(card.pinTries === 0 ? 12 : 16);
      }
      break;
  }
  return { kind: 'ok', lines: [], afterwards: () => network.deliverWaiting() };
};

/** 27.007 §8.65 `+CPINR`: the tries that are left of three PIN or ten PUK entries. */
const triesLeft: Handler = ({ card }) =>
  ok(`+CPINR: SIM PIN,${card.pinTries},3`, `+CPINR: SIM PUK,${card.pukTries},10`);

const setServiceCentre: Handler = ({ network, settings }, [address]) => {
  const number = fromCharacterSet(settings, address?.text ?? '');
  if (!/^\+?\d{1,20}$/.test(number)) {
    return messageError(MessageError.invalidPduParameter);
  }
  network.serviceCentre = number;
  return ok();
};

/** 145 for an international number, 129 for any other (3GPP TS 24.008 §10.5.4.7). */
export function quotedNumber(
  number: string,
  settings: Pick<Settings, 'characterSet'> = { characterSet: 'GSM' },
): string {
  return `"${inCharacterSet(settings, number)}",${number.startsWith('+') ? 145 : 129}`;
}

export const simCardCommands: readonly Command[] = [
  { name: '+CPIN', read: ({ card }) => ok(`+CPIN: ${card.state}`), set: enterPin },
  {
    name: '+CPINR',
    execute: triesLeft,
    set: ({ card }, [which]) =>
      which?.text === 'SIM PUK'
        ? ok(`+CPINR: SIM PUK,${card.pukTries},10`)
        : ok(`+CPINR: SIM PIN,${card.pinTries},3`),
  },
  { name: '+CIMI', needsSim: 'equipment', execute: ({ identity }) => ok(identity.imsi) },
  { name: '+CCID', execute: ({ identity }) => ok(`+CCID: ${identity.iccid}`) },
  {
    name: '+CNUM',
    needsSim: 'equipment',
    execute: ({ identity, settings }) =>
      identity.ownNumber === undefined
        ? ok()
        : ok(`+CNUM: ,${quotedNumber(identity.ownNumber, settings)}`),
  },
  {
    name: '+CSCA',
    needsSim: 'message',
    read: ({ network, settings }) => ok(`+CSCA: ${quotedNumber(network.serviceCentre, settings)}`),
    set: setServiceCentre,
  },
];
