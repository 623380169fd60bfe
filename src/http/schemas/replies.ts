/** The shapes of what comes in: received messages, what a reply means, doubtful ones. */
import { z } from '@hono/zod-openapi';
import { maxTextLength, timeSchema } from './values.js';

export const inboundSchema = z
  .object({
    id: z.string(),
    from: z.string().openapi({ description: 'E.164, or the name that the sender goes by.' }),
    text: z.string().nullable().openapi({ description: 'Null where it has none, or was erased.' }),
    modem: z.string(),
    receivedAt: timeSchema,
    sentAt: timeSchema.nullable().openapi({ description: 'As the service centre stamped it.' }),
    encoding: z.enum(['gsm7', '8bit', 'ucs2']),
    parts: z.int(),
    action: z
      .enum(['opt_out', 'opt_in', 'help'])
      .nullable()
      .openapi({ description: 'What it did.' }),
  })
  .openapi('InboundMessage');

export const matchRequestSchema = z
  .strictObject({ text: z.string().max(maxTextLength) })
  .openapi('MatchRequest');

export const matchSchema = z
  .object({
    action: z.enum(['opt_out', 'opt_in', 'help', 'doubtful']).nullable(),
    rule: z.string().openapi({ description: 'Which rule said so.' }),
    language: z.string().nullable(),
    cleaned: z.string().openapi({ description: 'The text as the rules read it.' }),
  })
  .openapi('Match');

export const reviewSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    text: z.string().nullable(),
    rule: z.string().openapi({ description: 'Why it is doubtful.' }),
    language: z.string().nullable(),
    inbound: z.string().openapi({ description: 'The id of the received message.' }),
    modem: z.string(),
    receivedAt: timeSchema,
    decision: z.enum(['opt_out', 'ignore']).nullable(),
    decidedAt: timeSchema.nullable(),
    decidedBy: z
      .string()
      .nullable()
      .openapi({ description: 'The name of the key, or of the user.' }),
  })
  .openapi('Review');

export const decisionSchema = z
  .strictObject({
    decision: z.enum(['opt_out', 'opt-out', 'ignore']).openapi({
      description:
        '`opt_out` (or `opt-out`) suppresses its writer; `ignore` lets go what was held.',
    }),
  })
  .openapi('DecisionRequest');
