import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { KommunCode, StepId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';

/** A month, `YYYY-MM`. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
  .meta({ id: 'Month', description: 'Calendar month', example: '2026-11' });

/** A number of persons, steps or cases; null where it is withheld. */
const Count = z.number().int().min(0).nullable();

const withheld = z
  .array(z.string())
  .describe('Figures of this row that are null because they are 1 to 4, or would give such a number away');

const Percentiles = z.object({ median: z.number().int().nullable(), p90: z.number().int().nullable() }).meta({
  id: 'Percentiles',
  description: 'Days within which half and nine tenths have ended; null where so many have not ended yet',
});

const kommun = KommunCode.nullable()
  .optional()
  .describe('Null for those counted in no kommun: it is unknown, or the person is protected');

const LeadTimeRow = z
  .object({
    step: StepId.optional(),
    agency: AgencyId.optional(),
    kommun,
    month: Month.optional().describe('Of opening'),
    open: Count.describe('Waits going on'),
    done: Count.describe('Waits that have ended with an outcome'),
    stopped: Count.describe('Waits broken off: withdrawn, no longer applying, begun anew'),
    leadTime: Percentiles.nullable().describe('Of those done alone'),
    corrected: Percentiles.nullable().describe(
      'Kaplan-Meier: open and stopped waits are counted for as long as they have lasted',
    ),
    withheld,
  })
  .meta({ id: 'LeadTimeRow' });

export const LeadTimesAnswer = z
  .object({
    asOf: PlainDate,
    groupBy: z.array(z.string()),
    rows: z.array(LeadTimeRow),
    totals: z.array(LeadTimeRow).describe('Over all rows, and where there are two sides over each of them'),
  })
  .meta({ id: 'LeadTimes' });
export type LeadTimesAnswer = z.infer<typeof LeadTimesAnswer>;

const LoadRow = z
  .object({
    officer: z.string().optional().describe('Subject of the access token'),
    agency: AgencyId.optional(),
    kommun,
    openSteps: Count.describe('Open or paused'),
    openCases: Count.describe('Cases with such a step; in a row without an agency every open case'),
    overdueSteps: Count.describe('Of the open steps those with a passed duty or target'),
    withheld,
  })
  .meta({ id: 'LoadRow' });

export const CaseloadAnswer = z
  .object({
    asOf: PlainDate,
    countedAt: Instant.nullable().describe('Of an earlier day: when the night counted it'),
    groupBy: z.enum(['team', 'officer']),
    rows: z.array(LoadRow),
    totals: z.array(LoadRow),
  })
  .meta({ id: 'Caseload' });
export type CaseloadAnswer = z.infer<typeof CaseloadAnswer>;

const FlowRow = z
  .object({
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/)
      .optional()
      .describe('ISO 8601'),
    monday: PlainDate.optional(),
    step: StepId.optional(),
    agency: AgencyId.optional(),
    kommun,
    stepsOpened: Count,
    stepsEnded: Count.describe('With an outcome'),
    stepsStopped: Count,
    casesOpened: Count.optional().describe('Left out where the question is about a step or an agency'),
    casesClosed: Count.optional(),
    withheld,
  })
  .meta({ id: 'FlowRow' });

export const FlowAnswer = z
  .object({
    from: PlainDate.describe('The Monday of the first week'),
    to: PlainDate.describe('The Sunday of the last week'),
    groupBy: z.array(z.string()),
    rows: z.array(FlowRow),
    totals: z.array(FlowRow),
  })
  .meta({ id: 'Flow' });
export type FlowAnswer = z.infer<typeof FlowAnswer>;
