import { randomUUID } from 'node:crypto';
import { addDays } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { Fact } from '../../../domain/model/facts';
import type { CaseId, MessageId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { StepRecords } from '../../../domain/model/step-record';
import type { Planner } from '../../../register/assessment/planner';
import { projectAssessment } from '../../../register/assessment/project';
import type { Register } from '../../../register/database';
import { insertFacts } from '../../../register/facts';
import { intake } from '../../support/intake';
import { type Event, noon, planFirstCut } from '../../rules/support';

/** Today, the day on which the cases of these tests are opened. */
export const TODAY = stockholmDayAt(Date.now());

/** The day so many days from today. */
export function dayIn(days: number): PlainDate {
  return addDays(TODAY, days);
}

/** One case that `assess` writes, without an engine: its records are those that the register holds. */
export class AssessedCase {
  private revision = 0;

  constructor(
    private readonly register: Register,
    readonly caseId: CaseId,
    private readonly planner: Planner,
  ) {}

  /** Something happens, and the case is assessed at noon of a day. */
  async on(date: PlainDate, ...events: readonly Event[]): Promise<void> {
    const records = events.reduce((before, event) => event(before), await this.records());
    this.revision += 1;
    const { caseId, revision } = this;
    const question = { caseId, runId: 'run', revision, records, verdicts: [], isKeeping: false };
    const assessed = await projectAssessment(
      this.register,
      this.planner,
      { ...question, now: noon(date) },
      () => undefined,
    );
    if (assessed.kind !== 'planned') throw new Error(`the assessment was ${assessed.kind}`);
  }

  /** The person, or their household, is told of. */
  async tells(fact: Fact, validFrom: PlainDate): Promise<void> {
    const { personId, householdId } = await this.register
      .selectFrom('cases')
      .select(['person_id as personId', 'household_id as householdId'])
      .where('id', '=', this.caseId)
      .executeTakeFirstOrThrow();
    const of = fact.kind === 'stay' ? { householdId } : { personId };
    const messageId = randomUUID() as MessageId;
    await insertFacts(this.register, [{ fact, of, validFrom, source: 'test', messageId }]);
  }

  /** The waits for a step, oldest first: opened, ended, outcome, kommun. */
  async waitsFor(step: string): Promise<(string | null)[][]> {
    const rows = await this.register
      .selectFrom('step_spans')
      .select(['opened_on', 'ended_on', 'outcome', 'kommun'])
      .where('case_id', '=', this.caseId)
      .where('step_id', '=', step as never)
      .orderBy('opened_on')
      .execute();
    return rows.map((row) => [row.opened_on, row.ended_on, row.outcome, row.kommun]);
  }

  private async records(): Promise<StepRecords> {
    const steps = await this.register
      .selectFrom('case_steps')
      .select(['step_id', 'record'])
      .where('case_id', '=', this.caseId)
      .execute();
    return this.revision === 0
      ? {}
      : Object.fromEntries(steps.map(({ step_id: stepId, record }) => [stepId, record]));
  }
}

/** Opens the case of an adult refugee in Eskilstuna; nothing has been assessed yet. */
export async function openCase(register: Register, planner: Planner = planFirstCut): Promise<AssessedCase> {
  const [caseId] = await intake(register, [[]], planner);
  if (!caseId) throw new Error('no case was opened');
  return new AssessedCase(register, caseId, planner);
}
