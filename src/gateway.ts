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
import type { Store } from './domain/ports.js';
import { createApi } from './http/api.js';
import { createPages } from './http/pages/pages.js';
import { apiLimits, type HttpServer, publicLimits, serve } from './http/server.js';
import type { Modem } from './modem/modem.js';
import type { Connect } from './modem/transport.js';
import { wireModems } from './modem-wiring.js';
import { ClockWatch } from './service/clock-watch.js';
import { LinkOptOut } from './service/link-opt-out.js';
import { OptOutCodes } from './service/opt-out-codes.js';
import { Retention } from './service/retention.js';
import { StoreWatch } from './service/store-watch.js';
import { UssdService } from './service/ussd.js';
import { standstillOf, summaryOf } from './service/vitals.js';
import { Webhooks } from './service/webhooks.js';
import { openServices, type Services } from './services.js';
import { lockInstance } from './store/instance-lock.js';
import { StoreError } from './store/store-error.js';

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
  const { config, log } = options;
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
    const webhooks = new Webhooks({ store, clock, log, endpoints: config.webhooks });
    webhooks.giveUpRemoved();
    const { messageDays } = config.retention;
    const retention = new Retention({ store, clock, log, messageDays });

    const { country } = config.gateway;
    const modemNamed = (name: string) => modems.find(({ status }) => status.name === name);
    const ussd = new UssdService({ store, clock, log, modem: modemNamed });
    const requestsPerMinute = config.http.perMinute;
    const api = createApi({
      ...{ ...services, modems: board, ussd },
      ...{ log, country, requestsPerMinute, clockProblem: () => clockWatch.problem },
    });
    const server = await serve(
      (request, env) => api.fetch(request, env as object),
      config.http.listen,
      { clock, limits: apiLimits, setting: 'http.listen' },
    );
    log.info({ address: server.address }, 'listening');
    const pages = await servePages(options, services).catch(async (error: unknown) => {
      await server.close(0);
      throw error;
    });

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
      address: server.address,
      publicAddress: pages?.address,
      services,
      standstill: () => standstillOf(vitals),
      summary: () => summaryOf(vitals),
      async stop() {
        stopWatching();
        stopLooking();
        stopCalling();
        stopHousekeeping();
        await Promise.all([ussd.close(), webhooks.close(), retention.close()]);
        await Promise.all([server.close(httpGraceMs), pages?.close(httpGraceMs)]);
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

/** Serves the opt-out pages, where the configuration has them, apart from the API and its clients. */
async function servePages(
  { config, log }: GatewayOptions,
  { clock, store, consent, outbox, links: optOutLinks }: Services,
): Promise<HttpServer | undefined> {
  if (config.public === undefined) return undefined;
  const { listen, baseUrl } = config.public;
  const { brand, languages, scope } = config.optout;
  const links = new LinkOptOut({ links: optOutLinks, consent, clock, languages, scope });
  const { country } = config.gateway;
  const codes = new OptOutCodes({ store, consent, outbox, clock, country });
  const pages = createPages({ store, links, codes, clock, log, brand, languages, baseUrl });
  const server = await serve((request, env) => pages.fetch(request, env as object), listen, {
    clock,
    limits: publicLimits,
    setting: 'public.listen',
  });
  log.info({ address: server.address, baseUrl }, 'opt-out pages are listening');
  return server;
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
