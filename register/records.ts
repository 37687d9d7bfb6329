import { type CaseState, REMEMBERED_MESSAGES } from '../domain/model/case-state';
import type { CaseId, MessageId, StepId } from '../domain/model/ids';
import type { CaseMessage } from '../domain/model/message';
import type { StepRecord, StepRecords } from '../domain/model/step-record';
import type { Register } from './database';

/** Returns whether the case exists and is open. */
export async function isCaseOpen(register: Register, caseId: CaseId): Promise<boolean> {
  const row = await register.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirst();
  return row?.state === 'open';
}

/**
 * Returns a case's state from the register, for when the engine has lost the case. Kept facts that no assessment has
 * recorded wait anew. Undefined for a case that has never been assessed: it is started.
 */
export async function stateFromRegister(register: Register, caseId: CaseId): Promise<CaseState | undefined> {
  const row = await register
    .selectFrom('cases')
    .select(['revision', 'run_id'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  if (row.run_id === null) return undefined;
  const records = await recordsOf(register, caseId);
  const kept = await keptFacts(register, caseId);
  const entered = await enteredMessages(register, caseId);
  const ids = [...entered, ...kept.map((message) => message.messageId)].slice(-REMEMBERED_MESSAGES);
  return {
    revision: row.revision,
    records,
    kept: kept.map((message) => ({ message, since: Date.now() })),
    taken: ids.map((messageId) => ({ messageId, revision: row.revision })),
  };
}

/**
 * The records of the steps. A request to an agency without a receipt, in progress when the engine was lost, is
 * repeated.
 */
async function recordsOf(register: Register, caseId: CaseId): Promise<StepRecords> {
  const steps = await register
    .selectFrom('case_steps')
    .select(['step_id', 'record'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  const receipts = await register
    .selectFrom('receipts')
    .select('key')
    .where('case_id', '=', caseId)
    .execute();
  const arrived = new Set(receipts.map(({ key }) => key));
  const entries = steps.map(({ step_id: stepId, record }): [StepId, StepRecord] => {
    const errands = record.errands.filter((errand) => arrived.has(`${caseId}/${stepId}/${errand}`));
    return [stepId, { ...record, errands }];
  });
  return Object.fromEntries(entries);
}

/** The newest messages that an assessment recorded in the ledger, oldest first. */
async function enteredMessages(register: Register, caseId: CaseId): Promise<MessageId[]> {
  const rows = await register
    .selectFrom('ledger')
    .innerJoin('messages', 'messages.id', 'ledger.message_id')
    .select('messages.id')
    .where('ledger.case_id', '=', caseId)
    .where('messages.via', 'in', ['update', 'signal'])
    .orderBy('ledger.id', 'desc')
    .limit(REMEMBERED_MESSAGES)
    .execute();
  return rows.map((row) => row.id).reverse();
}

async function keptFacts(register: Register, caseId: CaseId): Promise<CaseMessage[]> {
  const rows = await register
    .selectFrom('messages')
    .leftJoin('ledger', 'ledger.message_id', 'messages.id')
    .select('messages.message')
    .where('messages.case_id', '=', caseId)
    .where('messages.kind', '=', 'report')
    .where('messages.state', '=', 'confirmed')
    .where('ledger.id', 'is', null)
    .orderBy('messages.received_at')
    .execute();
  return rows.flatMap(({ message }) => (message ? [message] : []));
}
