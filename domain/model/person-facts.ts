import { z } from 'zod';
import { KommunCode } from './ids';
import { PlainDate } from './plain-date';
import { text } from './text';

const Country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ id: 'Country', description: 'ISO 3166-1 alpha-2', example: 'SY' });

/** What is so about a person: birth, family, language, occupation, and what ends the path outside it. */
export const PERSON_FACTS = [
  z.strictObject({ kind: z.literal('birth'), bornOn: PlainDate }).meta({ id: 'BirthFact' }),
  z
    .strictObject({
      kind: z.literal('origin'),
      bornIn: Country,
      citizenship: Country.optional(),
    })
    .meta({ id: 'OriginFact', description: 'Country of birth and citizenship' }),
  z.strictObject({ kind: z.literal('arrival'), arrivedOn: PlainDate }).meta({ id: 'ArrivalFact' }),
  z
    .strictObject({ kind: z.literal('family'), parentsInSweden: z.boolean() })
    .meta({ id: 'FamilyFact', description: 'Whether a person under 20 has a parent in Sweden' }),
  z.strictObject({ kind: z.literal('applicant'), isApplicant: z.boolean() }).meta({
    id: 'ApplicantFact',
    description:
      'Whether this adult applies for the household where a benefit is one for all; unknown counts as yes',
  }),
  z
    .strictObject({ kind: z.literal('language'), lacksSwedish: z.boolean() })
    .meta({ id: 'LanguageFact', description: 'Whether the person lacks basic Swedish (skollagen 20:31)' }),
  z
    .strictObject({
      kind: z.literal('education'),
      foreignGrades: z.boolean(),
      regulatedProfession: z.boolean().optional(),
    })
    .meta({ id: 'EducationFact', description: 'Whether there are grades from abroad to be assessed' }),
  z
    .strictObject({
      kind: z.literal('occupation'),
      activity: z.enum(['unemployed', 'work', 'gymnasium', 'studies', 'parentalLeave', 'sickLeave']),
      extent: z.enum(['full', 'part']),
    })
    .meta({ id: 'OccupationFact', description: 'What the person does by day; decides over the programme' }),
  z
    .strictObject({ kind: z.literal('departure'), leftOn: PlainDate })
    .meta({ id: 'DepartureFact', description: 'Moved from Sweden' }),
  z.strictObject({ kind: z.literal('death'), diedOn: PlainDate }).meta({ id: 'DeathFact' }),
  z
    .strictObject({ kind: z.literal('withdrawal'), reason: text(500) })
    .meta({ id: 'WithdrawalFact', description: 'The case is withdrawn from the day the fact is valid' }),
] as const;

/** Where a household lives and what it lives on, and what it has asked for. */
export const LIVING_FACTS = [
  z
    .strictObject({
      kind: z.literal('stay'),
      kommun: KommunCode,
      dwelling: z
        .enum(['fixed', 'none', 'acute', 'genomgangsbostad'])
        .describe("`acute`: emergency housing; `genomgangsbostad`: a kommun's transitional housing"),
      movedInOn: PlainDate.optional(),
    })
    .meta({ id: 'StayFact', description: 'Kommun of stay; kommun steps follow it' }),
  z
    .strictObject({
      kind: z.literal('income'),
      source: z.enum(['wage', 'pension', 'studyAid', 'parentalBenefit', 'sicknessBenefit', 'other']),
      from: PlainDate,
      until: PlainDate.optional().describe('Last day covered; absent while it goes on'),
    })
    .meta({ id: 'IncomeFact', description: 'What the household lives on besides the steps of the path' }),
  z
    .strictObject({ kind: z.literal('preschoolRequest'), requestedOn: PlainDate })
    .meta({ id: 'PreschoolRequestFact', description: 'The guardians ask for förskola (skollagen 8:14)' }),
  z
    .strictObject({ kind: z.literal('bistandRequest'), requestedOn: PlainDate })
    .meta({ id: 'BistandRequestFact', description: 'The household asks for ekonomiskt bistånd' }),
] as const;
