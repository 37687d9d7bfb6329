import { z } from 'zod';
import { kommunCode } from './kommuner';
import { PlainDate } from '../../../domain/model/plain-date';

const DATED = /^(\d{4}-\d{2}-\d{2})(?: moved (?:from|by) ([^(]+?))?(?: \((.+)\))?$/;

/** A date as it is written: `2027-03-30`, `2027-03-30 (FL 44 §)`, `2027-03-30 moved from annandag påsk (FL 44 §)`, `moved by paus 7 dagar`. */
const ExpectedDue = z
  .union([z.literal('none'), z.string().regex(DATED, 'must be "<day> moved from <day name> (<law>)"')])
  .transform((written) => {
    const [, date, movedFrom, law] = DATED.exec(written) ?? [];
    return { date, movedFrom, law };
  });
export type ExpectedDue = z.infer<typeof ExpectedDue>;

const Dues = z.record(z.string(), ExpectedDue).optional();
const Words = z.array(z.string()).optional();

/** What may be said of an open step. */
const ExpectedOpen = z.strictObject({
  'waits for': z.enum(['agency', 'caseworker', 'newcomer', 'date']).optional(),
  because: z.string().optional(),
  since: PlainDate.optional(),
  filing: z.number().optional(),
  unit: z.string().optional(),
  duty: Dues,
  right: Dues,
  target: Dues,
  expectation: Dues,
  'may be said': Words,
  'may not be said': Words,
});
export type ExpectedOpen = z.infer<typeof ExpectedOpen>;

const ExpectedBlocked = z.union([
  z.string().transform((step) => ({ by: [step] })),
  z.array(z.string()).transform((by) => ({ by })),
  z.strictObject({
    by: z.array(z.string()).optional(),
    lacks: z.array(z.string()).optional(),
    until: PlainDate.optional(),
    rule: z.string().optional(),
  }),
]);
export type ExpectedBlocked = { by?: string[]; lacks?: string[]; until?: PlainDate; rule?: string };

const ExpectedDone = z.union([
  z.string().transform((outcome) => ({ outcome })),
  z.strictObject({
    outcome: z.string(),
    on: PlainDate.optional(),
    refusal: z.boolean().optional(),
    review: z.boolean().optional(),
    'told late if made by': PlainDate.optional(),
    'may be said': Words,
    'may not be said': Words,
  }),
]);
export type ExpectedDone = Omit<z.infer<typeof ExpectedDone>, 'outcome'> &
  Pick<ExpectedOpen, 'may be said' | 'may not be said'> & {
    outcome: string;
    on?: PlainDate;
    refusal?: boolean;
    review?: boolean;
    'told late if made by'?: PlainDate;
  };

/** Of a stuck case: the step at the root, and reasons that are among its own: `gap`, `overdue sfi`, `silent personnummer`. */
const ExpectedStuck = z.union([
  z.literal('no'),
  z.strictObject({ root: z.string().optional(), reasons: Words, 'and not': Words }),
]);

const Milestone = z.union([PlainDate, z.literal('no')]).optional();

/**
 * What the plan is to say on a day. Only what is written is looked at, but `open` names all steps that are open; where
 * the others do not matter, `open among others` is written instead. `in detail` says more of some that are open.
 */
export const ExpectedDay = z
  .strictObject({
    shows: z.string().min(10),
    inskriven: Milestone,
    folkbokford: Milestone,
    iProgrammet: Milestone,
    avslutad: z.string().optional(),
    kommun: z.string().transform(kommunCode).optional(),
    responsible: z.string().optional(),
    'represented by': z.string().optional(),
    open: Words,
    'open among others': Words,
    'in detail': z.record(z.string(), ExpectedOpen).optional(),
    paused: z.record(z.string(), z.string()).optional(),
    blocked: z.record(z.string(), ExpectedBlocked).optional(),
    done: z.record(z.string(), ExpectedDone).optional(),
    'not applicable': z.record(z.string(), z.string()).optional(),
    cancelled: z.record(z.string(), z.string()).optional(),
    gap: z
      .union([
        z.literal('none'),
        z.strictObject({ from: PlainDate, to: PlainDate.or(z.literal('some day')).optional() }),
      ])
      .optional(),
    stuck: ExpectedStuck.optional(),
    'on offer': Words,
    queue: z.enum(['ordinary', 'protected']).optional(),
    warning: z.string().optional(),
    wakes: PlainDate.optional(),
    ends: z.union([PlainDate, z.literal('not yet')]).optional(),
  })
  .refine((day) => day.open ?? day['open among others'], 'must say `open`, or `open among others`');
export type ExpectedDay = z.infer<typeof ExpectedDay>;
