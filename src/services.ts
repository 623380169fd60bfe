/**
 * Wires the store and the services over a configuration: for the daemon, and for commands that work
 * on the same database beside it. Starts nothing.
 */
import { type Clock, SteadyClock } from './clock.js';
import type { Config } from './config/config.js';
import type { Store } from './domain/ports.js';
import { newId } from './ids.js';
import { ApiKeyService } from './service/api-keys.js';
import { ConsentService } from './service/consent.js';
import { Measurements } from './service/measurements.js';
import { OptOutLinks } from './service/opt-out-links.js';
import { Outbox } from './service/outbox.js';
import { ReplyService } from './service/replies.js';
import { ReviewService } from './service/reviews.js';
import { isInstanceRunning, lockInstance } from './store/instance-lock.js';
import { isOwnFile } from './store/own-files.js';
import { type SetAsideResult, setDatabaseAside } from './store/set-aside.js';
import { type Examination, examineDatabase } from './store/soundness.js';
import { openStore } from './store/store.js';

export interface Services {
  readonly measurements: Measurements;
  /** The time of day by which they go; the machine's may be set at any moment. */
  readonly clock: SteadyClock;
  readonly store: Store;
  readonly consent: ConsentService;
  readonly outbox: Outbox;
  readonly replies: ReplyService;
  readonly links: OptOutLinks;
  readonly reviews: ReviewService;
  readonly keys: ApiKeyService;
}

/** Whether `file` is the database or belongs to it, so that nothing else may be written there. */
export function isDataFile(config: Config, file: string): boolean {
  return isOwnFile(config.gateway.dataDir, file);
}

/** Whether a daemon works on this configuration's data now. */
export function isDaemonRunning(config: Config): boolean {
  return isInstanceRunning(config.gateway.dataDir);
}

/**
 * Keeps a daemon from starting on this configuration's data until the answer is called; throws
 * StoreError when one runs.
 */
export function keepDaemonAway(config: Config): () => void {
  return lockInstance(config.gateway.dataDir);
}

/** Looks at the whole database file and changes nothing; throws StoreError when there is none. */
export function examineData(config: Config): Examination {
  return examineDatabase(config.gateway.dataDir);
}

/** Puts a damaged database aside and a new one in its place; throws StoreError while a daemon runs. */
export function setDataAside(config: Config, clock: Clock, acceptLoss: boolean): SetAsideResult {
  const { dataDir, name } = config.gateway;
  return setDatabaseAside({
    dataDir,
    gatewayName: name,
    newEventId: () => newId('ev', clock),
    now: clock.now(),
    acceptLoss,
  });
}

/**
 * Opens the store in `gateway.data_dir`; throws StoreError. `onQueued`: the queue may hold new work. Of
 * what can change while the daemon runs nothing is kept: `config` is asked each time.
 */
export function openServices(config: Config, machine: Clock, onQueued: () => void): Services {
  let clock = new SteadyClock(machine);
  const measurements = new Measurements();
  const store = openStore({
    dataDir: config.gateway.dataDir,
    gatewayName: config.gateway.name,
    newEventId: () => newId('ev', clock),
    now: () => clock.now().toISOString(),
    webhooks: {
      subscriptions: config.webhooks,
      newId: () => newId('wh', clock),
      now: () => clock.now().toISOString(),
    },
    stopwatch: {
      monotonicMs: () => machine.monotonicMs(),
      onWritten: (seconds) => measurements.transactionSeconds.observe(seconds),
    },
  });
  clock = new SteadyClock(machine, store.lastWrittenAt);
  const consent = new ConsentService({
    store,
    clock,
    get transactionalPasses() {
      return config.optout.transactionalPasses;
    },
  });
  const links = new OptOutLinks({ store, clock, baseUrl: config.public?.baseUrl });
  const outbox = new Outbox({
    store,
    consent,
    clock,
    get country() {
      return config.gateway.country;
    },
    get modems() {
      return config.modems;
    },
    get statusReports() {
      return config.send.reports;
    },
    get textSettings() {
      return { ...config.send, ...config.optout };
    },
    links,
    onQueued,
  });
  const replies = new ReplyService({
    store,
    consent,
    outbox,
    clock,
    doubtSince: () => clock.doubtSince,
    get match() {
      return config.optout;
    },
    get brand() {
      return config.optout.brand;
    },
    get helpText() {
      return config.optout.helpText;
    },
    get scope() {
      return config.optout.scope;
    },
  });
  const reviews = new ReviewService({ store, consent, replies, clock, onQueued });
  const keys = new ApiKeyService({ store, clock });
  return { clock, measurements, store, consent, outbox, replies, links, reviews, keys };
}
