import type { Transaction } from 'kysely';
import { ZodError } from 'zod';
import type { Verdict } from '../../domain/model/assessment';
import type { HouseholdId, MessageId, PersonId } from '../../domain/model/ids';
import type { MessageKind } from '../../domain/model/message';
import type { Instant } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { insertFacts, type NewFact } from '../facts';
import { appendLedger } from '../ledger';
import { noteApproved } from '../proposals/settle';
import { AnswerItem, FactsBody, ReportBody, RestartBody } from '../message-body';
import { takeBackAnswers } from './take-back';
import { takeAnswer } from './take-answer';
import { contentOf } from './timeline-content';
import { replanHousehold } from './replan';
import type { CaseRow } from './projection';
import type { RegisterSchema } from '../schema';

type Trx = Transaction<RegisterSchema>;
type Taking = {
  readonly records: StepRecords;
  readonly verdicts: readonly Verdict[];
  readonly now: Instant;
};
type Message = { id: MessageId; kind: MessageKind; caller: string; body: unknown };

/** Enters every message that the case took in the ledger and, when its row is new, in facts and answers: each once. */
export async function takeIntoRegister(
  trx: Trx,
  row: CaseRow,
  { records, verdicts, now }: Taking,
): Promise<void> {
  if (verdicts.length === 0) return;
  const messages = await messagesById(trx, verdicts);
  for (const { messageId, verdict } of verdicts) {
    const message = messages.get(messageId);
    if (!message) continue;
    const entry = { ...entryOf(message, verdict), eventKey: messageId, messageId, caseTime: now };
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

/** A body that this code cannot read, stored by another version of it, must not stop the case: the ledger says so. */
function entryOf({ kind, caller, body }: Message, verdict: Verdict['verdict']) {
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
    case 'reopening':
      for (const { stepId } of RestartBody.parse(message.body).items) {
        await takeBackAnswers(trx, row.caseId, stepId, message.id);
      }
      return;
    case 'facts':
    case 'withdrawal':
      await takeFacts(trx, row, message);
      return;
    case 'resubmission':
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
