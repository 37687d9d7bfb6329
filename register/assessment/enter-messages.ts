import type { Transaction } from 'kysely';
import { ZodError } from 'zod';
import type { Verdict } from '../../domain/model/assessment';
import type { HouseholdId, MessageId, PersonId } from '../../domain/model/ids';
import type { MessageKind } from '../../domain/model/message';
import type { Instant } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { insertFacts, type NewFact } from '../facts';
import { appendLedger, type LedgerEntry } from '../ledger';
import { noteApproved } from '../proposals/decide';
import { AnswerItem, FactsBody, ReportBody, RestartBody } from '../message-body';
import { isInLedger } from '../messages/store';
import { remindAssignees } from '../work/remind';
import { takeReopening } from '../reopening/take-reopening';
import { takeAnswer } from './take-answer';
import { contentOf } from './timeline-content';
import { replanHousehold } from './replan';
import type { Planner } from './planner';
import type { CaseRow } from './projection';
import type { RegisterSchema } from '../schema';

type Trx = Transaction<RegisterSchema>;
type Taking = {
  readonly records: StepRecords;
  readonly verdicts: readonly Verdict[];
  readonly now: Instant;
  readonly planner: Planner;
};
type Message = { id: MessageId; kind: MessageKind; caller: string; body: unknown };

/** Enters every message that the case took in the ledger and, when its row is new, in facts and answers, each once. */
export async function enterMessages(trx: Trx, row: CaseRow, taking: Taking): Promise<void> {
  const { records, verdicts, now } = taking;
  if (verdicts.length === 0) return;
  const messages = await messagesById(trx, verdicts);
  for (const { messageId, verdict } of verdicts) {
    const message = messages.get(messageId);
    if (!message) continue;
    const told = await withConsequences(trx, row, { ...message, ...entryOf(message, verdict) }, taking);
    const entry = { ...told, eventKey: messageId, messageId, caseTime: now };
    const [written] = await appendLedger(trx, row.caseId, [entry]);
    if (written && entry.kind === message.kind) await take(trx, row, message, records);
  }
}

async function messagesById(trx: Trx, verdicts: readonly Verdict[]): Promise<Map<MessageId, Message>> {
  const ids = verdicts.map((verdict) => verdict.messageId);
  const rows = await trx
    .selectFrom('messages')
    .select(['id', 'kind', 'caller', 'body'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((message) => [message.id, message as Message]));
}

type Told = Pick<LedgerEntry, 'kind' | 'actor' | 'content'>;

/** The ledger row of a reopening lists what follows from it, found before anything is taken back. */
async function withConsequences(
  trx: Trx,
  row: CaseRow,
  { id, body, kind, actor, content }: Told & Pick<Message, 'id' | 'body'>,
  taking: Taking,
): Promise<Told> {
  if (kind !== 'reopening' || (await isInLedger(trx, id))) return { kind, actor, content };
  const steps = RestartBody.parse(body).items.map(({ stepId }) => stepId);
  const followed = await takeReopening(trx, row, { id, steps }, taking);
  return { kind, actor, content: { ...content, followed } };
}

/** A body that this version of the code cannot read must not stop the case: it is entered as `unreadable`. */
function entryOf({ kind, caller, body }: Message, verdict: Verdict['verdict']): Told {
  const content = tryContentOf(kind, body);
  if (!content) return { kind: 'unreadable', actor: caller, content: { kind } };
  return { kind: verdict === 'taken' ? kind : verdict, actor: caller, content };
}

function tryContentOf(kind: MessageKind, body: unknown): Record<string, unknown> | undefined {
  try {
    return contentOf(kind, body);
  } catch (fault) {
    if (fault instanceof ZodError) return undefined;
    throw fault;
  }
}

async function take(trx: Trx, row: CaseRow, message: Message, records: StepRecords): Promise<void> {
  switch (message.kind) {
    case 'completion':
    case 'report':
      if (message.kind === 'completion') await noteApproved(trx, message.id);
      for (const item of ReportBody.parse(message.body).items) {
        const answer = AnswerItem.safeParse(item);
        if (answer.success) await takeAnswer(trx, row, message.id, answer.data, records);
      }
      return;
    case 'facts':
    case 'withdrawal':
      await takeFacts(trx, row, message);
      return;
    case 'reminder': {
      const steps = RestartBody.parse(message.body).items.map(({ stepId }) => stepId);
      const { caseId } = row;
      await remindAssignees(trx, { messageId: message.id, caseId, steps, by: message.caller });
      return;
    }
    case 'reopening':
    case 'resubmission':
    case 'pause':
    case 'resumption':
    case 'extension':
    case 'replan':
      return;
  }
}

async function takeFacts(trx: Trx, row: CaseRow, message: Message): Promise<void> {
  const told = FactsBody.parse(message.body).facts;
  const facts: NewFact[] = told.map(({ fact, appliesTo, validFrom, source }) => ({
    fact,
    of: ownerOf(row, appliesTo),
    validFrom,
    source,
    messageId: message.id,
  }));
  await insertFacts(trx, facts);
  if (told.some((fact) => fact.appliesTo === 'household')) {
    await replanHousehold(trx, row, message.id);
  }
}

function ownerOf(
  row: CaseRow,
  appliesTo: 'person' | 'household',
): { personId: PersonId } | { householdId: HouseholdId } {
  return appliesTo === 'household' ? { householdId: row.householdId } : { personId: row.personId };
}
