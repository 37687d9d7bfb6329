import type { AgencyId } from '../../domain/model/agency';
import type { CaseFacts, Fact, FactKind } from '../../domain/model/facts';
import type { MessageId, StepId } from '../../domain/model/ids';
import type { Due, Plan, PlannedStep } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { Answer, StepRecord, StepRecords } from '../../domain/model/step-record';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import { UNTOUCHED_RECORD } from '../../domain/process/planner/step-records';
import { planCase } from '../../domain/process/plan';
import type { InstallationSettings } from '../../domain/process/planner/installation-settings';

/** The Monday on which the Mötesplats of these tests meets its people. */
export const MEETING_DAY = '2027-01-11';

/**
 * The steps from delgivning to sfi. Tests of how the planner works are planned with these alone; the whole catalogue has
 * tests of its own.
 */
export const FIRST_CUT: readonly string[] = [
  'delgivning',
  'etableringssamtal',
  'kommunmote',
  'flyttningsanmalan',
  'personnummer',
  'sfi',
];

/** A day as the domain has it. */
export function day(text: string): PlainDate {
  return text as PlainDate;
}

/** Noon in Sweden (winter) or an hour later (summer): always the same calendar day. */
export function noon(text: string): Instant {
  return `${text}T11:00:00.000Z` as Instant;
}

type Told = { readonly [K in FactKind]?: Partial<Omit<Extract<Fact, { kind: K }>, 'kind'>> };

const ADULT: Told = {
  birth: { bornOn: day('1990-05-14') },
  permit: { ground: 'refugee', decidedOn: day('2027-01-04'), validFrom: day('2027-01-04') },
  arrival: { arrivedOn: day('2025-09-01') },
  stay: { kommun: '0484' as never, dwelling: 'fixed' },
};

/** Facts of an adult refugee who stays in Eskilstuna; give what differs, `undefined` to leave a fact out. */
export function adult(different: Told = {}): CaseFacts {
  const kinds = [...new Set([...Object.keys(ADULT), ...Object.keys(different)])] as FactKind[];
  const facts = kinds
    .filter((kind) => !(kind in different && different[kind] === undefined))
    .map((kind) => [kind, { kind, since: day('2027-01-04'), ...ADULT[kind], ...different[kind] }]);
  return Object.fromEntries(facts) as CaseFacts;
}

/** Facts of a person born on a day, else as `adult`. */
export function personBorn(bornOn: string, different: Told = {}): CaseFacts {
  return adult({ ...different, birth: { bornOn: day(bornOn) } });
}

/** Something that has happened to a case. */
export type Event = (records: StepRecords) => StepRecords;

function change(stepId: string, edit: (record: StepRecord) => Partial<StepRecord>): Event {
  return (records) => {
    const record = records[stepId as StepId] ?? UNTOUCHED_RECORD;
    return { ...records, [stepId]: { ...record, ...edit(record) } };
  };
}

function presentFiling(stepId: string, record: StepRecord): number {
  const outcomes = stepDefinition(stepId)?.outcomes;
  const again = record.answers.filter(({ outcome }) => outcomes?.[outcome]?.effect === 'again');
  return 1 + record.reopenings.length + record.resubmissions.length + again.length;
}

/** An answer to the present filing: `after('delgivning', 'served')`, by a person unless told otherwise. */
export function after(
  stepId: string,
  outcome: string,
  on: string = MEETING_DAY,
  more: Partial<Omit<Answer, 'servedOn'>> & { servedOn?: string } = {},
): Event {
  return change(stepId, (record) => {
    const filing = presentFiling(stepId, record);
    const messageId = `${stepId}-${outcome}-${record.answers.length}` as MessageId;
    const answer = { messageId, filing, outcome, on: day(on), by: 'person', at: noon(on), ...more } as Answer;
    return { answers: [...record.answers, answer] };
  });
}

/** The same, told by the agency's own system. */
export function reported(
  stepId: string,
  outcome: string,
  on: string,
  more: { servedOn?: string; fields?: Record<string, string>; filing?: number } = {},
): Event {
  return after(stepId, outcome, on, { ...more, by: 'agency' });
}

/** The step, or its present filing, was opened by a plan of that day. */
export function opened(stepId: string, on: string): Event {
  return change(stepId, (record) => ({
    openedOn: record.openedOn ?? day(on),
    filingOpenedOn: day(on),
    filing: presentFiling(stepId, record),
  }));
}

/** Where the hand-over of a filing stands; of the present one unless told otherwise. */
export function handOver(
  stepId: string,
  state: NonNullable<StepRecord['handOver']>['state'],
  on: string = MEETING_DAY,
  filing?: number,
): Event {
  const agency = stepDefinition(stepId)?.agency as AgencyId;
  return change(stepId, (record) => ({
    handOver: {
      agency,
      filing: filing ?? presentFiling(stepId, record),
      state,
      ...(state === 'filed' ? { receiptId: 'receipt', on: day(on) } : {}),
      ...(state === 'refused' ? { code: 'notInOurArea', on: day(on) } : {}),
    } as StepRecord['handOver'],
  }));
}

/** A person opened the step again, or sent it again. */
export function restarted(stepId: string, how: 'reopenings' | 'resubmissions', on: string): Event {
  return change(stepId, (record) => ({
    [how]: [...record[how], { messageId: `${how}-${on}` as MessageId, on: day(on) }],
  }));
}

/** The step rests from a day. */
export function paused(stepId: string, from: string, until?: string): Event {
  const messageId = `pause-${from}` as MessageId;
  const pause = { from: day(from), ...(until ? { until: day(until) } : {}), messageId };
  return change(stepId, (record) => ({ pauses: [...record.pauses, pause] }));
}

/** One of the step's dates was extended on a day. */
export function extended(stepId: string, rule: string, until: string, on: string): Event {
  const messageId = `extension-${on}` as MessageId;
  const extension = { rule, until: day(until), on: day(on), messageId };
  return change(stepId, (record) => ({ extensions: [...record.extensions, extension] }));
}

/** Any other part of a record. */
export function recorded(stepId: string, part: Partial<StepRecord>): Event {
  return change(stepId, () => part);
}

/** The records that some events leave. */
export function recordsAfter(...events: readonly Event[]): StepRecords {
  return events.reduce<StepRecords>((records, event) => event(records), {});
}

/** All four meetings of the first day, with the notice recorded as filed. */
export function metAll(on: string = MEETING_DAY): Event {
  const events = [
    after('delgivning', 'served', on),
    after('etableringssamtal', 'held', on),
    after('kommunmote', 'held', on),
    after('flyttningsanmalan', 'filed', on),
  ];
  return (records) => events.reduce((before, event) => event(before), records);
}

/** The whole first day, and the personnummer matter opened and taken by Skatteverket's system that day. */
export function waitingForPersonnummer(on: string = MEETING_DAY): Event {
  const events = [metAll(on), opened('personnummer', on), handOver('personnummer', 'filed', on)];
  return (records) => events.reduce((before, event) => event(before), records);
}

/** The planner of an installation that carries the steps from delgivning to sfi alone. */
export function planFirstCut(facts: CaseFacts, records: StepRecords, now: Instant): Plan {
  return planCase(facts, records, now, { steps: FIRST_CUT });
}

/** The plan of a day, of the steps from delgivning to sfi. */
export function planOn(on: string, facts: CaseFacts, ...events: readonly Event[]): Plan {
  return planFirstCut(facts, recordsAfter(...events), noon(on));
}

/** The plan of a day with every step of the catalogue. */
export function wholePlanOn(on: string, facts: CaseFacts, ...events: readonly Event[]): Plan {
  return planCase(facts, recordsAfter(...events), noon(on));
}

/** The same in an installation that answers or hands over some of them otherwise. */
export function planWith(
  answering: InstallationSettings['answering'],
  on: string,
  facts: CaseFacts,
  ...events: readonly Event[]
): Plan {
  return planCase(facts, recordsAfter(...events), noon(on), { steps: FIRST_CUT, answering });
}

/** One step of a plan. */
export function step(plan: Plan, stepId: string): PlannedStep {
  const found = plan.steps.find((candidate) => candidate.stepId === stepId);
  if (!found) throw new Error(`the plan has no step ${stepId}`);
  return found;
}

/** One date of a step by its rule; undefined when the step has none. */
export function due(plan: Plan, stepId: string, rule: string): Due | undefined {
  return step(plan, stepId).dues.find((candidate) => candidate.rule === rule);
}
