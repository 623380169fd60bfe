/** The shapes of consent: who is suppressed, since when, and what the ledger has of it. */
import { z } from '@hono/zod-openapi';
import { longestReason } from '../../domain/limits.js';
import { pageShape, scopeSchema, timeSchema, wellFormed } from './values.js';

const sources = ['reply', 'link', 'page', 'api', 'cli', 'import', 'review'] as const;
const source = z.enum(sources).openapi({ description: 'How it came about.' });
const since = timeSchema.openapi({ description: 'Nothing goes to them from then on.' });

/** Why an operator does it; kept in the ledger. */
export const reasonSchema = wellFormed.trim().min(1).max(longestReason).openapi({
  description: 'Why, in words; the ledger keeps it.',
  pattern: '\\S',
  example: 'asked by phone',
});

export const suppressSchema = z
  .strictObject({ scope: scopeSchema.optional(), reason: reasonSchema.optional() })
  .openapi('SuppressRequest');

export const suppressionStateSchema = z
  .object({
    number: z.string().openapi({ description: 'E.164.' }),
    suppressed: z.boolean(),
    entries: z.array(z.object({ scope: z.string(), since, source })),
  })
  .openapi('SuppressionState');

export const suppressionSchema = z
  .object({ number: z.string(), scope: z.string(), since, source })
  .openapi('Suppression');

const hash = z.string().openapi({ description: 'SHA-256, hexadecimal.' });

const consentEventSchema = z
  .object({
    id: z.string(),
    gateway: z.string().openapi({ description: 'Whose chain it stands in.' }),
    sequence: z.int().openapi({ description: '1, 2, 3 … per gateway.' }),
    kind: z.enum(['opt_out', 'opt_in', 'help', 'ignored', 'erased', 'exported']),
    scope: z.string().openapi({ description: '`*` or a campaign.' }),
    source,
    evidence: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .openapi({ description: 'What shows that it happened; empty once the person was erased.' }),
    createdAt: timeSchema,
    hash,
    previousHash: hash,
  })
  .openapi('ConsentEvent');

export const historySchema = z
  .object({
    number: z.string().openapi({ description: 'E.164; told once, and not in each event.' }),
    ...pageShape(consentEventSchema),
  })
  .openapi('ConsentHistory');
