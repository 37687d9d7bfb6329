import { randomUUID } from 'node:crypto';
import { ApplicationFailure, type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { addDays } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { CaseMessage, MessageItem, MessageKind } from '../../domain/model/message';
import type { PlainDate } from '../../domain/model/plain-date';
import type { CaseClock } from '../../platform/local/case-clock';
import type { Register } from '../../register/database';
import { readTimeline, type TimelineRow } from '../../register/ledger';
import { hasTaken, sendSignal, sendUpdate } from '../../workflows/case-client';
import { caseWorkflowId, type Recorded } from '../../workflows/messages';
import { until } from './until';

type Parts = {
  readonly register: Register;
  readonly client: Client;
  readonly clock: CaseClock;
  readonly caseId: CaseId;
};
type Saying = {
  readonly servedOn?: PlainDate;
  readonly fields?: Record<string, string>;
  readonly on?: PlainDate;
};

export type StagedCase = ReturnType<typeof stagedCase>;

/** One case on the stage, spoken to as its users do: rows in `messages` first, then Update or Signal. */
export function stagedCase({ register, client, clock, caseId }: Parts) {
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));

  async function today(): Promise<PlainDate> {
    return stockholmDayAt((await clock.now()).getTime());
  }

  async function store(
    kind: MessageKind,
    body: object,
    items: MessageItem[],
    id = randomUUID() as MessageId,
  ) {
    const message: CaseMessage = { kind, messageId: id, items };
    const via = kind === 'report' || kind === 'replan' ? 'signal' : 'update';
    await register
      .insertInto('messages')
      .values({
        id,
        case_id: caseId,
        kind,
        via,
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

  async function item(step: string, outcome: string, saying: Saying, filing?: number) {
    const on = saying.on ?? (await today());
    return {
      stepId: step as StepId,
      ...(filing ? { filing } : {}),
      outcome,
      on,
      ...(saying.servedOn ? { servedOn: saying.servedOn } : {}),
    };
  }

  /** A caseworker says that a step came to this, today unless said otherwise. */
  async function completes(
    step: string,
    outcome: string,
    saying: Saying = {},
    id?: MessageId,
  ): Promise<Recorded> {
    const one = await item(step, outcome, saying);
    const body = { items: [{ ...one, fields: saying.fields ?? {} }] };
    return sendUpdate(client, caseId, await store('completion', body, [one], id));
  }

  /** An agency's system reports on a filing. Gives the message; does not wait. */
  async function reports(step: string, outcome: string, saying: Saying = {}, filing = 1, id?: MessageId) {
    const one = await item(step, outcome, saying, filing);
    const body = { items: [{ ...one, fields: saying.fields ?? {} }] };
    const message = await store('report', body, [one], id);
    await sendSignal(client, caseId, message);
    return message;
  }

  async function step(id: string) {
    return register
      .selectFrom('case_steps')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('step_id', '=', id as StepId)
      .executeTakeFirstOrThrow();
  }

  async function timeline(): Promise<TimelineRow[]> {
    return readTimeline(register, caseId, 1000);
  }

  return {
    caseId,
    handle,
    clock,
    today,
    store,
    completes,
    reports,
    step,
    timeline,
    /** Reopens a done step, or files it again. */
    async restarts(kind: 'reopening' | 'resubmission', id: string): Promise<Recorded> {
      const items = [{ stepId: id as StepId }];
      return sendUpdate(client, caseId, await store(kind, { items, reason: 'rättelse' }, items));
    },
    /** The four first steps done on one day: what a Mötesplats does. */
    async meets(): Promise<void> {
      await completes('delgivning', 'served', { fields: { howServed: 'in person' } });
      await completes('etableringssamtal', 'held');
      await completes('kommunmote', 'held');
      await completes('flyttningsanmalan', 'filed');
    },
    /** Lets days pass. */
    async days(count: number): Promise<void> {
      const now = await clock.now();
      await clock.bringTo(new Date(now.getTime() + count * 24 * 3_600_000));
    },
    /** Lives until noon of a day so many days from today. */
    async untilNoonIn(count: number): Promise<void> {
      await clock.bringTo(new Date(`${addDays(await today(), count)}T11:00:00Z`));
    },
    /** The register's row of the case. */
    async row() {
      return register.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow();
    },
    async statusOf(id: string) {
      return (await step(id)).status;
    },
    /** Waits until the step's hand-over is in a state. */
    async untilHandOver(id: string, state: string, filing = 1): Promise<void> {
      await until(`hand-over ${filing} of ${id} is ${state}`, async () => {
        const { handOver } = (await step(id)).record;
        return handOver?.state === state && handOver.filing === filing;
      });
    },
    /** Waits until a recorded assessment holds the message. */
    async untilTaken({ messageId }: CaseMessage): Promise<void> {
      await until('the message is taken', () => hasTaken(client, caseId, messageId));
    },
    async untilStatus(id: string, kind: string): Promise<void> {
      await until(`${id} is ${kind}`, async () => (await step(id)).status.kind === kind);
    },
    async untilTold(kind: string): Promise<void> {
      await until(`the timeline tells ${kind}`, async () =>
        (await timeline()).some((row) => row.kind === kind),
      );
    },
    /** Number of events in the present run's history. */
    async events(): Promise<number> {
      return (await handle.describe()).historyLength;
    },
  };
}

/** The code with which a case refused a message; fails the test when it did not. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (failure) {
    if (failure instanceof WorkflowUpdateFailedError && failure.cause instanceof ApplicationFailure) {
      return (failure.cause.details?.[0] as { code: string }).code;
    }
    throw failure;
  }
  throw new Error('the case took the message');
}
