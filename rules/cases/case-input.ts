import type { PlainDate } from '../../domain/model/plain-date';
import type { PlannerInput } from '../../register/reading/planner-input';

/** One case to plan, from a register or from a file, where the day and the state may be left out. */
export type CaseInput = Pick<PlannerInput, 'facts' | 'records'> & {
  readonly caseId: string;
  readonly state?: 'open' | 'closed';
  readonly asOf?: PlainDate;
};

/** Cases in pages, so that neither side waits for a single one. */
export type CasePages = AsyncIterable<readonly CaseInput[]>;
