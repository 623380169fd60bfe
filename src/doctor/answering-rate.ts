/**
 * Finds the rate at which a modem answers `AT`. Owns the channel of the rate that does, until it
 * hands it over.
 */
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { AtChannel } from '../modem/at-channel.js';
import { AtError } from '../modem/at-error.js';
import type { Connect } from '../modem/transport.js';

export interface RateSearch {
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the search. */
  readonly signal: AbortSignal;
  readonly connect: (baud: number) => Connect;
}

/** `channel` has been listened to and answered last at `baud`; closing it is the caller's. */
export interface Answering {
  readonly baud: number;
  readonly channel: AtChannel;
}

/** What modems are set to when they are not at 115,200, the most usual first. */
export const USUAL_RATES: readonly number[] = [
  115_200, 9_600, 57_600, 38_400, 19_200, 230_400, 460_800, 921_600,
];

const OPEN_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 1_500;
const PAUSE_MS = 200;

/**
 * The first of `rates` at which there is an answer, or undefined. Rejects with TransportError when
 * the port cannot be opened.
 */
export async function findAnsweringRate(
  search: RateSearch,
  rates: readonly number[],
): Promise<Answering | undefined> {
  for (const baud of rates) {
    const channel = await open(search, baud);
    if (await answers(search, channel)) return { baud, channel };
    await channel.close();
    if (search.signal.aborted) return undefined;
  }
  return undefined;
}

async function open({ clock, log, connect, signal }: RateSearch, baud: number): Promise<AtChannel> {
  const opening = new AbortController();
  const giveUp = () => opening.abort(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = clock.setTimer(OPEN_TIMEOUT_MS, giveUp);
  try {
    const channel = new AtChannel(await connect(baud)(opening.signal), { clock, log });
    channel.listen(() => undefined);
    return channel;
  } finally {
    timer.cancel();
    signal.removeEventListener('abort', giveUp);
  }
}

/**
 * The modem may be at a prompt (ESC), and one that sets its rate by what it hears (SIM800) needs an
 * `AT` that is lost on it first.
 */
async function answers({ clock, signal }: RateSearch, channel: AtChannel): Promise<boolean> {
  for (const unheard of ['\x1b\r', 'AT\r']) {
    await channel.writeBlindly(unheard);
    await sleep(clock, PAUSE_MS, signal);
  }
  try {
    await channel.command({ text: 'AT', timeoutMs: ANSWER_TIMEOUT_MS });
    return true;
  } catch (error) {
    if (error instanceof AtError) return false;
    throw error;
  }
}
