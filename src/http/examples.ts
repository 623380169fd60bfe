/**
 * What the OpenAPI document shows as examples of answers, so that who reads it sees what comes. Tests
 * hold each against its schema.
 */

const number = '+447700900123';
const time = '2026-11-22T12:00:00.000Z';

export const message = {
  id: 'msg_019ab1f0c2d47e3f8a5b6c7d8e9f0a1b',
  to: number,
  text: 'Your order is ready.',
  status: 'queued',
  campaign: 'orders',
  category: 'transactional',
  encoding: 'gsm7',
  parts: 1,
  modem: null,
  reference: 'order 4711',
  error: null,
  createdAt: time,
  sendAt: null,
  sentAt: null,
  deliveredAt: null,
} as const;

export const deliveredMessage = {
  ...message,
  status: 'delivered',
  modem: 'main',
  sentAt: '2026-11-22T12:00:04.000Z',
  deliveredAt: '2026-11-22T12:00:07.000Z',
} as const;

export const canceledMessage = {
  ...message,
  status: 'canceled',
  error: { code: 'canceled', message: 'canceled by request' },
} as const;

/** A page with one item, and more to come. */
export function page<T>(item: T) {
  return { items: [item], nextCursor: '4711' };
}

export const segments = {
  encoding: 'ucs2',
  parts: ['It’s ready – come in!'],
  charactersLeft: 49,
  ucs2Characters: ['’', '–'],
  warnings: [],
} as const;

export const inbound = {
  id: 'in_019ab1f0c2d47e3f8a5b6c7d8e9f0a1c',
  from: number,
  text: 'STOP',
  modem: 'main',
  receivedAt: '2026-11-22T12:01:00.000Z',
  sentAt: '2026-11-22T12:00:58.000Z',
  encoding: 'gsm7',
  parts: 1,
  action: 'opt_out',
} as const;

export const match = {
  action: 'opt_out',
  rule: 'keyword',
  language: 'en',
  cleaned: 'please stop',
} as const;

export const suppression = { number, scope: '*', since: time, source: 'reply' } as const;

export const suppressed = {
  number,
  suppressed: true,
  entries: [{ scope: '*', since: time, source: 'reply' }],
} as const;

export const notSuppressed = { number, suppressed: false, entries: [] } as const;

export const history = {
  number,
  items: [
    {
      id: 'ev_019ab1f0c2d47e3f8a5b6c7d8e9f0a1d',
      gateway: 'shop-1',
      sequence: 1,
      kind: 'opt_out',
      scope: '*',
      source: 'reply',
      evidence: { inbound: inbound.id, rule: 'keyword', language: 'en' },
      createdAt: time,
      hash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      previousHash: '0000000000000000000000000000000000000000000000000000000000000000',
    },
  ],
  nextCursor: null,
} as const;

export const review = {
  id: 'rev_019ab1f0c2d47e3f8a5b6c7d8e9f0a1e',
  number,
  text: 'Stop, my husband will collect it',
  rule: 'doubtful',
  language: 'en',
  inbound: 'in_019ab1f0c2d47e3f8a5b6c7d8e9f0a1f',
  modem: 'main',
  receivedAt: time,
  decision: null,
  decidedAt: null,
  decidedBy: null,
} as const;

export const decidedReview = {
  ...review,
  decision: 'ignore',
  decidedAt: '2026-11-22T13:00:00.000Z',
  decidedBy: 'shop',
} as const;

export const ready = {
  status: 'ok',
  modems: [{ name: 'main', state: 'ready', downSince: null }],
} as const;

export const modem = {
  name: 'main',
  port: '/dev/serial/by-id/usb-Quectel_EC25-if02-port0',
  state: 'ready',
  problem: null,
  manufacturer: 'Quectel',
  model: 'EC25',
  imei: '490154203237518',
  operator: 'Example Mobile',
  registration: 'home',
  signalDbm: -71,
  signal: 'excellent',
  technology: '4G',
  dialect: 'quectel-ec25',
  temperatureC: 41,
  supplyMv: null,
  warning: null,
  simUsed: 0,
  simTotal: 30,
  downSince: null,
  queue: 3,
  queueShared: 2,
  perMinute: 0,
  perHour: 0,
  nextAllowedAt: null,
  updatedAt: time,
} as const;

export const ussdAnswer = { status: 'final', text: 'Your balance is 7.40 GBP.' } as const;
