import { z } from 'zod';
import { Instant } from '../../domain/model/plain-date';

const PartStatus = z.enum(['up', 'away']);

/** What an operator is told about the whole system. */
export const DiagnosisAnswer = z
  .object({
    checkedAt: Instant,
    register: z.object({
      status: PartStatus,
      serverVersion: z.string().optional(),
      clockSkew: z
        .number()
        .int()
        .optional()
        .describe("The database's clock minus the API's, in milliseconds"),
      schema: z.object({ applied: z.array(z.string()), pending: z.array(z.string()) }).optional(),
    }),
    engine: z.object({
      status: PartStatus,
      namespace: z.string().optional(),
      serverVersion: z.string().optional(),
      taskQueues: z
        .array(
          z.object({ taskQueue: z.string(), pollers: z.number().int(), lastPolledAt: z.string().nullable() }),
        )
        .optional()
        .describe('Workers: a queue without pollers is one that nobody works at'),
      missingSearchAttributes: z.array(z.string()).optional(),
    }),
    agencies: z.array(z.object({ agency: z.string(), url: z.string(), status: PartStatus })),
    rules: z.object({
      present: z.string(),
      inUse: z.array(z.object({ rulesVersion: z.string(), openCases: z.number().int() })),
      remaining: z.number().int().describe('Open cases that are still to be planned by the present rules'),
    }),
    messages: z
      .object({ unconfirmed: z.number().int(), oldest: Instant.nullable() })
      .nullable()
      .describe('Messages that no case has taken yet'),
  })
  .meta({ id: 'Diagnosis' });
