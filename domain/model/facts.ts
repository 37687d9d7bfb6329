import { z } from 'zod';
import type { HouseholdId, MessageId, PersonId } from './ids';
import { LIVING_FACTS, PERSON_FACTS } from './person-facts';
import type { PlainDate } from './plain-date';
import { STATUS_FACTS } from './status-facts';

/** One dated statement about a person or a household: the only thing besides step records that the planner reads. */
export const Fact = z
  .discriminatedUnion('kind', [...PERSON_FACTS, ...STATUS_FACTS, ...LIVING_FACTS])
  .meta({ id: 'Fact' });
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact['kind'];

/** A fact as the register keeps it: of one person or of the household, valid from a day, reported by a source. */
export type DatedFact = {
  readonly fact: Fact;
  readonly of: { readonly personId: PersonId } | { readonly householdId: HouseholdId };
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly messageId: MessageId;
};

/**
 * What holds for one case on one day: at most one fact of each kind, with the day it became valid. `movedKommunOn`: the
 * day the person came to this kommun from another one.
 */
export type CaseFacts = {
  readonly [K in FactKind]?: Extract<Fact, { kind: K }> & {
    readonly since: PlainDate;
  } & (K extends 'stay' ? { readonly movedKommunOn?: PlainDate } : unknown);
};
