import { type AppealTime, appealTime } from '../../../law/appeal-time';
import { addDays } from '../../../law/calendar';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due } from '../../../model/plan';
import { presentAnswers } from '../../filings/answers';
import { AFTER_DELGIVNING } from '../after-arrival';
import type { EndByTime, StepContext, StepDefinition } from '../step-definition';

const LAW = 'UtlL 14:3, 14:6; FL 44 §';

/** Here the day of delgivning, abroad the day that came with the permit; the clock stands still without one. */
function servedOn({ facts, planned }: StepContext): PlainDate | undefined {
  const delgivning = planned('delgivning' as StepId)?.status;
  return delgivning?.kind === 'done' ? delgivning.on : facts.permit?.servedOn;
}

function timeToAppeal(context: StepContext): AppealTime {
  const { permit } = context.facts;
  const served = servedOn(context);
  if (permit === undefined || served === undefined) return { kind: 'notStarted' };
  return appealTime({ decidedOn: permit.decidedOn, servedOn: served });
}

/** Whether an appeal that came in time is known, also one reported after the time ran out. */
function isAppealed(context: StepContext, time: AppealTime): boolean {
  return presentAnswers(context).some(
    ({ outcome, on }) => outcome === 'appealed' && (time.kind === 'notStarted' || on <= time.lastDay),
  );
}

function rightToAppeal(context: StepContext): readonly Due[] {
  const time = timeToAppeal(context);
  if (time.kind === 'notStarted' || isAppealed(context, time)) return [];
  const { lastDay, movedBy } = time;
  return [
    {
      date: lastDay,
      kind: 'right',
      rule: 'appeal',
      law: LAW,
      whose: 'newcomer',
      ...(movedBy === undefined ? {} : { movedBy }),
    },
  ];
}

function finalAfterTime(context: StepContext): EndByTime | undefined {
  const time = timeToAppeal(context);
  if (time.kind === 'notStarted' || isAppealed(context, time)) return undefined;
  return { outcome: 'final', on: addDays(time.lastDay, 1) };
}

/**
 * The part of the permit decision that refused something, status or ground, becomes final unless it is appealed to
 * migrationsdomstolen. The permit itself stands meanwhile: nothing waits for this step. An answer by the court is taken
 * also where nobody reported the appeal.
 */
export const lagaKraft: StepDefinition = {
  id: 'lagaKraft' as StepId,
  agency: 'migrationsverket',
  kind: 'clock',
  law: LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: AFTER_DELGIVNING,
  needs: ['permit'],
  appliesTo: ({ facts }) =>
    facts.permit !== undefined && facts.permit.refuses === undefined
      ? { kind: 'notApplicable', why: 'nothingRefused', law: LAW }
      : { kind: 'applies' },
  outcomes: {
    final: { effect: 'ends', by: 'time', fields: {} },
    appealed: { effect: 'stays', by: 'newcomer', fields: {} },
    upheld: { effect: 'ends', by: 'court', fields: {} },
    changed: { effect: 'ends', by: 'court', fields: {} },
    remitted: { effect: 'stays', by: 'court', fields: {} },
    withdrawn: { effect: 'ends', by: 'newcomer', fields: {} },
    dismissedAsLate: { effect: 'ends', by: 'agency', fields: {} },
  },
  dues: rightToAppeal,
  endsByTime: finalAfterTime,
  reminderWeeks: [],
  expectation: {
    medianDays: 22,
    p90Days: 240,
    source: 'förväntan: tre veckor från delgivning, i domstol månader (ej verifierad)',
  },
  bring: ['permitDecision'],
  sees: [],
};
