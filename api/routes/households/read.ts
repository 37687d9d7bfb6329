import { z } from 'zod';
import { Fact } from '../../../domain/model/facts';
import { CaseId, HouseholdId, KommunCode, PersonId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { type MemberView, readHouseholdFacts, readMembers } from '../../../register/reading/household';
import { householdScopes } from '../../../register/reading/scope';
import { MilestoneAnswer } from '../../answers/case';
import { maySee } from '../../auth/access';
import { defineEndpoint } from '../../endpoint';
import { bodyTag, ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { HouseholdParams } from '../../parameters';

const HouseholdAnswer = z
  .object({
    householdId: HouseholdId,
    members: z.array(
      z.object({
        personId: PersonId,
        caseId: CaseId,
        role: z.enum(['adult', 'child']),
        relation: z.string().optional(),
        givenName: z.string().optional().describe('Left out for a person whose whereabouts are guarded'),
        familyName: z.string().optional(),
        state: z.enum(['open', 'closed']),
        openedOn: PlainDate,
        kommun: KommunCode.nullable(),
        milestone: MilestoneAnswer.nullable(),
      }),
    ),
    facts: z.array(z.object({ fact: Fact, validFrom: PlainDate, source: z.string() })),
  })
  .meta({ id: 'Household' });

/** GET /households/{householdId}: the members whose cases the caller may know, and the facts they share. */
export const readHouseholdEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/households/{householdId}',
  tag: 'Households',
  summary: 'Read a household',
  access: { roles: ['caseworker', 'system', 'coordinator', 'manager'], within: 'household' },
  auditEvent: 'read',
  params: HouseholdParams,
  headers: ReadHeaders,
  status: 200,
  result: HouseholdAnswer,
  otherResults: UNCHANGED,
  async handle({ caller, params: { householdId }, headers }, { register }) {
    const scopes = await householdScopes(register, householdId);
    const seen = new Set(scopes.filter((scope) => maySee(caller, scope)).map(({ caseId }) => caseId));
    const members = (await readMembers(register, householdId)).filter(({ caseId }) => seen.has(caseId));
    const facts = await readHouseholdFacts(register, householdId);
    const body = { householdId, members: members.map(memberAnswer), facts };
    return unlessKnown(headers, { ETag: bodyTag(body) }, () => ({ body, read: [...seen] }));
  },
});

function memberAnswer({ isProtected, givenName, familyName, relation, ...member }: MemberView) {
  return { ...member, ...(relation && { relation }), ...(!isProtected && { givenName, familyName }) };
}
