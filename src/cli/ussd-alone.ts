/**
 * One USSD question without a daemon: the modem as the daemon runs it, with nothing to send. What
 * has come in meanwhile is read and kept as ever, so that asking never loses a STOP.
 */
import { sleep } from '../clock.js';
import type { Config, ModemConfig } from '../config/config.js';
import type { UssdOutcome } from '../domain/ports.js';
import { silentLog } from '../log.js';
import { connectTo } from '../modem/connect.js';
import { Modem } from '../modem/modem.js';
import type { SubmissionSource } from '../modem/ports.js';
import { ModemBoard } from '../service/modem-board.js';
import { Receiver } from '../service/receiver.js';
import { Sender } from '../service/sender.js';
import { askNetwork } from '../service/ussd.js';
import { keepDaemonAway, type Services } from '../services.js';
import type { CliContext } from './context.js';

const lookMs = 50;

/** Throws StoreError when a daemon was started meanwhile. */
export async function askAlone(
  { clock, stop }: CliContext,
  { store, consent, replies }: Services,
  config: Config,
  { name, port, baud, pin, pollSeconds, init, dialect, writePauseMs }: ModemConfig,
  code: string,
  timeoutMs: number,
): Promise<UssdOutcome> {
  const release = keepDaemonAway(config);
  const log = silentLog;
  const { modems } = config;
  const board = new ModemBoard({ store, clock, log, modems });
  const { retryUnconfirmed } = config.send;
  const sender = new Sender({
    store,
    consent,
    clock,
    log,
    retryUnconfirmed,
    modems,
    downFor: (modem) => board.downForMs(modem),
    wake: () => {},
  });
  const { country } = config.gateway;
  const onQueued = () => {};
  const modem = new Modem({
    name,
    port,
    connect: connectTo(port, baud),
    pin,
    pinMemory: board.pinMemory(name),
    pollSeconds,
    init,
    dialect,
    ...(writePauseMs > 0 && { pacing: { chunk: 16, pauseMs: writePauseMs } }),
    clock,
    log,
    source: nothingToSend,
    inbox: new Receiver({ store, replies, sender, clock, log, country, onQueued }),
    onStatus: (status) => board.update(status),
  });
  const endMs = clock.monotonicMs() + timeoutMs;
  modem.start();
  try {
    // A modem that connects or registers is waited for; what it lacks is told where that is vain.
    const mayGetReady = () => !['ready', 'down'].includes(modem.status.phase);
    while (mayGetReady() && clock.monotonicMs() < endMs && !stop.aborted) {
      await sleep(clock, lookMs, stop);
    }
    return await askNetwork(modem, code, endMs, clock, stop);
  } finally {
    await modem.stop();
    release();
  }
}

const nothingToSend: SubmissionSource = {
  next: () => undefined,
  mayProceed: () => false,
  settle: () => undefined,
  settleLate: () => undefined,
};
