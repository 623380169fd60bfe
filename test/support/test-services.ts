/** The services over a real store with a clock that the test moves, as `services.ts` wires them. */
import { onTestFinished } from 'vitest';
import type { SteadyClock } from '../../src/clock.js';
import type { Config } from '../../src/config/config.js';
import type { E164 } from '../../src/domain/phone-number.js';
import { silentLog } from '../../src/log.js';
import type { ModemPhase, ReceivedPdu } from '../../src/modem/ports.js';
import { wireModems } from '../../src/modem-wiring.js';
import type { ModemBoard } from '../../src/service/modem-board.js';
import type { Receiver } from '../../src/service/receiver.js';
import type { Sender } from '../../src/service/sender.js';
import { openServices, type Services } from '../../src/services.js';
import { encodeDeliver } from '../../src/sms/index.js';
import { FakeClock } from './fake-clock.js';
import { temporaryDirectory } from './temporary-directory.js';
import { configOf } from './test-config.js';

/** From the range that Ofcom keeps for drama. */
export const person = '+447700900123' as E164;

/** A reply that may be an opt-out and may not. */
export const doubtful = 'Stop, my husband will collect it';

export interface TestServices extends Omit<Services, 'clock'> {
  readonly config: Config;
  /** The machine's. */
  readonly clock: FakeClock;
  /** The services'. */
  readonly steadyClock: SteadyClock;
  readonly sender: Sender;
  readonly receiver: Receiver;
  readonly board: ModemBoard;
  /** Modems that were told to ask again. */
  readonly woken: readonly string[];
  readonly dataDir: string;
  /** A modem tells its state; none is known to be up before. */
  modemIs(name: string, phase: ModemPhase): void;
  /** How often the queue was said to hold new work. */
  readonly wakes: () => number;
  /** A text arrives at `modem` and is read from its store; the PDUs that carried it. */
  arrive(from: string, text: string, modem?: string): readonly ReceivedPdu[];
}

const unknownModem = {
  problem: undefined,
  manufacturer: undefined,
  model: undefined,
  revision: undefined,
  imei: undefined,
  imsi: undefined,
  operator: undefined,
  registration: 'unknown',
  signalDbm: undefined,
  signal: undefined,
  technology: undefined,
  dialect: undefined,
  temperatureC: undefined,
  supplyMv: undefined,
  warning: undefined,
  simUsed: undefined,
  simTotal: undefined,
} as const;

const twoModems = `
[[modem]]
name = "main"
port = "/dev/main"
[[modem]]
name = "second"
port = "/dev/second"
`;

/** `toml` is added to a configuration with two modems, `main` and `second`, or with those that it has. */
export function openTestServices(
  toml = '',
  dataDir: string = temporaryDirectory(),
  clock: FakeClock = new FakeClock(new Date('2026-11-22T12:00:00.000Z')),
): TestServices {
  // Without a footer unless a test is about it: texts go out as they are given.
  const env = toml.includes('footer') ? {} : { STOPGATE_OPTOUT__FOOTER: 'false' };
  const modems = toml.includes('[[modem]]') ? '' : twoModems;
  const config = configOf(
    `${modems}
${toml}`,
    dataDir,
    env,
  );
  let wakes = 0;
  const onQueued = () => {
    wakes += 1;
  };
  const services = openServices(config, clock, onQueued);
  onTestFinished(() => services.store.close());
  const woken: string[] = [];
  const { board, sender, receiver } = wireModems(services, config, {
    clock: services.clock,
    log: silentLog,
    wake: (modem) => woken.push(modem),
    onQueued,
  });
  let reference = 0;
  // The network has a clock of its own, which nobody sets.
  const networkStartMs = Math.max(clock.now().getTime(), Date.UTC(2025, 0, 1));
  const startedMs = clock.monotonicMs();
  return {
    ...services,
    config,
    clock,
    steadyClock: services.clock,
    sender,
    receiver,
    board,
    woken,
    dataDir,
    modemIs(name, phase) {
      board.update({ ...unknownModem, name, port: `/dev/${name}`, phase });
    },
    wakes: () => wakes,
    arrive(from, text, modem = 'main') {
      reference = (reference + 1) % 256;
      const parts = encodeDeliver({
        from,
        text,
        timestamp: {
          utc: new Date(networkStartMs + clock.monotonicMs() - startedMs),
          offsetMinutes: 0,
        },
        concatReference: reference,
      });
      return parts.map(({ hex, tpduLength }) => {
        const pdu: ReceivedPdu = { modem, hex, tpduLength, route: 'stored' };
        receiver.receive(pdu);
        receiver.deleted(pdu);
        return pdu;
      });
    },
  };
}
