/** What the modem measures of itself, asked as its dialect says. Owns no schedule, judges nothing. */
import type { Sensor } from './dialects/dialect.js';
import { optional, type Session } from './session.js';

/** What a modem can live in; readings outside come from sensors that are not there. */
const PLAUSIBLE: Record<Sensor['quantity'], readonly [low: number, high: number]> = {
  temperature: [-60, 150],
  supply: [1_000, 60_000],
};

/**
 * Asks each sensor once and tells the status. Returns those that answered: the others need not be
 * asked again on this connection.
 */
export async function readSensors(
  session: Session,
  sensors: readonly Sensor[],
): Promise<readonly Sensor[]> {
  const answering: Sensor[] = [];
  for (const sensor of sensors) {
    const lines = await optional(session, {
      text: sensor.command,
      information: sensor.answer,
    });
    if (lines === undefined) continue;
    answering.push(sensor);
    const value = reading(
      sensor,
      lines.map(({ line }) => line),
    );
    if (sensor.quantity === 'temperature') session.found({ temperatureC: value });
    else session.found({ supplyMv: value });
  }
  return answering;
}

/** The highest plausible reading, rounded; undefined when there is none. */
export function reading(sensor: Sensor, lines: readonly string[]): number | undefined {
  const [low, high] = PLAUSIBLE[sensor.quantity];
  const values = lines
    .flatMap((line) => [...line.matchAll(sensor.value)])
    .map(([, number]) => Number(number) * sensor.scale)
    .filter((value) => value >= low && value <= high);
  return values.length === 0 ? undefined : Math.round(Math.max(...values));
}
