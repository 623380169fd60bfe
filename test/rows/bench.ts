/**
 * The driver and the simulated modem with a real pseudo-terminal and the real serialport between
 * them, on a clock that the test moves. Faults are asked for by name, as on the command line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { connectTo } from '../../src/modem/connect.js';
import type { ModemOptions } from '../../src/modem/modem.js';
import type { Connect } from '../../src/modem/transport.js';
import {
  openPty,
  type PtyPort,
  parseFault,
  SimulatedModem,
  type SimulatedModemOptions,
} from '../../src/simulator/index.js';
import { decodePdu, encodeMessage, type Pdu } from '../../src/sms/index.js';
import { type Scene, setScene } from '../modem/scene.js';
import { FakeClock } from '../support/fake-clock.js';
import { LineMeter } from './line-meter.js';

export const person = '+447700900123';
export const neighbour = '+447700900456';

export interface BenchOptions {
  /** Played before the driver first opens the port. */
  readonly faults?: readonly string[];
  readonly sim?: Omit<SimulatedModemOptions, 'clock'>;
  readonly driver?: Partial<ModemOptions> | ((clock: FakeClock) => Partial<ModemOptions>);
  readonly baud?: number;
  /** Last things before the driver starts. */
  readonly prepare?: (bench: Bench) => void | Promise<void>;
}

export interface Bench extends Scene {
  readonly clock: FakeClock;
  readonly sim: SimulatedModem;
  readonly port: PtyPort;
  /** The link that the driver opens. */
  readonly link: string;
  /** Opens it at another rate for somebody other than the driver, on the same clock. */
  connectAt(baud: number): Connect;
  /** Moves time; what happens on the line in between comes to its end. */
  advance(ms: number): Promise<void>;
  /** Plays a fault by its name: `silent:after=5m`. */
  play(fault: string): void;
  /** Queues and wakes; then some seconds pass. */
  send(...ids: string[]): Promise<void>;
  /** Queues the parts of a text to {@link person} as `id`, `id/2`, …; then some seconds pass. */
  submit(id: string, text: string, options?: { readonly statusReport?: boolean }): Promise<void>;
  /** The command lines since the last restart of the modem. */
  commandsSinceRestart(): string[];
  commands(): string[];
  /** Lines that the modem wrote, blank ones left out. */
  said(): string[];
  /** What the inbox was given, decoded: texts of messages, `report N` of reports, errors' names. */
  received(): string[];
}

/** Sets all up, starts the driver and lets five seconds pass; takes all down after the test. */
export async function setBench(options: BenchOptions = {}): Promise<Bench> {
  const meter = new LineMeter();
  const clock = new FakeClock(undefined, () => meter.atRest());
  const sim = new SimulatedModem({ clock, ...options.sim });
  const directory = mkdtempSync(join(tmpdir(), 'stopgate-row-'));
  const link = join(directory, 'modem');
  const port = await openPty(meter.meterModem(sim), { link });
  const connectAt = (baud: number) => meter.meterConnect(connectTo(link, baud));
  const scene = setScene({
    connect: connectAt(options.baud ?? 115_200),
    clock,
    port: link,
    ...(typeof options.driver === 'function' ? options.driver(clock) : options.driver),
  });
  const { modem, queue, inbox } = scene;
  onTestFinished(async () => {
    await modem.stop(AbortSignal.abort());
    await port.close();
    sim.close();
    rmSync(directory, { recursive: true });
  });
  const bench: Bench = {
    ...scene,
    clock,
    sim,
    port,
    link,
    connectAt,
    advance: (ms) => clock.advance(ms),
    play: (fault) => sim.play(parseFault(fault)),
    async send(...ids) {
      queue.add(...ids);
      modem.wake();
      await clock.advance(5_000);
    },
    async submit(id, text, { statusReport = false } = {}) {
      const { parts } = encodeMessage({ to: person, text, statusReport, concatReference: 0 });
      for (const [position, { hex, tpduLength }] of parts.entries()) {
        queue.waiting.push({ id: position === 0 ? id : `${id}/${position + 1}`, hex, tpduLength });
      }
      await bench.send();
    },
    commands: () => sim.record.commands.map(({ line }) => line),
    commandsSinceRestart() {
      const since = sim.record.restarts.at(-1)?.sequence ?? 0;
      return sim.record.commands.filter(({ sequence }) => sequence > since).map(({ line }) => line);
    },
    said: () => meter.said.split(/[\r\n]+/).filter((line) => line !== ''),
    received: () => inbox.hexes.map((hex) => inWords(decodePdu(hex))),
  };
  for (const fault of options.faults ?? []) bench.play(fault);
  await options.prepare?.(bench);
  modem.start();
  await clock.advance(5_000);
  return bench;
}

function inWords(pdu: Pdu | Error): string {
  if (pdu instanceof Error) return pdu.name;
  if (pdu.type === 'status-report') return `report ${pdu.reference}`;
  return 'text' in pdu ? (pdu.text ?? '') : pdu.type;
}
