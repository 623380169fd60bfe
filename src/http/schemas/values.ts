/**
 * What requests and answers are made of: times, numbers, campaigns, pages. JSON in camelCase, times
 * ISO 8601 UTC with milliseconds. The OpenAPI document is made from these schemas.
 */
import { z } from '@hono/zod-openapi';
import { campaignName, longestCampaign } from '../../domain/limits.js';

export const timeSchema = z.iso
  .datetime({ offset: true })
  .openapi({ example: '2026-11-22T12:00:00.000Z' });

/** As people write it; what it means is read with the country of the configuration. */
export const numberSchema = z.string().max(64).openapi({
  description:
    'A phone number: `+` and the country code, or as it is dialled in the country of the gateway.',
  example: '+447700900123',
});

/** Half a surrogate pair can be neither stored nor sent as it is: it is replaced where it comes in. */
export const wellFormed = z.string().overwrite((text) => text.replace(/\p{Surrogate}/gu, '\ufffd'));

export const campaignSchema = wellFormed
  .min(1)
  .max(longestCampaign)
  .regex(campaignName, 'must name a campaign; "*" means all of them');

export const scopeSchema = z.union([z.literal('*'), campaignSchema]).openapi({
  description: '`*`: every message; anything else names a campaign.',
});

/** UTF-16 units: more than any message of the most parts could hold. */
export const maxTextLength = 16_000;

/** Of a route that takes none: what is not known is refused, since it may have been meant. */
export const noQuery = z.strictObject({});

export const pageQuery = {
  cursor: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: '`nextCursor` of the page before; the first page when absent.' }),
  limit: z
    .stringFormat('digits', /^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(1000))
    .default(50)
    .openapi({
      // Told in full: what is coerced is a string or anything else to the document.
      ...{ type: 'integer', minimum: 1, maximum: 1000, default: 50 },
      description: 'The most items that the page may have.',
    }),
};

/** A list's answer; `name` is what the OpenAPI document calls it. */
export function pageOfSchema<T extends z.ZodType>(item: T, name: string) {
  return z.object(pageShape(item)).openapi(name);
}

export function pageShape<T extends z.ZodType>(item: T) {
  return {
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .openapi({ description: 'Ask for the next page with it; null on the last one.' }),
  };
}
