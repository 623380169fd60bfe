/**
 * Finds the rate of a serial line by trying (row 22): modems that detect the rate by themselves
 * hang on the first bytes, so a fixed one has to be known. Leaves nothing open.
 */
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { AtChannel } from './at-channel.js';
import { AtError } from './at-error.js';
import type { Connect } from './transport.js';

/** Bits a second, the likeliest first. */
export const USUAL_RATES: readonly number[] = [
  115_200, 9_600, 19_200, 38_400, 57_600, 230_400, 460_800, 921_600,
];

export interface FindRateOptions {
  /** Opens the port at a rate. */
  readonly connectAt: (rate: number) => Connect;
  readonly clock: Clock;
  readonly log: Log;
  /** Gives up when it aborts. */
  readonly signal: AbortSignal;
  readonly rates?: readonly number[];
}

/** The line takes a moment to settle after it was opened at another rate. */
const SETTLE_MS = 100;
const ANSWER_TIMEOUT_MS = 1_000;
const TRIES = 2;

/**
 * The first rate at which `AT` is answered with OK; undefined when none is.
 * @throws TransportError when the port cannot be opened
 */
export async function findRate(options: FindRateOptions): Promise<number | undefined> {
  for (const rate of options.rates ?? USUAL_RATES) {
    if (options.signal.aborted) return undefined;
    if (await answersAt(rate, options)) return rate;
  }
  return undefined;
}

async function answersAt(
  rate: number,
  { connectAt, clock, log, signal }: FindRateOptions,
): Promise<boolean> {
  const transport = await connectAt(rate)(signal);
  const channel = new AtChannel(transport, { clock, log });
  const giveUp = () => void channel.close();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    channel.listen(() => undefined);
    // Ends what noise of the last rate has left of a line, and a prompt.
    await channel.writeBlindly('\x1b\r');
    await sleep(clock, SETTLE_MS, channel.signal);
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (await answers(channel)) return true;
    }
    return false;
  } finally {
    signal.removeEventListener('abort', giveUp);
    await channel.close();
  }
}

async function answers(channel: AtChannel): Promise<boolean> {
  try {
    await channel.probe(ANSWER_TIMEOUT_MS);
    return true;
  } catch (error) {
    if (error instanceof AtError) return false;
    throw error;
  }
}
