/**
 * The configuration as the rest of the program sees it: complete, checked and frozen.
 * Says nothing about TOML, files or variables; `load.ts` makes one.
 * Keys are those of the configuration file in camelCase; `stopgate.example.toml` explains each.
 */
import type { WebhookEvent } from '../domain/webhook-store.js';

/** Where a server listens. `port` 0 takes any free port. */
export type Listen =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

export interface GatewayConfig {
  readonly name: string;
  /** ISO 3166-1 alpha-2: how numbers written without `+` are read. */
  readonly country: string;
  /** Absolute. */
  readonly dataDir: string;
}

export interface ModemConfig {
  readonly name: string;
  /** An absolute path, or `tcp://host:port`. */
  readonly port: string;
  readonly baud: number;
  readonly pin?: string;
  readonly pollSeconds: number;
  /** 0: no limit. */
  readonly perMinute: number;
  /** 0: no limit. */
  readonly perHour: number;
  /** How the numbers begin that it prefers to send to. Absent: everything. */
  readonly prefixes?: readonly string[];
  /** The campaigns that it prefers to send. Absent: everything. */
  readonly campaigns?: readonly string[];
  readonly dialect: Dialect;
  /** Between every 16 characters that are written; 0: none. */
  readonly writePauseMs: number;
  readonly init: readonly string[];
}

export interface HttpConfig {
  readonly listen: Listen;
  /** Requests that one key may make in a minute; 0: no limit. */
  readonly perMinute: number;
}

export interface PublicConfig {
  readonly listen: Listen;
  /** Without a slash at its end. */
  readonly baseUrl: string;
}

export interface OptoutConfig {
  readonly brand: string;
  /** The first is the default. */
  readonly languages: readonly Language[];
  readonly scope: 'all' | 'campaign';
  readonly match: 'keyword' | 'phrase' | 'intent';
  readonly footer: boolean;
  /** Empty: HELP answers with the brand and how to stop alone. */
  readonly helpText: string;
  readonly transactionalPasses: boolean;
  /** Added to the built-in ones. */
  readonly keywords: {
    readonly stop: readonly string[];
    readonly start: readonly string[];
    readonly help: readonly string[];
  };
}

export interface SendConfig {
  readonly retryUnconfirmed: boolean;
  readonly reports: boolean;
  readonly transliterate: boolean;
  readonly nationalTables: boolean;
  /** How the parts of a long message are marked as one. */
  readonly referenceBits: 8 | 16;
}

export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
  readonly events: readonly WebhookEvent[];
  /** Whether it may be on this machine or in a private network. */
  readonly allowPrivate: boolean;
}

export interface RetentionConfig {
  readonly messageDays: number;
}

export interface Config {
  readonly gateway: GatewayConfig;
  readonly modems: readonly ModemConfig[];
  readonly http: HttpConfig;
  /** Absent: no public pages. */
  readonly public?: PublicConfig;
  readonly optout: OptoutConfig;
  readonly send: SendConfig;
  readonly webhooks: readonly WebhookConfig[];
  readonly retention: RetentionConfig;
  /** Sentences about what is allowed but perhaps not meant. */
  readonly warnings: readonly string[];
}

/** Makers, and kinds of modems within one; src/modem/dialects knows the same names. */
export const DIALECTS = [
  'auto',
  'generic',
  'huawei',
  'zte',
  'simcom',
  'simcom-sim800',
  'simcom-sim7600',
  'simcom-a7670',
  'quectel',
  'quectel-ec25',
  'quectel-m95',
  'telit',
  'sierra',
  'u-blox',
  'cinterion',
] as const;
export type Dialect = (typeof DIALECTS)[number];

export const LANGUAGES = [
  ...(['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'no', 'fi'] as const),
  ...(['tr', 'ru', 'uk', 'ar', 'he', 'el', 'cs', 'ro', 'hu', 'zh', 'ja'] as const),
] as const;
export type Language = (typeof LANGUAGES)[number];
