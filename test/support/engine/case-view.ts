import type { Client } from '@temporalio/client';
import { addDays } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { CaseId, MessageId, StepId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { HandOver } from '../../../domain/model/step-record';
import type { CaseClock } from '../../../local/case-clock';
import type { Register } from '../../../register/database';
import { readTimeline, type TimelineRow } from '../../../register/ledger';
import { hasTaken } from '../../../engine/case-client';
import { caseWorkflowId } from '../../../workflows/messages';
import { until } from '../until';

/** What a staged case is made of. */
export type CaseParts = {
  readonly register: Register;
  readonly client: Client;
  readonly clock: CaseClock;
  readonly caseId: CaseId;
};

/** One case on the stage, as it reads in the register and in Temporal, and its clock. */
export class CaseView {
  readonly caseId: CaseId;
  readonly clock: CaseClock;
  protected readonly register: Register;
  protected readonly client: Client;

  constructor({ register, client, clock, caseId }: CaseParts) {
    this.register = register;
    this.client = client;
    this.clock = clock;
    this.caseId = caseId;
  }

  get handle() {
    return this.client.workflow.getHandle(caseWorkflowId(this.caseId));
  }

  /** The case's own day. */
  async today(): Promise<PlainDate> {
    return stockholmDayAt((await this.clock.now()).getTime());
  }

  /** Lives until noon of a day so many days from today: every date of that day has then been looked at. */
  async untilNoonIn(days: number): Promise<void> {
    await this.untilNoonOf(addDays(await this.today(), days));
  }

  /** Lives until noon of a day, or until its end when that comes first. */
  async untilNoonOf(day: PlainDate): Promise<void> {
    await this.clock.bringTo(new Date(`${day}T11:00:00Z`));
  }

  /** Lives so many hours on, or until its end when that comes first. */
  async hours(count: number): Promise<void> {
    const now = await this.clock.now();
    await this.clock.bringTo(new Date(now.getTime() + count * 3_600_000));
  }

  /** The register's row of the case. */
  async row() {
    return this.register
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', this.caseId)
      .executeTakeFirstOrThrow();
  }

  async step(id: string) {
    return this.register
      .selectFrom('case_steps')
      .selectAll()
      .where('case_id', '=', this.caseId)
      .where('step_id', '=', id as StepId)
      .executeTakeFirstOrThrow();
  }

  async statusOf(id: string) {
    return (await this.step(id)).status;
  }

  /** What may be said about a step now. */
  async allowed(id: string): Promise<readonly string[]> {
    return (await this.step(id)).allowed;
  }

  async handOverOf(id: string): Promise<HandOver | undefined> {
    return (await this.step(id)).record.handOver;
  }

  async timeline(): Promise<TimelineRow[]> {
    return readTimeline(this.register, this.caseId, 1000);
  }

  /** Rows of the timeline of one kind, oldest first. */
  async told(kind: string): Promise<TimelineRow[]> {
    return (await this.timeline()).filter((row) => row.kind === kind);
  }

  /** The days on which a date of this rule is in the timeline. */
  async datesPassed(rule: string): Promise<unknown[]> {
    return (await this.told('datePassed'))
      .filter(({ content }) => content.rule === rule)
      .map(({ content }) => content.date);
  }

  /** Answers as the register keeps them, in the order of arrival. */
  async answers(id: string) {
    return this.register
      .selectFrom('answers')
      .select(['outcome', 'filing', 'message_id', 'fields'])
      .where('case_id', '=', this.caseId)
      .where('step_id', '=', id as StepId)
      .orderBy('recorded_at')
      .execute();
  }

  /** Number of events in the present run's history. */
  async events(): Promise<number> {
    return (await this.handle.describe()).historyLength;
  }

  /** How the workflow stands: `RUNNING`, `COMPLETED`, `TERMINATED`. */
  async engineStatus(): Promise<string> {
    return (await this.handle.describe()).status.name;
  }

  async runId(): Promise<string> {
    return (await this.handle.describe()).runId;
  }

  /** Waits until nothing is under way in the workflow: no task, no activity but those that wait for another try. */
  async untilQuiet(): Promise<void> {
    await until('the workflow is at rest', async () => {
      const { raw } = await this.handle.describe();
      const isUnderWay = (raw.pendingActivities ?? []).some(({ attempt }) => attempt === 1);
      return !raw.pendingWorkflowTask && !isUnderWay;
    });
  }

  async untilStatus(id: string, kind: string): Promise<void> {
    await until(`${id} is ${kind}`, async () => (await this.statusOf(id)).kind === kind);
  }

  /** Waits until the step's hand-over is in a state. */
  async untilHandOver(id: string, state: HandOver['state'], filing = 1): Promise<void> {
    await until(`hand-over ${filing} of ${id} is ${state}`, async () => {
      const handOver = await this.handOverOf(id);
      return handOver?.state === state && handOver.filing === filing;
    });
  }

  /** Waits until a recorded assessment holds the message. */
  async untilTaken({ messageId }: { messageId: MessageId }): Promise<void> {
    await until('the message is taken', () => hasTaken(this.client, this.caseId, messageId));
  }

  /** Waits until the timeline has so many rows of a kind. */
  async untilTold(kind: string, count = 1): Promise<void> {
    await until(`the timeline tells ${kind}`, async () => (await this.told(kind)).length >= count);
  }

  /** Waits until the register says closed and the workflow has completed. */
  async untilClosed(): Promise<void> {
    await until('the case is closed', async () => (await this.row()).state === 'closed');
    await until('the workflow has completed', async () => (await this.engineStatus()) === 'COMPLETED');
  }
}
