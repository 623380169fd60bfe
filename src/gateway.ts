/**
 * The daemon: starts its parts in order and stops them in the reverse one. Correctness never depends
 * on a clean stop; see the invariants in `claims.ts`, `sender.ts` and `receiver.ts`.
 *
 *    applications          recipients' browsers              operator's commands
 *         | HTTP                  | HTTP, a listener apart           |
 *      http/api               http/pages                             |
 *         |                       |                                  |
 *         '------ Outbox ---------+--- messages --.                  |
 *         |          |            |                \                 |
 *         |    ConsentService ----'--- ledger ----- SQLite <---------'
 *         |          |                             /   '--- events --- Webhooks --- applications
 *         |     ReplyService                      /
 *         |          |                           /
 *         |      Receiver          Sender ------'      gate: check and claim are one transaction
 *         |          ^                |
 *         |     received PDU          |  next part, when the modem is idle and has read all it holds
 *         |          |                v
 *      ModemBoard <--- Modem --- AT channel --- serial port or TCP --- network
 */
import type { Logger } from 'pino';
import type { Clock, Timer } from './clock.js';
import type { Config, ModemConfig } from './config/config.js';
import { liveConfig, type Merged, mergeConfig } from './config/live.js';
import type { Store } from './domain/ports.js';
import { listen } from './listeners.js';
import type { Modem } from './modem/modem.js';
import type { Connect } from './modem/transport.js';
import { wireModems } from './modem-wiring.js';
import { ClockWatch } from './service/clock-watch.js';
import { Retention } from './service/retention.js';
import { StoreWatch } from './service/store-watch.js';
import { UssdService } from './service/ussd.js';
import { standstillOf, summaryOf } from './service/vitals.js';
import { Webhooks } from './service/webhooks.js';
import { openServices, type Services } from './services.js';
import { lockInstance } from './store/instance-lock.js';
import { StoreError } from './store/store-error.js';
import { clearWorkshops } from './store/workshop.js';

export interface GatewayOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** How a modem's port is opened; the demo opens a simulated one. */
  readonly connect?: (modem: ModemConfig) => Connect;
}

export interface Gateway {
  /** Where the API listens. */
  readonly address: string;
  /** Where the opt-out pages listen; undefined where there are none. */
  readonly publicAddress: string | undefined;
  readonly services: Services;
  /** What of the work does not move, in words; undefined while all of it does. */
  standstill(): string | undefined;
  /** How the modems and the queue are, in one line. */
  summary(): string;
  /**
   * Goes on with another configuration, as far as that can change now: as a whole, or, when this
   * rejects, not at all. One at a time.
   */
  reload(next: Config): Promise<Omit<Merged, 'config'>>;
  /** Ends within ten seconds; a submission under way is waited for and settled. */
  stop(): Promise<void>;
}

/** How soon what another process wrote is noticed; 250 ms are promised. */
const lookMs = 150;
const housekeepingMs = 10 * 60_000;
const watchMs = 1_000;
const httpGraceMs = 1_000;
const submitGraceMs = 8_000;

/** Starts the daemon; rejects when the store or the API's address cannot be had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log } = options;
  let current = options.config;
  const config = liveConfig(() => current);
  const modems: Modem[] = [];
  // One that cannot send asks by itself as soon as it can, and is better left to its own pauses.
  const wakeModems = () => {
    for (const modem of modems) if (modem.status.phase === 'ready') modem.wake();
  };

  const services = openServices(config, options.clock, wakeModems);
  const { store, clock } = services;
  let unlock = () => {};
  try {
    unlock = lockInstance(config.gateway.dataDir);
    clearWorkshops(config.gateway.dataDir);
    store.requireSound();
    const clockWatch = new ClockWatch({ store, clock, log, onLeap: wakeModems });
    const { board, sender, receiver, newModem } = wireModems(services, config, {
      clock,
      log,
      wake: (name) => modems.find((modem) => modem.status.name === name)?.wake(),
      onQueued: wakeModems,
    });
    store.modems.retain(config.modems.map((modem) => modem.name));
    const recovered = sender.recover();
    if (recovered > 0) {
      log.warn(
        { parts: recovered },
        'stopped in the middle of sending last time; these are unconfirmed',
      );
    }
    sender.reroute();
    const webhooks = new Webhooks({
      ...{ store, clock, log, endpoints: config.webhooks },
      measurements: services.measurements,
    });
    webhooks.giveUpRemoved();
    const retention = new Retention({
      store,
      clock,
      log,
      get messageDays() {
        return config.retention.messageDays;
      },
    });

    const modemNamed = (name: string) => modems.find(({ status }) => status.name === name);
    const ussd = new UssdService({ store, clock, log, modem: modemNamed });
    const clockProblem = () => clockWatch.problem;
    const listeners = await listen({ config, services, log, modems: board, ussd, clockProblem });

    for (const modem of config.modems) {
      modems.push(newModem(modem, { connect: options.connect?.(modem) }));
    }
    for (const modem of modems) modem.start();
    const vitals = { store, board, modems: () => modems };

    const lookAtQueue = () => {
      sender.expire();
      const due = store.messages.nextDueAt();
      const isDue = due !== undefined && due <= clock.now().toISOString();
      const isChanged = store.changedElsewhere();
      if (isChanged) ussd.takeRequests();
      if (isChanged || isDue) wakeModems();
    };
    const keepHouse = () => {
      receiver.takeOverdueParts();
      // Not at the start: a machine that woke with a wrong clock needs minutes to learn the time.
      retention.begin();
    };
    receiver.takeOverdueParts();
    const teller = { log, store };
    const stopLooking = every(clock, lookMs, told(teller, 'cannot look at the queue', lookAtQueue));
    const lookAtWebhooks = told(teller, 'cannot look for webhooks to be called', () =>
      webhooks.look(),
    );
    const stopCalling = every(clock, lookMs, lookAtWebhooks);
    const stopHousekeeping = every(
      clock,
      housekeepingMs,
      told(teller, 'cannot keep the database in order', keepHouse),
    );

    const storeWatch = new StoreWatch({ store, clock, log, onUsable: wakeModems });
    const lookAtClock = told(teller, 'cannot follow the clock of the machine', () =>
      clockWatch.look(),
    );
    const stopWatching = every(clock, watchMs, () => {
      storeWatch.look();
      lookAtClock();
    });

    return {
      address: listeners.address,
      publicAddress: listeners.publicAddress,
      services,
      standstill: () => standstillOf(vitals),
      summary: () => summaryOf(vitals),
      async reload(next) {
        const { config: merged, taken, needRestart } = mergeConfig(current, next);
        const before = current;
        const take = () =>
          store.transaction(() => {
            current = merged;
            store.webhooks.subscribe(config.webhooks);
            sender.settingsChanged();
          });
        try {
          if (taken.includes('webhook')) await webhooks.replace(merged.webhooks, take);
          else take();
        } catch (error) {
          current = before;
          throw error;
        }
        listeners.renew();
        wakeModems();
        return { taken, needRestart };
      },
      async stop() {
        stopWatching();
        stopLooking();
        stopCalling();
        stopHousekeeping();
        await Promise.all([ussd.close(), webhooks.close(), retention.close()]);
        await listeners.close(httpGraceMs);
        const hurry = new AbortController();
        const timer = clock.setTimer(submitGraceMs, () => hurry.abort());
        await Promise.all(modems.map((modem) => modem.stop(hurry.signal)));
        timer.cancel();
        sender.close();
        unlock();
        store.close();
      },
    };
  } catch (error) {
    unlock();
    const failure = error instanceof StoreError ? undefined : store.noteFailure(error);
    store.close();
    throw failure ? new StoreError(failure.what, { cause: error, failure }) : error;
  }
}

/** `work` whose failure is logged, once until it works again; that of the store is its watch's to tell. */
function told(
  { log, store }: { readonly log: Logger; readonly store: Store },
  what: string,
  work: () => void,
): () => void {
  let failed = false;
  return () => {
    try {
      work();
      failed = false;
    } catch (error) {
      const isTold = failed || store.noteFailure(error) !== undefined;
      log[isTold ? 'debug' : 'error']({ err: error }, what);
      failed = true;
    }
  };
}

/** Calls `work` every `periodMs` until the answer is called. */
function every(clock: Clock, periodMs: number, work: () => void): () => void {
  let timer: Timer;
  const again = () => {
    work();
    timer = clock.setTimer(periodMs, again);
  };
  timer = clock.setTimer(periodMs, again);
  return () => timer.cancel();
}
