/** The shapes of how modems are, and of what the network answers to a USSD code. */
import { z } from '@hono/zod-openapi';
import { ussdCode } from '../../service/ussd.js';
import { timeSchema } from './values.js';

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
    dialect: z.string().nullable().openapi({ description: 'The make that it is spoken to as.' }),
    temperatureC: z.int().nullable(),
    supplyMv: z.int().nullable(),
    warning: z.string().nullable().openapi({ description: 'What it says of supply or heat.' }),
    simUsed: z.int().nullable(),
    simTotal: z.int().nullable(),
    downSince: timeSchema
      .nullable()
      .openapi({ description: 'Since when it cannot send; null while it can.' }),
    queue: z.int().openapi({
      description:
        'Messages that wait for this modem, alone or as one of several, or that it has begun.',
    }),
    queueShared: z
      .int()
      .openapi({ description: 'How many of these another modem may take as well.' }),
    perMinute: z.int().openapi({ description: '0: no limit.' }),
    perHour: z.int().openapi({ description: '0: no limit.' }),
    nextAllowedAt: timeSchema
      .nullable()
      .openapi({ description: 'When its limits let the next message go; null: now.' }),
    updatedAt: timeSchema,
  })
  .openapi('Modem');

export const readinessSchema = z
  .object({ name: z.string(), state: z.string(), downSince: timeSchema.nullable() })
  .openapi('ModemReadiness');

const works = {
  status: z.literal('ok'),
  warnings: z.array(z.string()).optional().openapi({
    description: 'What works and needs a person all the same: a clock that is not set.',
  }),
};

export const healthySchema = z.object(works).openapi('Healthy');

export const readySchema = z
  .object({ ...works, modems: z.array(readinessSchema) })
  .openapi('Ready');

export const ussdRequestSchema = z
  .strictObject({
    code: z
      .string()
      .regex(ussdCode, 'a USSD code: 1 to 160 of the digits, * and #, such as *100#')
      .openapi({ example: '*100#' }),
  })
  .openapi('UssdRequest');

export const ussdAnswerSchema = z
  .object({
    status: z.enum(['final', 'question', 'ended']).openapi({
      description:
        '`final`: that was all; `question`: the network asked something back, and the dialogue was ended there; `ended`: it ended the dialogue.',
    }),
    text: z.string().nullable(),
  })
  .openapi('UssdAnswer');
