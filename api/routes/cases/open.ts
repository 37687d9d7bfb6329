import { z } from 'zod';
import { HouseholdId } from '../../../domain/model/ids';
import { HouseholdFacts, Member, Source } from '../../../register/intake/member';
import { requireHousehold } from '../../auth/access';
import { defineEndpoint } from '../../endpoint';
import { openHousehold, OpenedAnswer } from '../../messages/intake';
import { caseExample } from '../households/example';

const NewCase = z
  .strictObject({
    source: Source,
    householdId: HouseholdId.optional().describe(
      'A household that the person joins; its facts hold for the person too',
    ),
    facts: HouseholdFacts.optional().describe('Facts of a new household; left out when joining one'),
    member: Member,
  })
  .refine((body) => (body.householdId === undefined) !== (body.facts === undefined), {
    path: ['householdId'],
    message: 'give either the household to join or the facts of a new one',
  })
  .meta({ id: 'NewCase' });

/** POST /cases: a case for one person, in a new household or in one that is there. */
export const openCaseEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases',
  tag: 'Cases',
  summary: 'Open a case for one person',
  description: 'In a household of their own, or joining one: a child born later, a spouse who follows.',
  access: { roles: ['system', 'coordinator'] },
  auditEvent: 'intake',
  idempotencyKey: 'required',
  body: NewCase,
  status: 201,
  result: OpenedAnswer,
  problems: ['identifier-in-use', 'not-found'],
  example: { identity: 'coordinator', body: caseExample },
  async handle({ caller, message, body }, services) {
    const { source, householdId, facts = [], member } = body;
    if (householdId) await requireHousehold(services.register, caller, householdId);
    const members = [member];
    return openHousehold(
      { caller, message, body, source, householdId, householdFacts: facts, members },
      services,
    );
  },
});
