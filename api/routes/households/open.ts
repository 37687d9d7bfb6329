import { z } from 'zod';
import { HouseholdFacts, Member, Source } from '../../../register/intake/member';
import { defineEndpoint } from '../../endpoint';
import { openHousehold, OpenedAnswer } from '../../messages/intake';
import { householdExample } from './example';

const NewHousehold = z
  .strictObject({
    source: Source,
    facts: HouseholdFacts.describe("Facts of the whole household; a person's own override them"),
    members: z
      .array(Member)
      .min(1)
      .max(30)
      .refine(
        (members) => areDistinct(members.map((member) => member.dossiernummer)),
        'two members have the same dossiernummer',
      )
      .refine(
        (members) => areDistinct(members.flatMap((member) => member.personnummer ?? [])),
        'two members have the same personnummer',
      ),
  })
  .meta({ id: 'NewHousehold' });

function areDistinct(numbers: readonly string[]): boolean {
  return new Set(numbers).size === numbers.length;
}

/** POST /households: a case for each member, all or none. */
export const openHouseholdEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/households',
  tag: 'Households',
  summary: 'Open a case for each member of a household',
  description: 'All members or none. Works while the engine is away: the cases read whole at once.',
  access: { roles: ['system', 'coordinator'] },
  auditEvent: 'intake',
  idempotencyKey: 'required',
  body: NewHousehold,
  status: 201,
  result: OpenedAnswer,
  problems: ['identifier-in-use'],
  example: { identity: 'coordinator', body: householdExample },
  async handle({ caller, message, body }, services) {
    const { source, facts: householdFacts, members } = body;
    return openHousehold({ caller, message, body, source, householdFacts, members }, services);
  },
});
