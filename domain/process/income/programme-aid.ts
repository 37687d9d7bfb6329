import { addDays } from '../../law/calendar';
import { mustLeaveProgramme } from '../../law/programme-group';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { doneOn, programmePeriod, type ProgrammeContext } from '../steps/arbetsformedlingen/programme';

const HANDLINGSPLAN = 'handlingsplan' as StepId;

/** The day the first plan was made: from its month on the full aid is paid, a month in arrears. */
export function planMadeOn({ planned }: ProgrammeContext): PlainDate | undefined {
  const status = planned(HANDLINGSPLAN)?.status;
  return doneOn(status, 'made') ?? doneOn(status, 'renewed');
}

/** The last day of the programme, or before it the last day before the person must leave it; undefined for others. */
export function inProgrammeUntil(context: ProgrammeContext): PlainDate | undefined {
  const lastDay = programmePeriod(context)?.lastDay;
  const leaves = mustLeaveProgramme(context.facts)?.from;
  return lastDay !== undefined && leaves !== undefined && leaves <= lastDay ? addDays(leaves, -1) : lastDay;
}
