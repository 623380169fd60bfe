/**
 * Counts the bytes on their way between a driver and the simulated modem, so that a test with a
 * clock of its own moves time only while the line is at rest. What is on a real pseudo-terminal
 * takes real time: without this, deadlines would pass while an answer is still in the kernel.
 */
import { sleep, systemClock } from '../../src/clock.js';
import type { Connect, Transport } from '../../src/modem/transport.js';
import type { Attachable, SimulatorLine } from '../../src/simulator/index.js';

/** Turns of the event loop without anything new, after which the line is at rest. */
const TURNS_AT_REST = 10;
const LIMIT_MS = 10_000;

export class LineMeter {
  #toModem = 0;
  #fromModem = 0;
  /** Calls whose end is still to come: opening, writing, closing. */
  #underWay = 0;
  #open: Transport | undefined;
  #said = '';
  #attached: boolean = false;

  /** All that the modem has written, line ends and all. */
  get said(): string {
    return this.#said;
  }

  /** The modem with its lines counted. */
  meterModem(modem: Attachable): Attachable {
    const attach = (line: SimulatorLine) => {
      const { unplug, rate } = line;
      const detach = modem.attach({
        write: (bytes) => {
          this.#fromModem += bytes.length;
          this.#said += Buffer.from(bytes).toString('latin1');
          line.write(bytes);
        },
        onData: (listener) =>
          line.onData((bytes) => {
            this.#toModem = Math.max(0, this.#toModem - bytes.length);
            listener(bytes);
          }),
        ...(unplug !== undefined && { unplug: () => unplug() }),
        ...(rate !== undefined && { rate: () => rate() }),
      });
      this.#attached = true;
      return () => {
        this.#attached = false;
        detach();
      };
    };
    return {
      attach,
      get attached() {
        return modem.attached;
      },
    };
  }

  /** The driver's connections, counted. */
  meterConnect(connect: Connect): Connect {
    return (signal) =>
      this.#during(async () => {
        const transport = await connect(signal);
        this.#toModem = 0;
        this.#fromModem = 0;
        this.#open = transport;
        return this.#meterTransport(transport);
      });
  }

  /** Resolves when all that was said has been heard; rejects when that never happens. */
  async atRest(): Promise<void> {
    const endMs = systemClock.monotonicMs() + LIMIT_MS;
    for (let turn = 0, still = 0; still < TURNS_AT_REST; turn += 1) {
      // Other threads move the bytes: after a while they are left to it.
      await (turn < 200 ? nextTurn() : sleep(systemClock, 1));
      still = this.#isAtRest() ? still + 1 : 0;
      if (systemClock.monotonicMs() > endMs) {
        throw new Error(
          `the line is not at rest after ${LIMIT_MS} ms: ${this.#toModem} bytes to the modem, ` +
            `${this.#fromModem} from it, ${this.#underWay} calls under way`,
        );
      }
    }
  }

  #meterTransport(transport: Transport): Transport {
    const ended = () => {
      if (this.#open === transport) this.#open = undefined;
    };
    return {
      write: (bytes) => {
        this.#toModem += bytes.length;
        return this.#during(() => transport.write(bytes));
      },
      onData: (listener) =>
        transport.onData((bytes) => {
          this.#fromModem = Math.max(0, this.#fromModem - bytes.length);
          listener(bytes);
        }),
      onClose: (listener) =>
        transport.onClose((error) => {
          ended();
          listener(error);
        }),
      close: () => this.#during(() => transport.close()).finally(ended),
    };
  }

  async #during<T>(call: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await call();
    } finally {
      this.#underWay -= 1;
    }
  }

  #isAtRest(): boolean {
    if (this.#underWay > 0) return false;
    // Without a connection nobody waits; with one whose modem is gone, the driver is about to hear.
    if (this.#open === undefined) return true;
    return this.#attached && this.#toModem === 0 && this.#fromModem === 0;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
