/** Findings about a modem, its SIM and its network, in words, out of what it told. Pure. */
import type { ModemRecord } from '../domain/ports.js';
import type { Registration } from '../modem/ports.js';
import type { Examination } from './examination.js';
import { type Finding, fault, good, warning } from './finding.js';

/**
 * @param baud at which it answered; undefined where it did at none
 * @param configured the rate of the configuration; undefined where none was named
 */
export function answerFinding(
  path: string,
  baud: number | undefined,
  tried: readonly number[],
  configured: number | undefined,
): Finding {
  if (/^tcp:/i.test(path)) {
    return baud === undefined
      ? fault(
          'answer',
          `${path} is open, and nothing answers "AT" there`,
          'see that ser2net serves the port of the modem, raw, at the right rate, and that the modem has power',
        )
      : good('answer', `${path} answers`);
  }
  if (baud === undefined) {
    const rates = tried.length === 1 ? `${tried[0]} baud` : `any of ${tried.join(', ')} baud`;
    return fault(
      'answer',
      `nothing answers "AT" on ${path} at ${rates}`,
      'a USB modem has several ports and answers on one or two: try the others with --port; else unplug it, wait ten seconds and plug it in, with a power supply that is strong enough',
    );
  }
  if (configured !== undefined && configured !== baud) {
    return fault(
      'answer',
      `the modem answers at ${baud} baud, and the configuration says ${configured}`,
      `set baud = ${baud}`,
    );
  }
  return good('answer', `the modem answers at ${baud} baud`);
}

export function identityFinding({ manufacturer, model, revision }: Examination): Finding {
  const name = [manufacturer, model].filter((part) => part !== undefined).join(' ');
  if (name === '') return warning('identity', 'the modem does not say what it is');
  return good('identity', revision === undefined ? name : `${name}, firmware ${revision}`);
}

export function simFinding({ sim, pinTriesLeft }: Examination): Finding {
  if (sim.kind === 'ready') return good('sim', 'the SIM can be used');
  const tries =
    pinTriesLeft === undefined ? '' : ` (tries of the PIN that are left: ${pinTriesLeft})`;
  return fault('sim', `${sim.problem}${tries}`, simRemedy(sim.problem));
}

function simRemedy(problem: string): string {
  if (/PUK/.test(problem)) {
    return 'put the SIM into a phone and enter the PUK that came with it, and a new PIN';
  }
  if (/not entered/.test(problem)) return 'run doctor as root, or as the user of the daemon';
  if (/none is configured/.test(problem)) {
    return 'set pin under [[modem]], or switch the PIN off in a phone';
  }
  if (/PIN/.test(problem)) {
    return 'look up the PIN and correct pin under [[modem]]; a phone gives the tries back';
  }
  return 'see that the SIM is in, the right way round, and not barred: try it in a phone';
}

const REGISTRATIONS: Readonly<Record<Registration, Finding>> = {
  home: good('registration', 'registered with the network'),
  roaming: warning(
    'registration',
    'registered with another network (roaming), where messages may cost more',
  ),
  searching: fault(
    'registration',
    'the modem searches for a network',
    'give it a minute and a place or an antenna with better reception',
  ),
  denied: fault(
    'registration',
    'the network refuses this SIM',
    'ask the operator whether the SIM is active and allowed in a modem; where 2G and 3G were switched off, the modem has to be a 4G one',
  ),
  'not-registered': fault(
    'registration',
    'the modem is not registered and does not search',
    'switch its radio on with AT+CFUN=1 (init = ["AT+CFUN=1"]), and see that the antenna is connected',
  ),
  emergency: fault(
    'registration',
    'the network takes emergency calls alone from this SIM',
    'ask the operator whether the SIM is active, paid for, and covered by this network',
  ),
  unknown: warning('registration', 'the modem does not know whether it is registered'),
};

export function registrationFinding({ registration, operator }: Examination): Finding {
  if (registration === undefined) {
    return warning('registration', 'the modem cannot tell whether it is registered');
  }
  const finding = REGISTRATIONS[registration];
  return operator === undefined ? finding : { ...finding, found: `${finding.found}: ${operator}` };
}

/** Of +CSQ in dBm; the words are those in use for RSSI. */
const SIGNALS: readonly (readonly [number, string])[] = [
  [-73, 'very good'],
  [-83, 'good'],
  [-93, 'fair'],
  [-103, 'weak'],
];

export function signalFinding({ signalDbm }: Examination): Finding {
  if (signalDbm === undefined) return warning('signal', 'the modem does not know its signal');
  const word = SIGNALS.find(([least]) => signalDbm >= least)?.[1] ?? 'very weak';
  const said = `the signal is ${word} (${signalDbm} dBm)`;
  return signalDbm >= -93
    ? good('signal', said)
    : warning(
        'signal',
        said,
        'move the modem or its antenna; a cable of a metre helps more than a window',
      );
}

/** Nothing to say where the modem does not tell. */
export function storeFinding(examination: Examination): Finding | undefined {
  const { memory, memoryUsed: used, memoryTotal: total } = examination;
  if (used === undefined || total === undefined) return undefined;
  const place = memory === 'SM' ? 'the SIM' : `the memory ${memory ?? ''}`.trim();
  const said = `${used} of ${total} places for messages on ${place} are taken`;
  return total > 0 && used >= total
    ? warning(
        'store',
        `${said}, so nothing more comes in`,
        'start the daemon: it reads them, keeps them and deletes them there',
      )
    : good('store', said);
}

export function serviceCentreFinding({ serviceCentre }: Examination): Finding {
  if (serviceCentre === undefined) {
    return warning('service-centre', 'the modem does not tell the number of the service centre');
  }
  return serviceCentre === ''
    ? fault(
        'service-centre',
        'the SIM holds no number of a service centre, through which all messages go',
        'ask the operator for it, then set init = [\'AT+CSCA="+…"\'] under [[modem]]',
      )
    : good('service-centre', `the service centre is ${serviceCentre}`);
}

/** All findings of an examination, in order; what was not asked since the SIM is locked is left out. */
export function examinationFindings(examination: Examination): readonly Finding[] {
  const always = [identityFinding(examination), simFinding(examination)];
  if (examination.sim.kind === 'locked') return always;
  const store = storeFinding(examination);
  return [
    ...always,
    registrationFinding(examination),
    signalFinding(examination),
    ...(store === undefined ? [] : [store]),
    serviceCentreFinding(examination),
  ];
}

const STOP_IT = 'to look at the modem itself: sudo systemctl stop stopgate, then doctor again';

/** What the daemon, which holds the port, last wrote of the modem. */
export function daemonFinding(record: ModemRecord | undefined): Finding {
  if (record === undefined) {
    return fault(
      'daemon',
      'the daemon runs and has not seen this modem yet',
      'wait a moment and try again',
    );
  }
  const { state, problem, operator, registration, signalDbm, updatedAt } = record;
  const facts = [
    operator,
    registration === 'unknown' ? null : registration,
    signalDbm === null ? null : `${signalDbm} dBm`,
    problem,
  ].filter((fact) => fact !== null);
  const said = `the daemon runs and holds the port; it says "${state}"${facts.length === 0 ? '' : ` (${facts.join(', ')})`} since ${updatedAt}`;
  return state === 'ready' ? good('daemon', said) : fault('daemon', said, STOP_IT);
}
