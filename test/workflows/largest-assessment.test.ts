import { defaultPayloadConverter } from '@temporalio/common';
import { addWeeks } from '../../domain/law/calendar';
import type { SystemAgency } from '../../domain/model/agency';
import type { PlanDigest } from '../../domain/model/assessment';
import type { CaseFacts } from '../../domain/model/facts';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { Answer, StepRecord, StepRecords } from '../../domain/model/step-record';
import { digestOf } from '../../domain/process/judging/digest';
import { UNTOUCHED_RECORD } from '../../domain/process/planner/step-records';
import { createCaseCodec } from '../../engine/codec';
import { twoYearCase } from '../../bench/plan/two-year-case';
import { planFirstCut } from '../rules/support';

const ID = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const OPENED = '2026-01-05' as PlainDate;
const TODAY = addWeeks(OPENED, 27);
const FILING = 12;

const facts: CaseFacts = {
  birth: { kind: 'birth', bornOn: '1991-05-14' as PlainDate, since: OPENED },
  arrival: { kind: 'arrival', arrivedOn: '2025-05-14' as PlainDate, since: OPENED },
  permit: { kind: 'permit', ground: 'refugee', decidedOn: OPENED, validFrom: OPENED, since: OPENED },
  stay: { kind: 'stay', kommun: '0484' as KommunCode, dwelling: 'fixed', since: OPENED },
  language: { kind: 'language', lacksSwedish: true, since: OPENED },
  protectedIdentity: { kind: 'protectedIdentity', level: 'none', since: OPENED },
};

/** A step that has been reopened many times, whose agency holds `filing` and whose last fact nobody could read. */
function troubled(agency: SystemAgency, filing: number, answers: readonly Answer[] = []): StepRecord {
  return {
    ...UNTOUCHED_RECORD,
    openedOn: OPENED,
    filingOpenedOn: OPENED,
    filing: FILING,
    reopenings: Array.from({ length: FILING - 1 }, () => ({ messageId: ID as MessageId, on: OPENED })),
    handOver: { agency, filing, state: 'filed', receiptId: ID, on: OPENED },
    misfits: [{ messageId: ID as MessageId, filing: FILING, why: 'unknownOutcome' }],
    answers,
  };
}

function said(outcome: string, on: PlainDate, filing = 1): Answer {
  const at = `${on}T10:00:00.000Z` as Instant;
  return { messageId: ID as MessageId, filing, outcome, on, by: 'person', at };
}

const SAID = [
  'completionRequested',
  'completionAnswered',
  'completionRequested',
  'completionAnswered',
  'decisionDemanded',
  'completionRequested',
];

/** Bytes of an answer of `assess` as the codec writes it into history. */
async function bytesInHistory(digest: PlanDigest): Promise<number> {
  const codec = createCaseCodec(async () => ID);
  const payload = defaultPayloadConverter.toPayload({ kind: 'planned', digest });
  const context = {
    type: 'activity',
    namespace: 'default',
    workflowId: `case-${ID}`,
    isLocal: true,
  } as const;
  const [recorded] = await codec.encode([payload], context);
  return recorded?.data?.length ?? Infinity;
}

/** Two answers, a demand and all reminders unsent, three bookings to take back, every step that can be open open. */
const records: StepRecords = {
  ['delgivning' as StepId]: { ...UNTOUCHED_RECORD, openedOn: OPENED, answers: [said('served', OPENED)] },
  ['etableringssamtal' as StepId]: troubled('arbetsformedlingen', FILING - 1),
  ['kommunmote' as StepId]: troubled('kommun', FILING - 1),
  ['flyttningsanmalan' as StepId]: {
    ...UNTOUCHED_RECORD,
    openedOn: OPENED,
    answers: [said('filed', OPENED)],
  },
  ['personnummer' as StepId]: troubled(
    'skatteverket',
    FILING,
    SAID.map((outcome) => said(outcome, TODAY, FILING)),
  ),
  ['sfi' as StepId]: troubled('kommun', FILING - 1),
};

describe('the answer of an assessment', () => {
  it('is at most 2 KB at the moment when most is to be said of the steps from delgivning to sfi', async () => {
    const plan = planFirstCut(facts, records, `${TODAY}T10:00:00.000Z` as Instant);
    const digest = digestOf(plan, facts, ID as CaseId);
    expect(digest.open.map(({ stepId }) => stepId)).toEqual([
      'kommunmote',
      'etableringssamtal',
      'personnummer',
      'sfi',
    ]);
    expect(digest.retract).toHaveLength(3);
    expect(digest.errands).toHaveLength(6);

    const recorded = await bytesInHistory(digest);
    process.stdout.write(`the largest assessment: ${recorded} bytes\n`);
    expect(recorded).toBeLessThanOrEqual(2048);
  });

  it('is at most 2 KB on every day of two years with the whole catalogue', async () => {
    const digests: PlanDigest[] = [];
    twoYearCase((plan) => digests.push(digestOf(plan, facts, ID as CaseId)));
    const largest = Math.max(...(await Promise.all(digests.map(bytesInHistory))));
    process.stdout.write(`the largest assessment of two years: ${largest} bytes\n`);
    expect(largest).toBeLessThanOrEqual(2048);
  });
});
