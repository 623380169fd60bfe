/**
 * Commands about the modem itself: echo, error reporting, identity, power
 * (ITU-T V.250, 3GPP TS 27.007 §5, §8.2, §9.1).
 */
import {
  type Answer,
  type Command,
  type Device,
  equipmentError,
  type Handler,
  ok,
  type Parameter,
  wholeNumber,
} from '../command.js';

/** A basic command that takes only these numbers and does nothing with them (0 when left out). */
function onlyAccepts(name: string, ...values: number[]): Command {
  return {
    name,
    execute: (_device, [parameter]) => {
      const value = wholeNumber(parameter, { min: 0, max: 255, otherwise: 0 });
      return value !== undefined && values.includes(value) ? ok() : equipmentError(50);
    },
  };
}

const setEcho: Handler = ({ settings }, [parameter]) => {
  const value = wholeNumber(parameter, { min: 0, max: 1, otherwise: 0 });
  if (value === undefined) {
    return equipmentError(50);
  }
  settings.echo = value === 1;
  return ok();
};

const reset: Handler = (device) => {
  device.resetSettings();
  return ok();
};

/** Under its names of 27.007 §5 and of V.250 §6.1. */
function identification(suffix: string, tell: (device: Device) => string): Command[] {
  return ['+C', '+'].map((prefix) => ({
    name: `${prefix}${suffix}`,
    execute: (device, _parameters, _command, name) => ok(labelled(device, name, tell(device))),
  }));
}

/** As the dialect writes who it is. */
function labelled({ dialect }: Device, name: string, value: string): string {
  switch (dialect.identity.form) {
    case 'plain':
      return value;
    case 'labelled':
      return `${name}: ${value}`;
    case 'quoted':
      return `${name}: "${value}"`;
  }
}

const setErrorReporting: Handler = ({ settings }, [parameter]) => {
  const value = wholeNumber(parameter, { min: 0, max: 2, otherwise: 0 });
  if (value === undefined) {
    return equipmentError(50);
  }
  settings.errorReporting = value;
  return ok();
};

/** 27.007 §8.2; 0 minimum, 1 full, 4 radio off. */
function setFunctionality(device: Device, [level, restart]: readonly Parameter[]): Answer {
  const value = wholeNumber(level, { min: 0, max: 4, otherwise: 1 });
  const restarts = wholeNumber(restart, { min: 0, max: 1, otherwise: 0 });
  if (value === undefined || restarts === undefined || ![0, 1, 4].includes(value)) {
    return equipmentError(50);
  }
  if (restarts === 1) {
    return { kind: 'ok', lines: [], afterwards: () => device.power.restart() };
  }
  device.settings.functionality = value;
  return ok();
}

const CHARACTER_SETS = ['GSM', 'IRA', 'UCS2'];

const setCharacterSet: Handler = ({ settings }, [parameter]) => {
  if (parameter === undefined || !CHARACTER_SETS.includes(parameter.text)) {
    return equipmentError(50);
  }
  settings.characterSet = parameter.text;
  return ok();
};

export const generalCommands: readonly Command[] = [
  { name: 'E', execute: setEcho },
  onlyAccepts('V', 1),
  onlyAccepts('Q', 0),
  onlyAccepts('X', 0, 1, 2, 3, 4),
  onlyAccepts('S0', 0),
  onlyAccepts('&C', 0, 1),
  onlyAccepts('&D', 0, 1, 2),
  onlyAccepts('&W', 0),
  { name: 'Z', execute: reset },
  { name: '&F', execute: reset },
  {
    name: 'I',
    execute: ({ identity }) =>
      ok(identity.manufacturer, identity.model, `Revision: ${identity.revision}`),
  },
  ...identification('GMI', ({ identity }) => identity.manufacturer),
  ...identification('GMM', ({ identity }) => identity.model),
  ...identification('GMR', ({ identity }) => identity.revision),
  { name: '+CGSN', execute: ({ identity }) => ok(identity.imei) },
  { name: '+GSN', execute: ({ identity }) => ok(identity.imei) },
  {
    name: '+CMEE',
    set: setErrorReporting,
    read: ({ settings }) => ok(`+CMEE: ${settings.errorReporting}`),
    test: () => ok('+CMEE: (0-2)'),
  },
  {
    name: '+CFUN',
    set: setFunctionality,
    read: ({ settings }) => ok(`+CFUN: ${settings.functionality}`),
    test: () => ok('+CFUN: (0,1,4),(0,1)'),
  },
  {
    name: '+CSCS',
    set: setCharacterSet,
    read: ({ settings }) => ok(`+CSCS: "${settings.characterSet}"`),
    test: () => ok(`+CSCS: (${CHARACTER_SETS.map((name) => `"${name}"`).join(',')})`),
  },
];
