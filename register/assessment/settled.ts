import type { StepRecords } from '../../domain/model/step-record';
import type { CaseId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import type { LedgerEntry } from '../ledger';

/** One ledger entry per hand-over that has come to an answer, under `caseId/stepId/filing/settled`. */
export function settledEntries(question: {
  readonly caseId: CaseId;
  readonly records: StepRecords;
  readonly now: Instant;
}): LedgerEntry[] {
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
