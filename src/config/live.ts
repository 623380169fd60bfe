/**
 * What of a configuration can change while the daemon runs. Pure: a new configuration is laid over the
 * one that runs, and what has to wait for a restart is told by its name in the file.
 */
import type { Config, ModemConfig } from './config.js';

export interface Merged {
  /** To go on with: the new one, but for what cannot change. */
  readonly config: Config;
  /** Keys that have changed and are taken: `optout.brand`, `modem "main".per_minute`, `webhook`. */
  readonly taken: readonly string[];
  /** Keys that have changed and wait for a restart. */
  readonly needRestart: readonly string[];
}

const LIVE_OF_MODEM = ['per_minute', 'per_hour', 'prefixes', 'campaigns'];
const LIVE = new RegExp(
  `^(?:gateway\\.country|http\\.per_minute|(?:optout|send|retention)\\..+|webhook|modem "[^"]*"\\.(?:${LIVE_OF_MODEM.join('|')}))$`,
  'u',
);

/** Lays `next` over `running`. */
export function mergeConfig(running: Config, next: Config): Merged {
  const [before, after] = [valuesOf(running), valuesOf(next)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  const isWhole = (name: string) => modemsOf(running).has(name) && modemsOf(next).has(name);
  const moved = [...new Set([...modemsOf(running), ...modemsOf(next)])].filter(
    (modem) => !isWhole(modem),
  );
  const ofMoved = (name: string) => moved.some((modem) => name.startsWith(`${modem}.`));
  const { public: _public, ...rest } = next;
  return {
    config: {
      ...rest,
      gateway: { ...running.gateway, country: next.gateway.country },
      modems: running.modems.map((modem) => mergeModem(modem, next.modems)),
      http: { ...running.http, perMinute: next.http.perMinute },
      ...(running.public && { public: running.public }),
    },
    taken: changed.filter((name) => LIVE.test(name) && !ofMoved(name)),
    needRestart: [...changed.filter((name) => !LIVE.test(name) && !ofMoved(name)), ...moved],
  };
}

function mergeModem(running: ModemConfig, next: readonly ModemConfig[]): ModemConfig {
  const found = next.find(({ name }) => name === running.name);
  if (found === undefined) return running;
  const { prefixes: _prefixes, campaigns: _campaigns, ...fixed } = running;
  const { perMinute, perHour, prefixes, campaigns } = found;
  return {
    ...{ ...fixed, perMinute, perHour },
    ...(prefixes && { prefixes }),
    ...(campaigns && { campaigns }),
  };
}

function modemsOf({ modems }: Config): ReadonlySet<string> {
  return new Set(modems.map(({ name }) => `modem "${name}"`));
}

/** Each value as JSON, by its name in the file; lists and `[[webhook]]` as a whole. */
function valuesOf(config: Config): ReadonlyMap<string, string> {
  const { gateway, http, optout, send, retention, webhooks, modems } = config;
  const tables = Object.entries({ gateway, http, public: config.public, optout, send, retention });
  return new Map([
    ...tables.flatMap(([table, keys]) => entriesOf(table, keys ?? {})),
    ['webhook', JSON.stringify(webhooks)],
    ...modems.flatMap(({ name, ...keys }) => entriesOf(`modem "${name}"`, keys)),
  ]);
}

function entriesOf(table: string, keys: object): [string, string][] {
  return Object.entries(keys).map(([key, value]) => [
    `${table}.${key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`,
    JSON.stringify(value),
  ]);
}

/** A configuration whose parts are always those of `current()`. */
export function liveConfig(current: () => Config): Config {
  const fixed = current().public;
  return {
    ...(fixed && { public: fixed }),
    get gateway() {
      return current().gateway;
    },
    get modems() {
      return current().modems;
    },
    get http() {
      return current().http;
    },
    get optout() {
      return current().optout;
    },
    get send() {
      return current().send;
    },
    get webhooks() {
      return current().webhooks;
    },
    get retention() {
      return current().retention;
    },
    get warnings() {
      return current().warnings;
    },
  };
}
