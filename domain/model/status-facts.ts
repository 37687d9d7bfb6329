import { z } from 'zod';
import { CaseId, KommunCode } from './ids';
import { PlainDate } from './plain-date';

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

/** What authorities have decided about a person: permit, registration, protection, LMA, how they were settled. */
export const STATUS_FACTS = [
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
      refuses: z
        .enum(['status', 'ground'])
        .optional()
        .describe(
          'What the same decision refuses, if anything: status as a refugee, or the ground asked for',
        ),
    })
    .meta({ id: 'PermitFact' }),
  z
    .strictObject({ kind: z.literal('permitRecall'), finalOn: PlainDate })
    .meta({ id: 'PermitRecallFact', description: 'The permit is recalled for good (UtlL 7 kap.)' }),
  z
    .strictObject({
      kind: z.literal('registration'),
      kommun: KommunCode.optional().describe('Left out with skyddad folkbokföring'),
      from: PlainDate,
    })
    .meta({ id: 'RegistrationFact', description: 'Folkbokförd: kommun of registration' }),
  z
    .strictObject({ kind: z.literal('protectedIdentity'), level: ProtectionLevel })
    .meta({ id: 'ProtectedIdentityFact' }),
  z
    .strictObject({
      kind: z.literal('lma'),
      registered: z.boolean(),
      housing: z.enum(['asylboende', 'own']).optional(),
    })
    .meta({
      id: 'LmaFact',
      description:
        'Whether Migrationsverket carries the person under LMA (1994:137), and how they lived meanwhile',
    }),
  z
    .strictObject({ kind: z.literal('lmaAid'), paidUntil: PlainDate })
    .meta({ id: 'LmaAidFact', description: 'Last day that dagersättning under LMA covers' }),
  z
    .strictObject({
      kind: z.literal('settlement'),
      form: z.enum(['anvisad', 'egenbosatt', 'kvot', 'anhorig']),
    })
    .meta({ id: 'SettlementFact' }),
  z
    .strictObject({
      kind: z.literal('anchor'),
      receivedOn: PlainDate.describe('First reception of the anchor in a kommun'),
      appliedOn: PlainDate.describe('Day the relative applied for the permit'),
      isSwedishCitizen: z.boolean().describe('On the day of the application'),
      formerlyUnaccompanied: z.boolean().optional(),
      caseId: CaseId.optional().describe('Open or closed case of the anchor'),
    })
    .meta({
      id: 'AnchorFact',
      description: 'The person through whom a relative got the permit (2010:1122 5 a §)',
    }),
] as const;
