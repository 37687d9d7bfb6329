import { z } from 'zod';
import { setTimeout as pause } from 'node:timers/promises';
import { CaseId, HouseholdId, PersonId } from '../../domain/model/ids';
import { Instant } from '../../domain/model/plain-date';
import type { Member, StatedFact } from '../../register/intake/member';
import { type Opened, openCases } from '../../register/intake/open-cases';
import { confirmWithResponse } from '../../register/messages/store';
import type { StoredResponse } from '../../register/schema';
import { worksIn } from '../../register/work/colleagues';
import { startCase } from '../../engine/case-client';
import type { Caller } from '../auth/caller';
import { type Answer, type MessageIdentity, storedAnswer } from '../endpoint';
import { Problem } from '../problem';
import type { Services } from '../services';
import { repeatedAnswer } from './own-change';

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
  readonly householdFacts: readonly StatedFact[];
  readonly members: readonly Member[];
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
      throw new Problem('identifier-in-use', 'A number of a member is in use already; nothing was opened.', {
        invalidParameters: result.numbers.map(({ position, number }) => ({
          name: `members.${position}.${number}`,
          reason: 'is held by an open case, or by another person',
        })),
      });
  }
}

function requireArea(caller: Caller, facts: IntakeRequest['householdFacts']): void {
  const stay = facts.findLast(({ fact }) => fact.kind === 'stay')?.fact;
  if (worksIn(caller, stay?.kind === 'stay' ? stay.kommun : null)) return;
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
