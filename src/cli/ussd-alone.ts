/**
 * One USSD question without a daemon: the modem as the daemon runs it, with nothing to send. What
 * has come in meanwhile is read and kept as ever, so that asking never loses a STOP.
 */
import { sleep } from '../clock.js';
import type { Config, ModemConfig } from '../config/config.js';
import type { UssdOutcome } from '../domain/ports.js';
import { silentLog } from '../log.js';
import type { SubmissionSource } from '../modem/ports.js';
import { wireModems } from '../modem-wiring.js';
import { askNetwork } from '../service/ussd.js';
import { keepDaemonAway, type Services } from '../services.js';
import type { CliContext } from './context.js';

const lookMs = 50;

/** Throws StoreError when a daemon was started meanwhile. */
export async function askAlone(
  { clock, stop }: CliContext,
  services: Services,
  config: Config,
  configured: ModemConfig,
  code: string,
  timeoutMs: number,
): Promise<UssdOutcome> {
  const release = keepDaemonAway(config);
  const [wake, onQueued] = [() => {}, () => {}];
  const { newModem } = wireModems(services, config, { clock, log: silentLog, wake, onQueued });
  const modem = newModem(configured, { source: nothingToSend });
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
