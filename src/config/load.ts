/**
 * From a file's name and an environment to a frozen `Config`, or every fault at once.
 * Reads nothing but what is handed in: no process, no file system.
 */
import { dirname, resolve } from 'node:path';
import { parse, TomlError, type TomlTableWithoutBigInt } from 'smol-toml';
import type { Config } from './config.js';
import { applyEnvironment, type Environment } from './environment.js';
import { ConfigError, valueAt } from './faults.js';
import { isLocal } from './listen.js';
import { type CheckedFile, NAME, schema } from './schema.js';
import { type ReadFile, reasonOf, resolveSecrets } from './secrets.js';
import { validate } from './validate.js';
import { webhookWarnings } from './webhook-warnings.js';

export interface ConfigSource {
  /** The configuration file; other paths in it are relative to its directory. */
  readonly file: string;
  readonly env: Environment;
  /** This machine's name, for a gateway that has none. */
  readonly hostName: string;
  readonly readFile: ReadFile;
  /** False: credentials of the service that are not there are told in the warnings; true by default. */
  readonly needsSecrets?: boolean;
}

/** Throws {@link ConfigError} with every fault: in the file, in variables, in files of secrets. */
export function loadConfig(source: ConfigSource): Config {
  const { file, env } = source;
  const root = readToml(source);
  const { faults, variables } = applyEnvironment(root, schema, env);
  const { needsSecrets = true } = source;
  const { faults: unread, notes } = resolveSecrets(root, { ...source, needsSecrets });
  const result = validate(root);
  const invalid = 'faults' in result ? result.faults : [];
  // A secret whose file could not be read is one fault, not two.
  const isUnread = (path: string) => unread.some((fault) => fault.path === path);
  faults.push(...unread, ...invalid.filter(({ path }) => !isUnread(path)));
  if (faults.length > 0 || 'faults' in result) {
    const told = faults.map(({ path, message }) => {
      const variable = variables.get(path);
      return { path, message: variable === undefined ? message : `${message} (from ${variable})` };
    });
    throw new ConfigError(file, told);
  }
  const config = toConfig(result.checked, root, source);
  const absent = notes.map(({ path, message }) => `${path}: ${message}`);
  return freeze({ ...config, warnings: [...config.warnings, ...absent] });
}

function readToml({ file, readFile }: ConfigSource): TomlTableWithoutBigInt {
  let text: string;
  try {
    text = readFile(file);
  } catch (cause) {
    const message = `cannot be read: ${reasonOf(cause)}; "stopgate init" makes one, or name another with --config`;
    throw new ConfigError(file, [{ path: file, message }], { cause });
  }
  try {
    return parse(text.replace(/^\ufeff/u, ''), { unsafeKeyBehaviour: 'throw' });
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    // The rest of its message is an excerpt, and might show a secret.
    const what = cause.message.split('\n', 1)[0]?.replace('Invalid TOML document: ', '');
    const message = `not TOML at line ${cause.line}, column ${cause.column}: ${what}`;
    throw new ConfigError(file, [{ path: file, message }], { cause });
  }
}

function toConfig(
  checked: CheckedFile,
  root: TomlTableWithoutBigInt,
  { file, hostName }: ConfigSource,
): Config {
  const { gateway, modem, http, optout, send, webhook, retention } = checked;
  const name = gateway.name ?? nameOfHost(hostName);
  return {
    gateway: {
      name,
      country: gateway.country,
      dataDir: resolve(dirname(file), gateway.data_dir),
    },
    modems: modem.map(({ pin, prefixes, campaigns, ...rest }) => ({
      name: rest.name,
      port: rest.port,
      baud: rest.baud,
      ...(pin !== undefined && { pin }),
      pollSeconds: rest.poll_seconds,
      perMinute: rest.per_minute,
      perHour: rest.per_hour,
      ...(prefixes !== undefined && { prefixes }),
      ...(campaigns !== undefined && { campaigns }),
      dialect: rest.dialect,
      writePauseMs: rest.write_pause_ms,
      init: rest.init,
    })),
    http: { listen: http.listen, perMinute: http.per_minute },
    ...(checked.public && {
      public: {
        listen: checked.public.listen,
        baseUrl: checked.public.base_url.replace(/\/+$/u, ''),
      },
    }),
    optout: {
      brand: optout.brand ?? name,
      languages: optout.languages,
      scope: optout.scope,
      match: optout.match,
      footer: optout.footer,
      helpText: optout.help_text,
      transactionalPasses: optout.transactional_passes,
      keywords: optout.keywords,
    },
    send: {
      retryUnconfirmed: send.retry_unconfirmed,
      reports: send.reports,
      transliterate: send.transliterate,
      nationalTables: send.national_tables,
      referenceBits: send.reference_bits,
    },
    webhooks: webhook.map(({ allow_private: allowPrivate, ...rest }) => ({
      ...rest,
      allowPrivate,
    })),
    retention: { messageDays: retention.message_days },
    warnings: warningsOf(checked, root),
  };
}

function warningsOf(checked: CheckedFile, root: TomlTableWithoutBigInt): string[] {
  const warnings = webhookWarnings(checked.webhook);
  if (!isLocal(checked.http.listen)) {
    warnings.unshift(
      'http.listen is reached from other machines, and keys and texts cross the network unencrypted: put a TLS proxy before it, or listen on 127.0.0.1.',
    );
  }
  if (valueAt(root, ['gateway', 'country']) === undefined) {
    warnings.unshift(
      'gateway.country is not set: numbers written without + are read as British ("GB").',
    );
  }
  return warnings;
}

/** A host's name may be anything; what a gateway's name cannot hold becomes a hyphen. */
function nameOfHost(hostName: string): string {
  const plain = hostName
    .replace(/[^A-Za-z0-9._-]+/gu, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/gu, '');
  return NAME.test(plain) ? plain : 'stopgate';
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
