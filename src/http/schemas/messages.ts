/** The shapes of what is sent: a message as it is asked for, as it stands, and what it would cost. */
import { z } from '@hono/zod-openapi';
import { languageCode, longestLanguage, longestReference } from '../../domain/limits.js';
import { categories, messageStatuses } from '../../domain/message.js';
import { campaignSchema, maxTextLength, numberSchema, timeSchema, wellFormed } from './values.js';

/** Times are kept as text of one length, so that their order is that of the texts. */
const lastYear = 9_000;

const sendAt = timeSchema.refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1970 && year < lastYear;
}, `must be a time from 1970 to ${lastYear}`);

const category = z.enum(categories).optional().openapi({
  description:
    '`marketing` (when absent) carries opt-out instructions and ends with any opt-out; `transactional` is what the recipient waits for, such as a code or a delivery.',
});

const language = z
  .string()
  .regex(languageCode, 'must be a language code such as "en"')
  .max(longestLanguage)
  .optional()
  .openapi({
    description:
      'The language of the text, for the opt-out instructions. The default: the first of `optout.languages`.',
    example: 'en',
  });

export const sendSchema = z
  .strictObject({
    to: numberSchema,
    text: wellFormed.min(1).max(maxTextLength).openapi({
      description:
        'Up to 50 parts, of 160 characters of the GSM alphabet or of 70 where one is not in it (fewer in each part of several). `{optout_link}` becomes the recipient’s own link where the gateway has opt-out pages.',
      example: 'Your order is ready.',
    }),
    campaign: campaignSchema.optional().openapi({
      description:
        'What it belongs to, so that a person can opt out of it alone. The default: `default`.',
      example: 'orders',
    }),
    category,
    language,
    modem: z.string().max(64).optional().openapi({
      description: 'The only modem that may send it. When absent, any may that suits.',
      example: 'main',
    }),
    reference: wellFormed.max(longestReference).optional().openapi({
      description: 'Your own name for it; comes back wherever the message is shown.',
      example: 'order 4711',
    }),
    sendAt: sendAt.optional().openapi({ description: 'Not before this time. When absent, now.' }),
    validMinutes: z.int().min(1).max(635_040).optional().openapi({
      description:
        'For how long it is worth sending, from `sendAt` on; then it is `expired`. The network is told as well.',
      example: 60,
    }),
    priority: z.int().min(0).max(9).optional().openapi({
      description: '9 goes first, 0 last; 5 when absent. Answers to STOP and HELP go before all.',
    }),
    flash: z.boolean().optional().openapi({
      description: 'Show it at once, and let the phone keep it or not (message class 0).',
    }),
  })
  .openapi('SendRequest');

export const segmentsRequestSchema = z
  .strictObject({ text: z.string().max(maxTextLength), category, language })
  .openapi('SegmentsRequest');

export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(255).optional().openapi({
    description:
      'Any text that names this one request, such as an order’s number. The same request again within 24 hours gets the first answer again and sends nothing.',
    example: 'order-4711',
  }),
});

const messageErrorSchema = z
  .object({
    code: z.string().openapi({
      description: 'Stable, for programs: `recipient_suppressed` where a STOP canceled it.',
    }),
    message: z.string(),
  })
  .openapi('MessageError');

const messageShape = {
  id: z.string(),
  to: z.string().openapi({ description: 'E.164.' }),
  text: z.string().nullable().openapi({ description: 'As it goes out; null once it was erased.' }),
  status: z.enum(messageStatuses).openapi({
    description:
      '`queued` (or `held`: a reply of the recipient is under review), `sending`, `sent` (the network took it), `delivered` or `undelivered` (the network reported it); or `failed`, `canceled`, `expired`, `unconfirmed` (handed to the modem, never answered: it may have gone).',
  }),
  campaign: z.string(),
  category: z.enum(categories),
  encoding: z.enum(['gsm7', 'ucs2']),
  parts: z.int().openapi({ description: 'How many short messages it takes.' }),
  modem: z
    .string()
    .nullable()
    .openapi({ description: 'That sends it or must; null while any will do.' }),
  reference: z.string().nullable(),
  error: z.union([messageErrorSchema, z.null()]),
  createdAt: timeSchema,
  sendAt: timeSchema.nullable(),
  sentAt: timeSchema.nullable(),
  deliveredAt: timeSchema.nullable(),
};

export const messageSchema = z.object(messageShape).openapi('Message');

export const acceptedSchema = z
  .object({
    ...messageShape,
    warnings: z.array(z.string()).optional().openapi({
      description: 'Where characters or the footer cost a part, or characters were replaced.',
    }),
  })
  .openapi('AcceptedMessage');

export const segmentsSchema = z
  .object({
    encoding: z.enum(['gsm7', 'ucs2']),
    parts: z.array(z.string()).openapi({ description: 'The text as it would go out.' }),
    charactersLeft: z.int().openapi({
      description: 'Room in the last part, in septets (gsm7) or UTF-16 units (ucs2).',
    }),
    ucs2Characters: z.array(z.string()).openapi({
      description: 'Each character, once, that the GSM 7-bit default alphabet lacks.',
    }),
    language: z
      .object({ locking: z.int().optional(), single: z.int().optional() })
      .optional()
      .openapi({
        description: 'National language tables in use, by identifier (3GPP TS 23.038 §6.2.1.2.4).',
      }),
    warnings: z.array(z.string()).openapi({ description: 'As the answer to sending it has them.' }),
  })
  .openapi('Segments');
