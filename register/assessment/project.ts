import { type Transaction, sql } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { Assessed, Verdict } from '../../domain/model/assessment';
import type { CaseFacts } from '../../domain/model/facts';
import type { CaseId } from '../../domain/model/ids';
import type { Plan } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { digestOf } from '../../domain/process/judging/digest';
import { factsAsOf, nextFactDay } from '../../domain/process/facts-as-of';
import { recordsWithFields } from './answers';
import { enterMessages } from './enter-messages';
import type { Register } from '../database';
import { datedFactsOf } from '../facts';
import type { Planner } from './planner';
import { appendLedger, type LedgerEntry } from '../ledger';
import { type CaseRow, lockCase, writeFailure, writePlan } from './projection';
import { releaseMoved } from '../work/release-moved';
import { writeStuckSpans } from '../stuck/spans';
import { clearMissingWorkflow } from '../stuck/trouble';
import { settledEntries } from './settled';
import type { RegisterSchema } from '../schema';

/** The input of `assess`. `now` is case time; `isKeeping`: the case keeps an agency's fact that does not fit yet. */
export type Question = {
  readonly caseId: CaseId;
  readonly runId: string;
  readonly continuedFrom?: string;
  readonly revision: number;
  readonly records: StepRecords;
  readonly verdicts: readonly Verdict[];
  readonly isKeeping: boolean;
  readonly now: Instant;
};

/**
 * One assessment in one transaction: messages into facts and answers, the plan, the projection, the ledger. When the
 * same run has already written a later revision, it writes nothing and returns `outrun`. `assertMayWrite` is called last
 * before the commit and throws when the attempt is too old. When the planner throws, the old plan stands.
 */
export async function projectAssessment(
  register: Register,
  planner: Planner,
  question: Question,
  assertMayWrite: () => void,
): Promise<Assessed> {
  return register.transaction().execute(async (trx) => {
    await sql`set local transaction_timeout = '4s'`.execute(trx);
    const row = await lockCase(trx, question.caseId);
    if (row.runId === question.runId && row.revision > question.revision) {
      return { kind: 'outrun', revision: row.revision };
    }
    if (row.runId !== question.runId) await clearMissingWorkflow(trx, question.caseId);
    const mayWrite = isWritable(row, question);
    if (mayWrite) await enterMessages(trx, row, { ...question, planner });
    const assessed = await planAndWrite(trx, planner, row, question, mayWrite);
    assertMayWrite();
    return assessed;
  });
}

/**
 * A closed case is written only by the run that closed it: when its worker died before the engine knew, the assessment is
 * repeated, perhaps with a message that arrived first and keeps the case open.
 */
function isWritable(row: CaseRow, { runId }: Question): boolean {
  return row.runId === runId || row.state === 'open';
}

async function planAndWrite(
  trx: Transaction<RegisterSchema>,
  planner: Planner,
  row: CaseRow,
  question: Question,
  mayWrite: boolean,
): Promise<Assessed> {
  const dated = await datedFactsOf(trx, row.personId, row.householdId);
  const today = stockholmDayAt(Date.parse(question.now));
  const facts = factsAsOf(dated, today);
  const records = await recordsWithFields(trx, question.caseId, question.records);
  const planned = tryToPlan(planner, facts, records, question.now);
  if (!planned.plan) {
    if (mayWrite) await writeFailure(trx, row, { ...question, facts }, planned.reason);
    return { kind: 'planFailed' };
  }
  const plan = {
    ...planned.plan,
    ...nextWake(planned.plan, nextFactDay(dated, today)),
    finished: planned.plan.finished && !question.isKeeping,
  };
  const digest = digestOf(plan, facts, question.caseId);
  if (mayWrite) {
    await writePlan(trx, row, { ...question, facts, rulesVersion: planner.version }, plan, digest);
    const { caseId, revision } = question;
    const { kommun = null } = plan;
    if (kommun !== row.kommun) await releaseMoved(trx, { caseId, kommun, revision }, new Date());
    await writeStuckSpans(trx, question.caseId, plan, facts);
    await appendLedger(trx, question.caseId, eventsOf(row, question, plan));
  }
  return { kind: 'planned', digest };
}

/** A fact reported ahead of its day is assessed on that day. */
function nextWake({ wakeOn }: Plan, factDay: PlainDate | undefined): Pick<Plan, 'wakeOn'> {
  const [first] = [wakeOn, factDay].filter((day) => day !== undefined).sort();
  return first === undefined ? {} : { wakeOn: first };
}

type Planned = { readonly plan: Plan } | { readonly plan?: undefined; readonly reason: string };

/** A planner's defect must not stop the case from taking messages. Only its name is stored: its text may quote a person. */
function tryToPlan(planner: Planner, facts: CaseFacts, records: StepRecords, now: Instant): Planned {
  try {
    return { plan: planner(facts, records, now) };
  } catch (defect) {
    return { reason: defect instanceof Error ? defect.name : 'unknown' };
  }
}

/** What the timeline shows besides messages: dates passed, milestones, hand-overs settled, an engine that started over. */
function eventsOf(row: CaseRow, question: Question, plan: Plan): LedgerEntry[] {
  const { caseId, now: caseTime } = question;
  const passed = plan.passed.map(({ stepId, rule, date }) => ({
    eventKey: `${caseId}/date/${stepId}.${rule}/${date}`,
    kind: 'datePassed',
    actor: 'case',
    caseTime,
    content: { stepId, rule, date },
  }));
  const milestones = plan.milestones.map((milestone) => ({
    eventKey: `${caseId}/date/milestone.${milestone.kind}/${milestone.on}`,
    kind: 'milestone',
    actor: 'case',
    caseTime,
    content: milestone,
  }));
  return [...engineReset(row, question), ...settledEntries(question), ...passed, ...milestones];
}

function engineReset(row: CaseRow, { runId, continuedFrom, now }: Question): LedgerEntry[] {
  if (row.runId === null || row.runId === runId || row.runId === continuedFrom) return [];
  return [
    { kind: 'engineReset', actor: 'case', caseTime: now, content: { formerRun: row.runId, run: runId } },
  ];
}
