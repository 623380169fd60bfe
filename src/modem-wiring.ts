/**
 * Wires modems to the services of a configuration, both ways: for the daemon, and for a command that
 * runs one by itself. Starts nothing.
 */
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import type { Config, ModemConfig } from './config/config.js';
import { connectTo } from './modem/connect.js';
import { Modem } from './modem/modem.js';
import type { SubmissionSource } from './modem/ports.js';
import type { Connect } from './modem/transport.js';
import { ModemBoard } from './service/modem-board.js';
import { pinMemoryOf } from './service/pin-memory.js';
import { Receiver } from './service/receiver.js';
import { Sender } from './service/sender.js';
import type { Services } from './services.js';

export interface ModemSurroundings {
  readonly clock: Clock;
  readonly log: Logger;
  /** The modem of that name may have new work. */
  readonly wake: (name: string) => void;
  /** Any modem may: the queue has changed. */
  readonly onQueued: () => void;
}

export interface ModemWiring {
  readonly board: ModemBoard;
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** A modem as configured, not started. `parts` takes the place of its port, or of its work. */
  newModem(
    modem: ModemConfig,
    parts?: { readonly connect?: Connect | undefined; readonly source?: SubmissionSource },
  ): Modem;
}

/** Octets between two pauses where the configuration wants some: the FIFO of a 16550. */
const PACED_OCTETS = 16;

export function wireModems(
  { clock: steadyClock, store, consent, replies, measurements }: Services,
  config: Config,
  { clock, log, wake, onQueued }: ModemSurroundings,
): ModemWiring {
  const board = new ModemBoard({
    store,
    clock,
    log,
    get modems() {
      return config.modems;
    },
  });
  const sender = new Sender({
    store,
    consent,
    measurements,
    clock,
    log,
    get retryUnconfirmed() {
      return config.send.retryUnconfirmed;
    },
    get modems() {
      return config.modems;
    },
    downFor: (name) => board.downForMs(name),
    doubtSince: () => steadyClock.doubtSince,
    wake,
  });
  const receiver = new Receiver({
    store,
    replies,
    sender,
    clock,
    log,
    get country() {
      return config.gateway.country;
    },
    onQueued,
  });
  return {
    board,
    sender,
    receiver,
    newModem(modem, { connect, source = sender } = {}) {
      const { name, port, baud, pin, pollSeconds, dialect, init, writePauseMs } = modem;
      return new Modem({
        name,
        port,
        connect: connect ?? connectTo(port, baud),
        pin,
        pinMemory: pinMemoryOf(store.modems, name),
        pollSeconds,
        dialect,
        pacing: writePauseMs > 0 ? { chunk: PACED_OCTETS, pauseMs: writePauseMs } : undefined,
        init,
        clock,
        log: log.child({ modem: name }),
        source,
        inbox: receiver,
        onStatus: (status) => board.update(status),
      });
    },
  };
}
