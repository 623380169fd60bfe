/**
 * Asks the network USSD codes: for the API, and for commands beside the daemon that leave a request
 * in the store. Owns what an answer means; neither codes nor texts are logged, since a code may be
 * worth money and an answer may hold a number.
 */
import type { Clock } from '../clock.js';
import type { Store, UssdOutcome } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { ModemStatus, UssdAnswer } from '../modem/ports.js';
import { decodeUssd } from '../sms/index.js';

/** What is needed of a modem. */
export interface UssdPort {
  readonly status: Pick<ModemStatus, 'phase' | 'problem'>;
  /** Never rejects; throws RangeError for a code that cannot be asked. */
  ussd(code: string, signal: AbortSignal): Promise<UssdAnswer>;
}

export interface UssdServiceOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The modem of this name; undefined where there is none. */
  readonly modem: (name: string) => UssdPort | undefined;
}

/** What may be dialled as a USSD code, or replied to the network's question (22.030 §6.5.2). */
export const ussdCode = /^[0-9*#]{1,160}$/;

/** Networks have been seen to take half a minute. */
export const ussdTimeoutMs = 60_000;

export class UssdService {
  readonly #options: UssdServiceOptions;
  readonly #closing = new AbortController();
  /** The last question to each modem, asked or waiting. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: UssdServiceOptions) {
    this.#options = options;
  }

  /** Asks, after what was asked there before. Never rejects. */
  ask(modem: string, code: string, timeoutMs: number = ussdTimeoutMs): Promise<UssdOutcome> {
    const before = this.#turns.get(modem) ?? Promise.resolve();
    const port = this.#options.modem(modem);
    if (port === undefined) {
      return Promise.resolve(failed('unknown_modem', `there is no modem "${modem}"`));
    }
    const deadlineMs = this.#options.clock.monotonicMs() + timeoutMs;
    const turn = before.then(() =>
      askNetwork(port, code, deadlineMs, this.#options.clock, this.#closing.signal),
    );
    this.#turns.set(modem, turn);
    return turn;
  }

  /** Asks what commands beside the daemon have left in the store since the last call. */
  takeRequests(): void {
    const { store, clock, log } = this.#options;
    const now = clock.now();
    store.ussd.prune(now.toISOString());
    for (const { id, modem, code, expiresAt } of store.ussd.take(now.toISOString())) {
      const leftMs = new Date(expiresAt).getTime() - now.getTime();
      void this.ask(modem, code, leftMs).then((outcome) => {
        log.info({ modem, outcome: outcome.kind }, 'the network was asked by USSD');
        try {
          store.ussd.settle(id, outcome);
        } catch (error) {
          store.noteFailure(error);
          log.error({ err: error, modem }, 'an answer to USSD could not be stored');
        }
      });
    }
  }

  /** Gives up all questions; resolves when none is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#turns.values());
  }
}

/** Asks one modem. Never rejects. */
export async function askNetwork(
  port: UssdPort,
  code: string,
  deadlineMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<UssdOutcome> {
  if (port.status.phase !== 'ready') {
    const why = port.status.problem ?? `it is ${port.status.phase}`;
    return failed('not_ready', `the modem is not ready: ${why}`);
  }
  // Others were asked before, for too long: nothing is begun that nobody waits for.
  if (signal.aborted || clock.monotonicMs() >= deadlineMs) return silent;
  const asking = new AbortController();
  const giveUp = () => asking.abort(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = clock.setTimer(Math.max(0, deadlineMs - clock.monotonicMs()), giveUp);
  try {
    return meaningOf(await port.ussd(code, asking.signal));
  } finally {
    timer.cancel();
    signal.removeEventListener('abort', giveUp);
  }
}

const silent = failed('no_answer', 'the network did not answer in time; it may when asked again');

function failed(
  code: Extract<UssdOutcome, { kind: 'failed' }>['code'],
  message: string,
): UssdOutcome {
  return { kind: 'failed', code, message };
}

function meaningOf(answer: UssdAnswer): UssdOutcome {
  const { status, problem } = answer;
  switch (status) {
    case 'done':
      return { kind: 'answered', status: 'final', text: textOf(answer) };
    case 'wants-reply':
      return { kind: 'answered', status: 'question', text: textOf(answer) };
    case 'terminated':
      return { kind: 'answered', status: 'ended', text: textOf(answer) };
    case 'not-supported':
      return failed('refused', 'the network does not know this code');
    case 'network-timeout':
    case 'no-answer':
    case 'canceled':
      return silent;
    case 'unavailable':
      return failed('not_ready', problem ?? 'the modem cannot be asked now');
    case 'refused': {
      // The rest of the sentence may hold the code.
      const [number] = /\+CM[ES] ERROR: \d+/.exec(problem ?? '') ?? [];
      const shown = number === undefined ? '' : ` (${number})`;
      return failed('refused', `the modem or the network refused the code${shown}`);
    }
    case 'other-client':
      return failed('refused', 'another program asks the network through this modem');
  }
}

/** A maker whose modems pack their answers is taken at its word; else the looks decide. */
function textOf({ text, hex, dcs, coding }: UssdAnswer): string | null {
  const isPacked = coding === 'packed' && hex !== undefined;
  return decodeUssd(isPacked ? { hex, dcs } : { text, dcs }) ?? null;
}
