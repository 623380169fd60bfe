/**
 * Finds the rate of a serial line by trying (row 22): modems that detect the rate by themselves
 * hang on the first bytes, so a fixed one has to be known. Owns the channel of the rate that is
 * answered, until it hands it over.
 */
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { AtChannel } from './at-channel.js';
import { AtError } from './at-error.js';
import { type Connect, openWithin } from './transport.js';

export interface RateSearch {
  /** Opens the port at a rate, in bits a second. */
  readonly connectAt: (rate: number) => Connect;
  /** In the order in which they are tried. */
  readonly rates: readonly number[];
  readonly clock: Clock;
  readonly log: Log;
  /** Gives up when it aborts. */
  readonly signal: AbortSignal;
}

/** `channel` has been listened to and answered last, at `rate`; closing it is the caller's. */
export interface AnsweringLine {
  readonly rate: number;
  readonly channel: AtChannel;
}

/** What modems are set to when they are not at 115,200, the most usual first. */
export const USUAL_RATES: readonly number[] = [
  115_200, 9_600, 57_600, 38_400, 19_200, 230_400, 460_800, 921_600,
];

const OPEN_TIMEOUT_MS = 10_000;
/** The line takes a moment to settle after it was opened at another rate. */
const SETTLE_MS = 200;
const ANSWER_TIMEOUT_MS = 1_500;

/**
 * The line at the first rate at which `AT` is answered with OK; undefined when there is none.
 * Rejects with TransportError when the port cannot be opened.
 */
export async function findRate(search: RateSearch): Promise<AnsweringLine | undefined> {
  for (const rate of search.rates) {
    if (search.signal.aborted) return undefined;
    const transport = await openWithin(OPEN_TIMEOUT_MS, search.connectAt(rate), search);
    const channel = new AtChannel(transport, search);
    if (await answers(channel, search)) return { rate, channel };
    await channel.close();
  }
  return undefined;
}

/**
 * The modem may be at a prompt, or noise of the last rate may have left it half a line (ESC); and
 * one that sets its rate by what it hears (SIM800) needs an `AT` that is lost on it first.
 */
async function answers(channel: AtChannel, { clock, signal }: RateSearch): Promise<boolean> {
  const giveUp = () => void channel.close();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    channel.listen(() => undefined);
    for (const unheard of ['\x1b\r', 'AT\r']) {
      await channel.writeBlindly(unheard);
      await sleep(clock, SETTLE_MS, channel.signal);
    }
    await channel.probe(ANSWER_TIMEOUT_MS);
    return true;
  } catch (error) {
    if (error instanceof AtError) return false;
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
