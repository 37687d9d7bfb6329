import type { StepRecords } from '../../domain/model/step-record';
import type { CaseId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import type { LedgerEntry } from '../ledger';

type Known = { readonly caseId: CaseId; readonly records: StepRecords; readonly now: Instant };

/** What agencies answered to hand-overs: each settled one under `caseId/stepId/filing/settled`, and each errand refused. */
export function settledEntries(known: Known): LedgerEntry[] {
  return [...settledHandOvers(known), ...refusedErrands(known)];
}

function refusedErrands({ caseId, records, now }: Known): LedgerEntry[] {
  return Object.entries(records).flatMap(([stepId, { refusedErrands: refused, handOver }]) =>
    refused.map((errand) => ({
      eventKey: `${caseId}/${stepId}/${errand.filing}/${errand.kind}/${errand.n}/refused`,
      kind: 'errandRefused',
      actor: handOver?.agency ?? 'case',
      caseTime: now,
      content: { stepId, ...errand },
    })),
  );
}

function settledHandOvers(question: Known): LedgerEntry[] {
  return Object.entries(question.records).flatMap(([stepId, { handOver }]) => {
    if (!handOver || handOver.state === 'running' || handOver.state === 'retracting') return [];
    const { agency, filing, state } = handOver;
    const suffix = state === 'retracted' ? 'retracted' : 'settled';
    return [
      {
        eventKey: `${question.caseId}/${stepId}/${filing}/${suffix}`,
        kind:
          state === 'filed' ? 'handedOver' : state === 'refused' ? 'handOverRefused' : 'handOverRetracted',
        actor: agency,
        caseTime: question.now,
        content: { stepId, filing, ...(state === 'refused' ? { code: handOver.code } : {}) },
      },
    ];
  });
}
