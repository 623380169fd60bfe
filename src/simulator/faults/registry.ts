/**
 * All faults by name: what `--fault NAME:key=value,…` and the word `fault` in a session can ask
 * for. Reads such a request, and says what would be right where it is not.
 */
import type { Fault } from '../fault.js';
import type { FaultDefinition } from './definition.js';
import { dialectFaults } from './dialect.js';
import { lineFaults } from './line.js';
import { networkFaults } from './network.js';
import { powerFaults } from './power.js';
import { receivingFaults } from './receiving.js';
import { sendingFaults } from './sending.js';

/** In families, in the order in which they are shown. */
export const FAULT_FAMILIES: readonly {
  readonly title: string;
  readonly faults: readonly FaultDefinition[];
}[] = [
  { title: 'the line', faults: lineFaults },
  { title: 'sending', faults: sendingFaults },
  { title: 'receiving', faults: receivingFaults },
  { title: 'the network', faults: networkFaults },
  { title: 'power and the SIM', faults: powerFaults },
  { title: "another maker's habits", faults: dialectFaults },
];

export const FAULTS: readonly FaultDefinition[] = FAULT_FAMILIES.flatMap(({ faults }) => faults);

/**
 * The fault that `NAME` or `NAME:key=value,key=value` asks for. A comma belongs to the value
 * unless a key and `=` follow it. Throws RangeError that says what would be right.
 */
export function parseFault(request: string): Fault {
  const [, name = '', , parameters] = /^([^:]*)(:(.*))?$/s.exec(request.trim()) ?? [];
  const definition = FAULTS.find((candidate) => candidate.name === name);
  if (definition === undefined) {
    throw new RangeError(`there is no fault "${name}"; ${suggestion(name)}`);
  }
  const given = new Map<string, string>();
  for (const piece of (parameters ?? '').split(/,(?=[a-z]+(?:-[a-z]+)*=)/).filter(Boolean)) {
    const [, key, value] = /^([a-z-]+)=(.*)$/s.exec(piece) ?? [];
    if (key === undefined || value === undefined) {
      throw new RangeError(`${name}: "${piece}" is no parameter; it would be key=value`);
    }
    given.set(key, value);
  }
  return definition.make(given);
}

/** What may be given to it: each key, what is taken when it is left out, and what would be right. */
export function parametersOf({ parameters }: FaultDefinition): readonly {
  readonly key: string;
  readonly otherwise: string;
  readonly expects: string;
}[] {
  return Object.entries(parameters).map(([key, { shown, expects }]) => ({
    key,
    otherwise: shown,
    expects,
  }));
}

function suggestion(name: string): string {
  const alike = FAULTS.filter(
    (candidate) =>
      (name.length > 2 && candidate.name.startsWith(name.slice(0, 3))) ||
      candidate.name.split('-').some((word) => word.length > 2 && name.includes(word)),
  );
  const names = (alike.length > 0 ? alike : FAULTS).map((candidate) => candidate.name).join(', ');
  return alike.length > 0 ? `like it are ${names}` : `there are ${names}`;
}
