/** The shapes of requests and answers; OpenAPI is made from them. JSON in camelCase, times ISO 8601 UTC. */
import { z } from '@hono/zod-openapi';
import { categories, messageStatuses } from '../domain/message.js';

const time = z.iso.datetime({ offset: true });
const campaign = z
  .string()
  .min(1)
  .max(64)
  .refine((name) => name !== '*', 'must name a campaign; "*" means all of them');

export const scopeSchema = z.union([z.literal('*'), campaign]);

/** UTF-16 units: more than any message of the most parts could hold. */
export const maxTextLength = 16_000;

export const sendSchema = z
  .strictObject({
    to: z.string().max(64).openapi({ example: '+447700900123' }),
    text: z.string().min(1).max(maxTextLength),
    campaign: campaign.optional(),
    category: z.enum(categories).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language code such as "en"')
      .optional(),
    modem: z.string().max(64).optional(),
    reference: z.string().max(256).optional(),
    sendAt: time.optional(),
    validMinutes: z.int().min(1).max(635_040).optional(),
    priority: z.int().min(0).max(9).optional(),
    flash: z.boolean().optional(),
  })
  .openapi('SendRequest');

export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(255).optional(),
});

export const messageSchema = z
  .object({
    id: z.string(),
    to: z.string(),
    text: z.string().nullable().openapi({ description: 'as it goes out; null once it was erased' }),
    status: z.enum(messageStatuses),
    campaign: z.string(),
    category: z.enum(categories),
    encoding: z.enum(['gsm7', 'ucs2']),
    parts: z.int(),
    modem: z.string().nullable(),
    reference: z.string().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    createdAt: time,
    sendAt: time.nullable(),
    sentAt: time.nullable(),
    deliveredAt: time.nullable(),
  })
  .openapi('Message');

export const acceptedSchema = messageSchema
  .extend({ warnings: z.array(z.string()).optional() })
  .openapi('AcceptedMessage');

export const inboundSchema = z
  .object({
    id: z.string(),
    from: z.string(),
    text: z.string().nullable(),
    modem: z.string(),
    receivedAt: time,
    sentAt: time.nullable(),
    encoding: z.enum(['gsm7', '8bit', 'ucs2']),
    parts: z.int(),
    action: z.enum(['opt_out', 'opt_in', 'help']).nullable(),
  })
  .openapi('InboundMessage');

const source = z.enum(['reply', 'link', 'page', 'api', 'cli', 'import', 'review']);

export const suppressionStateSchema = z
  .object({
    number: z.string(),
    suppressed: z.boolean(),
    entries: z.array(z.object({ scope: z.string(), since: time, source })),
  })
  .openapi('SuppressionState');

export const suppressionSchema = z
  .object({ number: z.string(), scope: z.string(), since: time, source })
  .openapi('Suppression');

export const modemSchema = z
  .object({
    name: z.string(),
    port: z.string(),
    state: z.string(),
    problem: z.string().nullable(),
    manufacturer: z.string().nullable(),
    model: z.string().nullable(),
    imei: z.string().nullable(),
    operator: z.string().nullable(),
    registration: z.string(),
    signalDbm: z.int().nullable(),
    signal: z.enum(['excellent', 'good', 'fair', 'poor', 'none']).nullable(),
    technology: z.enum(['2G', '3G', '4G', '5G']).nullable(),
    dialect: z.string().nullable().openapi({ description: 'the make that it is spoken to as' }),
    temperatureC: z.int().nullable(),
    supplyMv: z.int().nullable(),
    warning: z.string().nullable().openapi({ description: 'what it says of supply or heat' }),
    simUsed: z.int().nullable(),
    simTotal: z.int().nullable(),
    downSince: time
      .nullable()
      .openapi({ description: 'since when it cannot send; null while it can' }),
    queue: z.int().openapi({
      description:
        'messages that wait for this modem, alone or as one of several, or that it has begun',
    }),
    queueShared: z
      .int()
      .openapi({ description: 'how many of these another modem may take as well' }),
    perMinute: z.int().openapi({ description: '0: no limit' }),
    perHour: z.int().openapi({ description: '0: no limit' }),
    nextAllowedAt: time
      .nullable()
      .openapi({ description: 'when its limits let the next message go; null: now' }),
    updatedAt: time,
  })
  .openapi('Modem');

export const readinessSchema = z
  .object({ name: z.string(), state: z.string(), downSince: time.nullable() })
  .openapi('ModemReadiness');

export const ussdAnswerSchema = z
  .object({
    status: z.enum(['final', 'question', 'ended']).openapi({
      description:
        '`final`: that was all; `question`: the network asked something back, and the dialogue was ended there; `ended`: it ended the dialogue',
    }),
    text: z.string().nullable(),
  })
  .openapi('UssdAnswer');

export const matchSchema = z
  .object({
    action: z.enum(['opt_out', 'opt_in', 'help', 'doubtful']).nullable(),
    rule: z.string(),
    language: z.string().nullable(),
    cleaned: z.string(),
  })
  .openapi('Match');

export const reviewSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    text: z.string().nullable(),
    rule: z.string().openapi({ description: 'why it is doubtful' }),
    language: z.string().nullable(),
    inbound: z.string(),
    modem: z.string(),
    receivedAt: time,
    decision: z.enum(['opt_out', 'ignore']).nullable(),
    decidedAt: time.nullable(),
    decidedBy: z.string().nullable(),
  })
  .openapi('Review');

export const segmentsSchema = z
  .object({
    encoding: z.enum(['gsm7', 'ucs2']),
    parts: z.array(z.string()).openapi({ description: 'the text as it would go out' }),
    charactersLeft: z.int().openapi({
      description: 'room in the last part, in septets (gsm7) or UTF-16 units (ucs2)',
    }),
    ucs2Characters: z.array(z.string()).openapi({
      description: 'each character, once, that the GSM 7-bit default alphabet lacks',
    }),
    language: z
      .object({ locking: z.int().optional(), single: z.int().optional() })
      .optional()
      .openapi({
        description: 'national language tables in use, by identifier (3GPP TS 23.038 §6.2.1.2.4)',
      }),
    warnings: z.array(z.string()).openapi({ description: 'as the answer to sending it has them' }),
  })
  .openapi('Segments');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
  })
  .openapi('Problem');

export const pageQuery = {
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
};

export function pageOfSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
