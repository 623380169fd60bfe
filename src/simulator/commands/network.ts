/** Commands about the network and calls (3GPP TS 27.007 §6.5, §7.2, §7.3, §7.15, §8.5). */
import { inCharacterSet } from '../character-set.js';
import {
  type Answer,
  type Command,
  type Device,
  equipmentError,
  type Handler,
  ok,
  wholeNumber,
} from '../command.js';
import { REGISTRATION_COMMANDS, type RegistrationCommand } from '../settings.js';

/** `<stat>` as the modem may tell it: nothing is known with the SIM locked or the radio off. */
function registrationStatus({ network, card, settings }: Device): number {
  return card.state === 'READY' && settings.functionality === 1 ? network.registration : 0;
}

/** Where the modem is, for those that asked for it by `<n>` 2: area, cell, UTRAN (27.007 §7.2). */
const PLACE = '"00C3","0001A2B3",2';

/** `<stat>`, and the place where that was asked for and is known. */
function registered(device: Device, name: RegistrationCommand): string {
  const tellsPlace = device.settings.registrationReporting[name] === 2 && device.network.inService;
  return `${registrationStatus(device)}${tellsPlace ? `,${PLACE}` : ''}`;
}

/** What the modem says by itself when that changes, to who has asked for it by `<n>` 1 or 2. */
export function registrationReports(device: Device): readonly string[] {
  const { registrationReporting } = device.settings;
  return REGISTRATION_COMMANDS.filter((name) => registrationReporting[name] > 0).map(
    (name) => `${name}: ${registered(device, name)}`,
  );
}

function registration(name: RegistrationCommand): Command {
  return {
    name,
    set: ({ settings }, [parameter]) => {
      const value = wholeNumber(parameter, { min: 0, max: 2, otherwise: 0 });
      if (value === undefined) {
        return equipmentError(50);
      }
      settings.registrationReporting[name] = value;
      return ok();
    },
    read: (device) =>
      ok(`${name}: ${device.settings.registrationReporting[name]},${registered(device, name)}`),
    test: () => ok(`${name}: (0-2)`),
  };
}

/** The network's code: that of the test networks, which simulated SIMs belong to. */
const OPERATOR_CODE = '00101';

const readOperator: Handler = ({ network, settings }) => {
  const { operatorFormat } = settings;
  const name = operatorFormat === 2 ? OPERATOR_CODE : network.operator;
  return network.inService
    ? ok(`+COPS: 0,${operatorFormat},"${inCharacterSet(settings, name)}",7`)
    : ok('+COPS: 0');
};

/** Automatic choice, and the format of the name; there is but one network to choose. */
const chooseOperator: Handler = ({ settings }, [mode, format]) => {
  const value = wholeNumber(mode, { min: 0, max: 4 });
  const wanted = wholeNumber(format, { min: 0, max: 2, otherwise: settings.operatorFormat });
  if ((value !== 0 && value !== 3) || wanted === undefined) {
    return equipmentError(4);
  }
  settings.operatorFormat = wanted;
  return ok();
};

function startUssd(device: Device, code: string): Answer {
  const shown = (text: string) => inCharacterSet(device.settings, text);
  const line = device.network.ussd.answer(code, shown);
  return {
    kind: 'ok',
    lines: [],
    ...(line !== undefined && { afterwards: () => device.unsolicited([line]) }),
  };
}

const setUssd: Handler = (device, [mode, code]) => {
  const value = wholeNumber(mode, { min: 0, max: 2, otherwise: 0 });
  if (value === undefined) {
    return equipmentError(50);
  }
  return value === 1 && code !== undefined ? startUssd(device, code.text) : ok();
};

const hangUp: Handler = ({ call }) => {
  call.hangUp();
  return ok();
};

const setCallerIdentification: Handler = ({ settings }, [parameter]) => {
  const value = wholeNumber(parameter, { min: 0, max: 1, otherwise: 0 });
  if (value === undefined) {
    return equipmentError(50);
  }
  settings.callerIdentification = value;
  return ok();
};

export const networkCommands: readonly Command[] = [
  ...REGISTRATION_COMMANDS.map(registration),
  {
    name: '+CSQ',
    execute: ({ network }) => ok(`+CSQ: ${network.signal},99`),
    test: () => ok('+CSQ: (0-31,99),(0-7,99)'),
  },
  {
    name: '+COPS',
    needsSim: 'equipment',
    read: readOperator,
    set: chooseOperator,
    test: ({ network }) =>
      ok(
        `+COPS: (2,"${network.operator}","${network.operator}","${OPERATOR_CODE}",7),,(0,3),(0-2)`,
      ),
  },
  {
    name: '+CUSD',
    needsSim: 'equipment',
    set: setUssd,
    read: () => ok('+CUSD: 0'),
    test: () => ok('+CUSD: (0-2)'),
  },
  // Where there is no call to end, that is no error.
  { name: '+CHUP', execute: hangUp },
  { name: 'H', execute: hangUp },
  {
    name: '+CLIP',
    set: setCallerIdentification,
    read: ({ settings }) => ok(`+CLIP: ${settings.callerIdentification},1`),
    test: () => ok('+CLIP: (0,1)'),
  },
  { name: 'D', execute: () => ({ kind: 'error', line: 'NO CARRIER' }) },
];
