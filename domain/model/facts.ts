import { z } from 'zod';
import { type HouseholdId, KommunCode, type MessageId, type PersonId } from './ids';
import { PlainDate } from './plain-date';
import { text } from './text';

/**
 * The ground of a residence permit: refugee (UtlL 2005:716 4:1), alternative protection (4:2), exceptional grounds
 * (5:6), quota (5:2), family (5:3) or temporary protection (21 kap.).
 */
export const PermitGround = z
  .enum(['refugee', 'alternativeProtection', 'exceptionalGrounds', 'quota', 'family', 'temporaryProtection'])
  .meta({ id: 'PermitGround' });
export type PermitGround = z.infer<typeof PermitGround>;

/** How sharply a person's whereabouts are guarded (OSL 22:1, FOL 16-17 §§, lag 1991:483). */
export const ProtectionLevel = z
  .enum(['none', 'sekretessmarkering', 'skyddadFolkbokforing', 'fingeradePersonuppgifter'])
  .meta({ id: 'ProtectionLevel' });

/** One dated statement about a person or a household: the only thing besides step records that the planner reads. */
export const Fact = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('birth'), bornOn: PlainDate }).meta({ id: 'BirthFact' }),
    z.strictObject({ kind: z.literal('arrival'), arrivedOn: PlainDate }).meta({ id: 'ArrivalFact' }),
    z
      .strictObject({
        kind: z.literal('permit'),
        ground: PermitGround,
        decidedOn: PlainDate,
        validFrom: PlainDate,
        validTo: PlainDate.optional().describe('Last day of a temporary permit; absent for a permanent one'),
        servedOn: PlainDate.optional().describe(
          'Set when the decision was served before arrival (quota, served abroad)',
        ),
      })
      .meta({ id: 'PermitFact' }),
    z
      .strictObject({
        kind: z.literal('settlement'),
        form: z.enum(['anvisad', 'egenbosatt', 'kvot', 'anhorig']),
      })
      .meta({ id: 'SettlementFact' }),
    z
      .strictObject({
        kind: z.literal('stay'),
        kommun: KommunCode,
        dwelling: z.enum(['fixed', 'none']),
        movedInOn: PlainDate.optional(),
      })
      .meta({ id: 'StayFact', description: 'Kommun of stay; kommun steps follow it' }),
    z
      .strictObject({ kind: z.literal('registration'), kommun: KommunCode, from: PlainDate })
      .meta({ id: 'RegistrationFact', description: 'Folkbokförd: kommun of registration' }),
    z
      .strictObject({ kind: z.literal('family'), parentsInSweden: z.boolean() })
      .meta({ id: 'FamilyFact', description: 'Whether a person under 20 has a parent in Sweden' }),
    z
      .strictObject({ kind: z.literal('language'), lacksSwedish: z.boolean() })
      .meta({ id: 'LanguageFact', description: 'Whether the person lacks basic Swedish (skollagen 20:31)' }),
    z.strictObject({ kind: z.literal('lma'), registered: z.boolean() }).meta({
      id: 'LmaFact',
      description: 'Whether Migrationsverket carries the person under LMA (1994:137)',
    }),
    z
      .strictObject({ kind: z.literal('protectedIdentity'), level: ProtectionLevel })
      .meta({ id: 'ProtectedIdentityFact' }),
    z
      .strictObject({ kind: z.literal('withdrawal'), reason: text(500) })
      .meta({ id: 'WithdrawalFact', description: 'The case is withdrawn from the day the fact is valid' }),
  ])
  .meta({ id: 'Fact' });
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact['kind'];

/** A fact as the register keeps it: of one person or of the household, valid from a day, told by a source. */
export type DatedFact = {
  readonly fact: Fact;
  readonly of: { readonly personId: PersonId } | { readonly householdId: HouseholdId };
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly messageId: MessageId;
};

/** What holds for one case on one day: at most one fact of each kind, with the day it became valid. */
export type CaseFacts = {
  readonly [K in FactKind]?: Extract<Fact, { kind: K }> & { readonly since: PlainDate };
};
