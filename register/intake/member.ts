import { z } from 'zod';
import { Fact, type FactKind } from '../../domain/model/facts';
import { PlainDate } from '../../domain/model/plain-date';
import { text } from '../../domain/model/text';
import { PersonnummerField } from './numbers';

/** Facts of a whole household; all others are one person's. */
export const HOUSEHOLD_FACTS: readonly FactKind[] = [
  'stay',
  'settlement',
  'lma',
  'arrival',
  'protectedIdentity',
];

/** A fact with the day from which it holds. */
export const StatedFact = z.strictObject({ fact: Fact, validFrom: PlainDate }).meta({ id: 'StatedFact' });
export type StatedFact = z.infer<typeof StatedFact>;

const PersonFacts = z
  .array(StatedFact)
  .max(50)
  .refine(
    (facts) => facts.filter(({ fact }) => fact.kind === 'birth').length === 1,
    'must hold one birth fact',
  )
  .refine((facts) => facts.every(({ fact }) => fact.kind !== 'withdrawal'), 'a new case is not withdrawn');

/** Facts of a whole household; a person's own override them. */
export const HouseholdFacts = z
  .array(StatedFact)
  .max(50)
  .refine(
    (facts) => facts.every(({ fact }) => HOUSEHOLD_FACTS.includes(fact.kind)),
    `a household's facts are ${HOUSEHOLD_FACTS.join(', ')}; others are a person's`,
  );

/** One person to open a case for. */
export const Member = z
  .strictObject({
    givenName: text(100),
    familyName: text(100),
    dossiernummer: z
      .string()
      .regex(/^\d{2}-\d{6}$/, 'must be two digits, a hyphen and six digits')
      .meta({ description: "Migrationsverket's number", example: '12-345678' }),
    personnummer: PersonnummerField.optional().describe('Of somebody who has one already'),
    role: z.enum(['adult', 'child']),
    relation: text(100).optional().describe('To the first member, in words'),
    facts: PersonFacts,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** An agency or a system, in its own words. */
export const Source = text(200).describe('Who told the facts');
