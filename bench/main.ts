import type { CaseFacts } from '../domain/model/facts';
import type { KommunCode, MessageId } from '../domain/model/ids';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { Answer, StepRecord } from '../domain/model/step-record';
import { UNTOUCHED_RECORD } from '../domain/process/opened-record';
import { planCase } from '../domain/process/plan';

const WARM_UP = 2_000;
const ROUNDS = 10_000;

/** A refugee in her second year: everything answered once, personnummer after a completion, sfi under way. */
function twoYearCase() {
  const day = (text: string) => text as PlainDate;
  const since = day('2026-11-16');
  const facts: CaseFacts = {
    birth: { kind: 'birth', bornOn: day('1991-05-14'), since },
    arrival: { kind: 'arrival', arrivedOn: day('2025-08-25'), since },
    permit: { kind: 'permit', ground: 'refugee', decidedOn: since, validFrom: since, since },
    stay: { kind: 'stay', kommun: '0484' as KommunCode, dwelling: 'fixed', since },
    language: { kind: 'language', lacksSwedish: true, since },
  };
  const answer = (outcome: string, on: string): Answer => ({
    messageId: '00000000-0000-4000-8000-000000000000' as MessageId,
    filing: 1,
    outcome,
    on: day(on),
    by: 'agency',
    at: `${on}T10:00:00.000Z` as Instant,
    fields: {},
  });
  const record = (...answers: Answer[]) => ({
    ...UNTOUCHED_RECORD,
    openedOn: since,
    filingOpenedOn: since,
    answers,
    handOver: {
      agency: 'skatteverket' as const,
      filing: 1,
      state: 'filed' as const,
      receiptId: '',
      on: since,
    },
  });
  const records: Record<string, StepRecord> = {
    delgivning: record(answer('served', '2026-11-25')),
    etableringssamtal: record(answer('held', '2026-11-25')),
    kommunmote: record(answer('held', '2026-11-25')),
    flyttningsanmalan: record(answer('filed', '2026-11-25')),
    personnummer: record(
      answer('completionRequested', '2026-12-10'),
      answer('completionAnswered', '2026-12-17'),
    ),
    sfi: record(answer('received', '2026-12-01')),
  };
  return { facts, records, now: '2028-11-01T09:00:00.000Z' as Instant };
}

function microseconds(run: () => void): number {
  const begun = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - begun) / 1_000;
}

/** Prints the time of one `planCase` of a two-year case: median and 95th percentile, in microseconds. */
function main(): void {
  const { facts, records, now } = twoYearCase();
  const plan = () => void planCase(facts, records, now);
  for (let round = 0; round < WARM_UP; round += 1) plan();
  const times = Array.from({ length: ROUNDS }, () => microseconds(plan)).sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(ROUNDS * share)] ?? Number.NaN).toFixed(0);
  process.stdout.write(
    `planCase: median ${at(0.5)} us, p95 ${at(0.95)} us (${ROUNDS} rounds, Node ${process.version})\n`,
  );
}

main();
