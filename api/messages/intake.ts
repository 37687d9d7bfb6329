import { z } from 'zod';
import { setTimeout as pause } from 'node:timers/promises';
import { Fact, type FactKind } from '../../domain/model/facts';
import { CaseId, HouseholdId, PersonId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';
import { text } from '../../domain/model/text';
import { type Opened, openCases } from '../../register/intake/open-cases';
import { confirmWithResponse } from '../../register/messages/store';
import type { StoredResponse } from '../../register/schema';
import { startCase } from '../../workflows/case-client';
import { isInArea } from '../auth/access';
import type { Caller } from '../auth/caller';
import { type Answer, type MessageIdentity, storedAnswer } from '../endpoint';
import { Problem } from '../problem';
import type { Services } from '../services';
import { repeatedAnswer } from './own-change';

/** Facts that are told of a whole household; all others are one person's. */
export const HOUSEHOLD_FACTS: readonly FactKind[] = [
  'stay',
  'settlement',
  'lma',
  'arrival',
  'protectedIdentity',
];

const StatedFact = z.strictObject({ fact: Fact, validFrom: PlainDate }).meta({ id: 'StatedFact' });

const PersonFacts = z
  .array(StatedFact)
  .max(50)
  .refine(
    (facts) => facts.filter(({ fact }) => fact.kind === 'birth').length === 1,
    'must hold one birth fact',
  )
  .refine((facts) => facts.every(({ fact }) => fact.kind !== 'withdrawal'), 'a new case is not withdrawn');

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
    role: z.enum(['adult', 'child']),
    relation: text(100).optional().describe('To the first member, in words'),
    facts: PersonFacts,
  })
  .meta({ id: 'Member' });

export const Source = text(200).describe('Who told the facts');

/** Answer to an intake. */
export const OpenedAnswer = z
  .object({ householdId: HouseholdId, cases: z.array(z.object({ caseId: CaseId, personId: PersonId })) })
  .meta({ id: 'Opened' });

/** An intake, parsed. */
export type IntakeRequest = {
  readonly caller: Caller;
  readonly message: MessageIdentity;
  readonly body: unknown;
  readonly source: string;
  readonly householdId?: HouseholdId;
  readonly householdFacts: readonly z.output<typeof StatedFact>[];
  readonly members: readonly z.output<typeof Member>[];
};

/** How long the answer to an intake waits for the workflows to start; the relay starts those that have not. */
const START_WITHIN = 2_000;

/**
 * Opens the cases in the register, then tries to start their workflows at once. The answer does not depend on the
 * engine. Throws 403 for a kommun outside the caller's area and 409 when an open case holds one of the numbers.
 */
export async function openHousehold(request: IntakeRequest, services: Services): Promise<Answer<never>> {
  const { caller, message, body, source, householdId, householdFacts, members } = request;
  if (!householdId) requireArea(caller, householdFacts);
  const result = await openCases(services.register, services.planner, {
    messageId: message.id,
    caller: caller.subject,
    bodyHash: message.bodyHash,
    body,
    source,
    existing: householdId,
    householdFacts,
    members,
    now: Instant.parse(new Date().toISOString()),
    respond: openedResponse,
  });
  switch (result.kind) {
    case 'opened':
      await Promise.race([startAll(result.opened, services), pause(START_WITHIN, undefined, { ref: false })]);
      return storedAnswer(result.response);
    case 'repeated':
      return repeatedAnswer(message, services.register);
    case 'inUse':
      throw new Problem(
        'identifier-in-use',
        'An open case already holds the dossiernummer; nothing was opened.',
        {
          invalidParameters: result.members.map((position) => ({
            name: `members.${position}.dossiernummer`,
            reason: 'is held by an open case',
          })),
        },
      );
  }
}

function requireArea(caller: Caller, facts: IntakeRequest['householdFacts']): void {
  const stay = facts.findLast(({ fact }) => fact.kind === 'stay')?.fact;
  if (isInArea(caller, stay?.kind === 'stay' ? stay.kommun : null)) return;
  throw new Problem('not-allowed', "The household's kommun of stay is outside the caller's area.");
}

function openedResponse({ householdId, cases }: Opened): StoredResponse {
  const body = { householdId, cases: cases.map(({ caseId, personId }) => ({ caseId, personId })) };
  return { status: 201, headers: { Location: `/api/v1/households/${householdId}` }, body };
}

/** Confirms each start that went through; the others stay for the relay. */
async function startAll({ cases }: Opened, services: Services): Promise<void> {
  const deadline = Date.now() + START_WITHIN;
  const starts = cases.map(async ({ caseId, startId }) => {
    const engine = await services.engine();
    await engine.withDeadline(deadline, () => startCase(engine, caseId));
    await confirmWithResponse(services.register, startId, { status: 201, body: { caseId } });
  });
  const failed = (await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected');
  if (failed.length > 0)
    services.logger.warn({ failed: failed.length }, 'the relay will start the workflows');
}
