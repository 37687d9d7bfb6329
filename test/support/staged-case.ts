import { randomUUID } from 'node:crypto';
import { ApplicationFailure, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Fact } from '../../domain/model/facts';
import type { MessageId, StepId } from '../../domain/model/ids';
import type { CaseMessage, MessageItem, MessageKind, TimingKind } from '../../domain/model/message';
import type { PlainDate } from '../../domain/model/plain-date';
import { sendSignal, sendUpdate } from '../../engine/case-client';
import type { Recorded } from '../../workflows/messages';
import { CaseView } from './engine/case-view';

/** What is said with an answer besides step and outcome. */
export type Saying = {
  readonly servedOn?: PlainDate;
  readonly fields?: Record<string, string>;
  /** Today when not said. */
  readonly on?: PlainDate;
};

/** What is said with a pause, a resumption or an extension besides the step. */
export type Resting = { readonly until?: PlainDate; readonly rule?: string; readonly reason?: string };

/** How a fact is told. */
export type Telling = {
  readonly appliesTo?: 'person' | 'household';
  /** Today when not said. */
  readonly validFrom?: PlainDate;
  readonly id?: MessageId;
};

/** One case on the stage, spoken to as its users do: rows in `messages` first, then Update or Signal. */
export class StagedCase extends CaseView {
  /** Stores a message that nobody has sent yet. */
  async store(
    kind: MessageKind,
    body: object,
    items: readonly MessageItem[],
    { id = newMessageId(), expectedRevision }: { id?: MessageId; expectedRevision?: number } = {},
  ): Promise<CaseMessage> {
    const expected = expectedRevision === undefined ? {} : { expectedRevision };
    const message: CaseMessage = { kind, messageId: id, items: [...items], ...expected };
    await this.register
      .insertInto('messages')
      .values({
        id,
        case_id: this.caseId,
        kind,
        via: kind === 'report' || kind === 'replan' ? 'signal' : 'update',
        caller: kind === 'report' ? 'webhook:agency' : 'caseworker',
        body_hash: '',
        body: JSON.stringify(body),
        message: JSON.stringify(message),
        state: 'received',
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return message;
  }

  /** Sends a stored message of a person. */
  async sends(message: CaseMessage): Promise<Recorded> {
    return sendUpdate(this.client, this.caseId, message);
  }

  /** Sends a stored message of an agency's system; does not wait. */
  async signals(message: CaseMessage): Promise<void> {
    await sendSignal(this.client, this.caseId, message);
  }

  /** Stores a person's answer. */
  async storesAnswer(step: string, outcome: string, saying: Saying = {}, id?: MessageId) {
    const item = await this.item(step, outcome, saying);
    return this.store('completion', bodyOf(item, saying), [item], { id });
  }

  /** A caseworker says that a step came to this, today unless said otherwise. */
  async completes(step: string, outcome: string, saying: Saying = {}, id?: MessageId): Promise<Recorded> {
    return this.sends(await this.storesAnswer(step, outcome, saying, id));
  }

  /** Stores an agency's report on a filing. */
  async storesReport(step: string, outcome: string, saying: Saying = {}, filing = 1, id?: MessageId) {
    const item = { ...(await this.item(step, outcome, saying)), filing };
    return this.store('report', bodyOf(item, saying), [item], { id });
  }

  /** An agency's system reports on a filing. Gives the message; does not wait. */
  async reports(step: string, outcome: string, saying: Saying = {}, filing = 1, id?: MessageId) {
    const message = await this.storesReport(step, outcome, saying, filing, id);
    await this.signals(message);
    return message;
  }

  /** An agency's system sends something about a step that nobody can read. */
  async reportsUnreadably(step: string, filing = 1): Promise<CaseMessage> {
    const item = { stepId: step as StepId, filing };
    const body = { items: [{ ...item, fields: {}, unreadable: { code: 'X9' } }] };
    const message = await this.store('report', body, [item]);
    await this.signals(message);
    return message;
  }

  /** Stores that a done step is reopened, or a filing handed over again. */
  async storesRestart(kind: 'reopening' | 'resubmission', step: string): Promise<CaseMessage> {
    const items = [{ stepId: step as StepId }];
    return this.store(kind, { items, reason: 'rättelse' }, items);
  }

  /** Reopens a done step, or files it again. */
  async restarts(kind: 'reopening' | 'resubmission', step: string): Promise<Recorded> {
    return this.sends(await this.storesRestart(kind, step));
  }

  /** Stores that a step is to rest, go on, or have more time. */
  async storesRest(kind: TimingKind, step: string, resting: Resting = {}): Promise<CaseMessage> {
    const { reason = 'sjuk', ...more } = resting;
    const items = [{ stepId: step as StepId, ...more }];
    return this.store(kind, { items, reason }, items);
  }

  /** A caseworker lets a step rest, go on, or have more time. */
  async rests(kind: TimingKind, step: string, resting: Resting = {}): Promise<Recorded> {
    return this.sends(await this.storesRest(kind, step, resting));
  }

  /** Stores that something about the person or the household is so. */
  async storesFact(fact: Fact, telling: Telling = {}): Promise<CaseMessage> {
    const { appliesTo = 'person', validFrom = await this.today(), id } = telling;
    const body = { facts: [{ fact, appliesTo, validFrom, source: 'test' }], items: [] };
    return this.store(fact.kind === 'withdrawal' ? 'withdrawal' : 'facts', body, [], { id });
  }

  /** Tells the case that something about the person or the household is so. */
  async tells(fact: Fact, telling: Telling = {}): Promise<Recorded> {
    return this.sends(await this.storesFact(fact, telling));
  }

  /** The person withdraws from the path. */
  async withdraws(): Promise<Recorded> {
    return this.tells({ kind: 'withdrawal', reason: 'flyttar utomlands' });
  }

  /** The four first steps done on one day: what a Mötesplats does. */
  async meets(): Promise<void> {
    await this.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await this.completes('etableringssamtal', 'held');
    await this.completes('kommunmote', 'held');
    await this.completes('flyttningsanmalan', 'filed');
  }

  /** The meeting day is over and Skatteverket has the application, at noon tomorrow. */
  async appliesForPersonnummer(): Promise<void> {
    await this.untilHandOver('sfi', 'filed');
    await this.untilNoonIn(1);
    await this.meets();
    await this.untilHandOver('personnummer', 'filed');
  }

  private async item(step: string, outcome: string, { on, servedOn }: Saying) {
    return {
      stepId: step as StepId,
      outcome,
      on: on ?? (await this.today()),
      ...(servedOn ? { servedOn } : {}),
    };
  }
}

export function newMessageId(): MessageId {
  return randomUUID() as MessageId;
}

function bodyOf(item: MessageItem, { fields = {} }: Saying) {
  return { items: [{ ...item, fields }] };
}

/** The code with which a case refused a message; fails the test when it did not. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (failure) {
    if (failure instanceof WorkflowUpdateFailedError && failure.cause instanceof ApplicationFailure) {
      const [detail] = failure.cause.details ?? [];
      return (detail as { code: string }).code;
    }
    throw failure;
  }
  throw new Error('the case took the message');
}
