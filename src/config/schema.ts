/**
 * The keys of the configuration file, their limits and their defaults, in the file's own names.
 * Each error text here is a noun phrase: what would be right. `validate.ts` puts it in a sentence.
 */
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { isCountry } from '../domain/phone-number.js';
import { webhookEvents } from '../domain/webhook-store.js';
import { DIALECTS, LANGUAGES } from './config.js';
import { parseListen } from './listen.js';

function table<Shape extends z.core.$ZodLooseShape>(header: string, shape: Shape) {
  return z.strictObject(shape, { error: `a table that begins with ${header}` });
}

const yesOrNo = () => z.boolean({ error: 'true or false' });

function wholeNumber(least: number, most: number, unit = '') {
  const error = `a whole number from ${least} to ${most}${unit}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

function text(error: string, allowed: RegExp | ((value: string) => boolean)) {
  const isRight = typeof allowed === 'function' ? allowed : (v: string) => allowed.test(v);
  return z.string({ error }).refine(isRight, { error });
}

function oneOf<const T extends readonly string[]>(names: T) {
  return z.enum(names, { error: `one of ${names.join(', ')}` });
}

/** A list of 1 to `most`, each once. */
function listOf<T extends z.ZodType<string>>(item: T, most: number, what: string) {
  const error = `a list of 1 to ${most} ${what}, each once`;
  return z
    .array(item, { error })
    .min(1, { error })
    .max(most, { error })
    .refine((items) => new Set(items).size === items.length, { error });
}

/** Names go into the ledger, log lines and message subjects, so they are plain. */
export const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/u;
const nameText = () =>
  text(
    'a name of up to 63 letters, digits, dots, hyphens and underscores, a letter or digit at both ends',
    NAME,
  );

const oneLine = (least: number, most: number) =>
  text(
    `one line of ${least} to ${most} characters`,
    (value) => value.length >= least && value.length <= most && !/\p{Cc}/u.test(value),
  );

/** Where the API and the opt-out pages listen when nothing is said. */
export const LISTEN_DEFAULTS = { http: '127.0.0.1:7867', public: '127.0.0.1:7868' } as const;

const LISTEN = 'an address such as "127.0.0.1:7867" or "unix:/run/stopgate/http.sock"';
const listen = () =>
  z.string({ error: LISTEN }).transform((value, context) => {
    const parsed = parseListen(value);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: 'custom', message: LISTEN, input: value });
    return z.NEVER;
  });

function isModemPort(value: string): boolean {
  const tcp = /^tcp:\/\/(.+)$/u.exec(value);
  if (tcp === null) return isAbsolute(value) && value.length > 1;
  const address = parseListen(tcp[1] ?? '');
  return address?.kind === 'tcp' && address.port > 0;
}

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const hasUser = url !== undefined && `${url.username}${url.password}` !== '';
  return url !== undefined && /^https?:$/u.test(url.protocol) && !hasUser;
}

function isBaseUrl(value: string): boolean {
  return isWebAddress(value) && !/[?#\s]/u.test(value);
}

const gateway = table('[gateway]', {
  name: nameText().optional(),
  country: text('a country of two capital letters, such as "GB"', isCountry).default('GB'),
  data_dir: text('a directory, such as "/var/lib/stopgate"', (v) => v.trim() !== '').default(
    '/var/lib/stopgate',
  ),
});

const modem = table('[[modem]]', {
  name: nameText().default('main'),
  port: text(
    'a serial port with its whole path ("/dev/serial/by-id/usb-…") or "tcp://host:port"',
    isModemPort,
  ),
  baud: wholeNumber(300, 4_000_000, ' (115200 suits most modems)').default(115_200),
  pin: text('4 to 8 digits in quotes', /^\d{4,8}$/u).optional(),
  poll_seconds: wholeNumber(1, 3600).default(30),
  per_minute: wholeNumber(0, 10_000, ' (0: no limit)').default(0),
  per_hour: wholeNumber(0, 100_000, ' (0: no limit)').default(0),
  prefixes: listOf(
    text('a prefix such as "+44"', /^\+\d{1,15}$/u),
    500,
    'prefixes such as "+44"',
  ).optional(),
  campaigns: listOf(
    text('the name of a campaign, of 1 to 64 characters', /^(?!\*$).{1,64}$/u),
    500,
    'campaigns such as "alerts"',
  ).optional(),
  dialect: oneOf(DIALECTS).default('auto'),
  write_pause_ms: wholeNumber(0, 1_000, ' (0: writes without a pause)').default(0),
  init: z
    .array(text('an AT command in one line, such as "AT+CSCA?"', /^AT[\x20-\x7e]{0,254}$/iu), {
      error: 'a list of AT commands',
    })
    .max(50, { error: 'a list of up to 50 AT commands' })
    .default([]),
});

const http = table('[http]', {
  listen: listen().prefault(LISTEN_DEFAULTS.http),
  per_minute: wholeNumber(0, 1_000_000, ' (0: no limit)').default(0),
});

const publicPages = table('[public]', {
  listen: listen().prefault(LISTEN_DEFAULTS.public),
  base_url: text('the address that recipients open, such as "https://sms.example.org"', isBaseUrl),
});

const KEYWORDS = 'a list of up to 100 words';
const keywords = () =>
  z
    .array(
      text(
        'a word or a few, of letters or digits, up to 40 characters',
        (word) => /[\p{L}\p{N}]/u.test(word) && word.length <= 40,
      ),
      { error: KEYWORDS },
    )
    .max(100, { error: KEYWORDS })
    .default([]);

const optout = table('[optout]', {
  brand: oneLine(1, 60).optional(),
  languages: listOf(oneOf(LANGUAGES), LANGUAGES.length, 'languages such as "en"').default(['en']),
  scope: oneOf(['all', 'campaign']).default('all'),
  match: oneOf(['keyword', 'phrase', 'intent']).default('intent'),
  footer: yesOrNo().default(true),
  help_text: oneLine(0, 300).default(''),
  transactional_passes: yesOrNo().default(false),
  keywords: table('[optout.keywords]', {
    stop: keywords(),
    start: keywords(),
    help: keywords(),
  }).prefault({}),
});

const send = table('[send]', {
  retry_unconfirmed: yesOrNo().default(false),
  reports: yesOrNo().default(true),
  transliterate: yesOrNo().default(false),
  national_tables: yesOrNo().default(false),
  reference_bits: z.literal([8, 16], { error: '8 or 16' }).default(8),
});

const webhook = table('[[webhook]]', {
  url: text('an address that begins with https:// or http://', isWebAddress),
  secret: text('a secret of 16 to 256 characters, such as "whsec_…"', /^[\x21-\x7e]{16,256}$/u),
  events: listOf(oneOf(webhookEvents), webhookEvents.length, 'events').default([...webhookEvents]),
  allow_private: yesOrNo().default(false),
});

const MODEMS = 'one or more tables that begin with [[modem]], each with its port';

/** The whole file. */
export const schema = z.strictObject({
  gateway: gateway.prefault({}),
  modem: z.array(modem, { error: MODEMS }).min(1, { error: MODEMS }),
  http: http.prefault({}),
  public: publicPages.optional(),
  optout: optout.prefault({}),
  send: send.prefault({}),
  webhook: z.array(webhook, { error: 'tables that begin with [[webhook]]' }).default([]),
  retention: table('[retention]', { message_days: wholeNumber(1, 36_500).default(90) }).prefault(
    {},
  ),
});

/** The file's content, checked, with its defaults. */
export type CheckedFile = z.output<typeof schema>;
