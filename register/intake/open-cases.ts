import { randomBytes, randomUUID } from 'node:crypto';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { CaseId, HouseholdId, type MessageId, type PersonId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import { digestOf } from '../../domain/process/judging/digest';
import { factsAsOf } from '../../domain/process/facts-as-of';
import type { Planner } from '../assessment/planner';
import { caseColumns, stepRows } from '../assessment/projection';
import type { Register } from '../database';
import { datedFactsOf, insertFacts } from '../facts';
import { appendLedger } from '../ledger';
import { bodyHash, derivedMessageId } from '../message-id';
import { writeStuckSpans } from '../stuck/spans';
import { keepResponse, storeMessage } from '../messages/store';
import type { StoredResponse } from '../schema';
import { type DatedStatement, enterPerson, type NewMember } from './people';
import { lockIdentifiers, type NumberInUse, numbersInUse } from './in-use';

/** A request to open cases: the members of a new household, or of an existing one. */
export type Intake = {
  readonly messageId: MessageId;
  readonly caller: string;
  readonly bodyHash: string;
  readonly body: unknown;
  readonly source: string;
  readonly existing?: HouseholdId;
  readonly householdFacts: readonly DatedStatement[];
  readonly members: readonly NewMember[];
  readonly now: Instant;
  /** The response, also to a repeat of the request. */
  readonly respond: (opened: Opened) => StoredResponse;
  /** Writes more in the same transaction. */
  readonly alongside?: (trx: Register, opened: Opened) => Promise<void>;
};

/** The cases opened, in the order of the members, each with the message that starts its workflow. */
export type Opened = {
  readonly householdId: HouseholdId;
  readonly cases: readonly {
    readonly caseId: CaseId;
    readonly personId: PersonId;
    readonly startId: MessageId;
  }[];
};

/** `repeated`: another request with the same key was first; `inUse`: numbers of members that cannot be used. */
export type IntakeResult =
  | { readonly kind: 'opened'; readonly opened: Opened; readonly response: StoredResponse }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'inUse'; readonly numbers: readonly NumberInUse[] };

/** Rolls the transaction back. */
class InUse extends Error {
  constructor(readonly numbers: readonly NumberInUse[]) {
    super('an identifier is in use');
  }
}

/**
 * Opens a case for each member in one transaction, all or none, planned at revision 0 by the planner of the coming
 * workflow, so that each can be read completely at once. Stores everything needed to start the workflows later: the
 * engine may be unreachable.
 */
export async function openCases(register: Register, planner: Planner, intake: Intake): Promise<IntakeResult> {
  try {
    return await register.transaction().execute(async (trx): Promise<IntakeResult> => {
      if (!(await storeIntake(trx, intake))) return { kind: 'repeated' };
      await refuseOpenIdentifiers(trx, intake);
      const opened = await enterHousehold(trx, intake);
      for (const entry of opened.cases) await openCase(trx, planner, intake, opened.householdId, entry);
      const response = intake.respond(opened);
      await keepResponse(trx, intake.messageId, response);
      await intake.alongside?.(trx, opened);
      return { kind: 'opened', opened, response };
    });
  } catch (fault) {
    if (fault instanceof InUse) return { kind: 'inUse', numbers: fault.numbers };
    throw fault;
  }
}

/** Stores the request first: a second one with the same key waits here until the first has ended. */
async function storeIntake(trx: Register, intake: Intake): Promise<boolean> {
  const { messageId: id, caller, body } = intake;
  const row = { id, caller, body, bodyHash: intake.bodyHash, caseId: null, message: null };
  return storeMessage(trx, { ...row, kind: 'intake', via: 'register' });
}

async function refuseOpenIdentifiers(trx: Register, { members }: Intake): Promise<void> {
  await lockIdentifiers(trx, members);
  const held = await numbersInUse(trx, members);
  if (held.length > 0) throw new InUse(held);
}

async function enterHousehold(trx: Register, intake: Intake): Promise<Opened> {
  const { messageId, source } = intake;
  const householdId = intake.existing ?? HouseholdId.parse(randomUUID());
  if (!intake.existing) await trx.insertInto('households').values({ id: householdId }).execute();
  await insertFacts(
    trx,
    intake.householdFacts.map((stated) => ({ ...stated, of: { householdId }, source, messageId })),
  );
  const cases: Opened['cases'][number][] = [];
  for (const member of intake.members) {
    const personId = await enterPerson(trx, member, householdId, { messageId, source });
    const caseId = CaseId.parse(randomUUID());
    cases.push({ caseId, personId, startId: derivedMessageId(messageId, caseId, 'start') });
  }
  return { householdId, cases };
}

async function openCase(
  trx: Register,
  planner: Planner,
  intake: Intake,
  householdId: HouseholdId,
  { caseId, personId, startId }: Opened['cases'][number],
): Promise<void> {
  const { now, caller: actor, messageId, source } = intake;
  const openedOn = stockholmDayAt(Date.parse(now));
  const facts = factsAsOf(await datedFactsOf(trx, personId, householdId), openedOn);
  const plan = planner(facts, {}, now);
  const writing = {
    caseId,
    runId: null,
    revision: 0,
    records: {},
    facts,
    rulesVersion: planner.version,
    now,
  };
  await trx
    .insertInto('cases')
    .values({
      ...caseColumns(plan, digestOf(plan, facts, caseId), writing),
      id: caseId,
      person_id: personId,
      household_id: householdId,
      opened_on: openedOn,
      state: 'open',
      revision: 0,
    })
    .execute();
  await trx.insertInto('case_steps').values(stepRows(plan, writing)).execute();
  await writeStuckSpans(trx, caseId, plan, facts);
  await trx
    .insertInto('case_keys')
    .values({ case_id: caseId, key_id: randomUUID(), key: randomBytes(32) })
    .execute();
  const content = { householdId, personId, source };
  const eventKey = `${messageId}/${caseId}`;
  await appendLedger(trx, caseId, [{ eventKey, messageId, kind: 'intake', actor, caseTime: now, content }]);
  await storeStart(trx, intake, caseId, startId);
}

/**
 * Stores the start of the workflow. The caller starts it at once; the relay does so after its lease of half a minute.
 */
async function storeStart(trx: Register, intake: Intake, caseId: CaseId, id: MessageId): Promise<void> {
  const body = { cause: intake.messageId };
  await trx
    .insertInto('messages')
    .values({
      id,
      case_id: caseId,
      kind: 'start',
      via: 'start',
      caller: intake.caller,
      body_hash: bodyHash(body),
      body: JSON.stringify(body),
      message: null,
      state: 'received',
      sent_at: new Date(),
    })
    .execute();
}
