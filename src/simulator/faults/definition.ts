/**
 * What a fault is that can be asked for by name: its words for people, its parameters and the
 * {@link Fault} that comes of them. The families of faults are the files beside this one.
 */
import type { Fault } from '../fault.js';
import type { ParameterKind } from './parameters.js';

type Parameters = Readonly<Record<string, ParameterKind<unknown>>>;

type Values<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends ParameterKind<infer T> ? T : never;
};

export interface FaultDefinition {
  readonly name: string;
  /** One line: what a person at the modem would see. */
  readonly summary: string;
  readonly parameters: Parameters;
  /** Makes the fault; throws RangeError for a parameter that is unknown or not right. */
  make(given: ReadonlyMap<string, string>): Fault;
}

export function defineFault<P extends Parameters>(definition: {
  readonly name: string;
  readonly summary: string;
  readonly parameters: P;
  readonly fault: (values: Values<P>) => Fault;
}): FaultDefinition {
  const { name, summary, parameters, fault } = definition;
  return {
    name,
    summary,
    parameters,
    make(given) {
      for (const key of given.keys()) {
        if (!Object.hasOwn(parameters, key)) {
          throw new RangeError(`${name} has no parameter "${key}"; ${knownParameters(parameters)}`);
        }
      }
      const values = Object.entries(parameters).map(([key, kind]) => {
        return [key, valueGiven(name, key, kind, given.get(key))] as const;
      });
      // Each value was read by the kind that stands under its key.
      return fault(Object.fromEntries(values) as Values<P>);
    },
  };
}

function valueGiven(
  name: string,
  key: string,
  kind: ParameterKind<unknown>,
  given: string | undefined,
): unknown {
  if (given === undefined) {
    return kind.otherwise;
  }
  const value = kind.read(given);
  if (value === undefined) {
    throw new RangeError(`${name}: ${key}="${given}" is not right; it is ${kind.expects}`);
  }
  return value;
}

function knownParameters(parameters: Parameters): string {
  const keys = Object.keys(parameters);
  return keys.length === 0 ? 'it has none' : `it has ${keys.join(', ')}`;
}
