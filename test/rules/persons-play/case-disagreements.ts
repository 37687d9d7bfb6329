import type { Gap, Plan } from '../../../domain/model/plan';
import type { ExpectedDay } from './expected-day';

/** One sentence where something is otherwise than expected; none where nothing was expected of it. */
export function differs(what: string, expected: string | undefined, is: string): readonly string[] {
  return expected === undefined || expected === is ? [] : [`${what} should be ${expected} but is ${is}`];
}

/** Where the case as a whole stands otherwise than a file says: milestones, responsibility, gap, protection, end. */
export function caseDisagreements(plan: Plan, expected: ExpectedDay): readonly string[] {
  const { gap, ...others } = expected;
  return [
    ...gapDisagreements(gap, plan.gap),
    ...differs('the kommun of stay', others.kommun, plan.kommun ?? 'unknown'),
    ...milestonesOf(plan).flatMap(([kind, is]) => differs(kind, others[kind], is)),
    ...differs('the main responsibility', others.responsible, plan.mainResponsibility),
    ...differs('the representative', others['represented by'], plan.representative?.kind ?? 'nobody'),
    ...differs('the queue', others.queue, plan.protection.queue),
    ...differs('the warning', others.warning, plan.protection.warning ?? 'none'),
    ...differs('the day to wake', others.wakes, plan.wakeOn ?? 'none'),
    ...differs('the end of the case', others.ends, plan.finishOn ?? 'not yet'),
  ];
}

function gapDisagreements(expected: ExpectedDay['gap'], is: Gap | undefined): readonly string[] {
  if (expected === undefined || expected === 'none') {
    return differs('the gap in income', expected, gapInWords(is));
  }
  // `some day` is the usual day of an income that nobody has decided yet.
  const isSomeDay = expected.to === 'some day' && is?.to !== undefined;
  const to = isSomeDay ? is.to : expected.to;
  return differs('the gap in income', gapInWords({ ...expected, to }), gapInWords(is));
}

function gapInWords(gap: { readonly from: string; readonly to?: string | undefined } | undefined): string {
  if (gap === undefined) return 'none';
  return gap.to === undefined ? `from ${gap.from}` : `from ${gap.from} to ${gap.to}`;
}

/** Each milestone with its day, or `no`; the end of the case with its result: `pathDone on 2029-02-01`. */
function milestonesOf({ milestones }: Plan) {
  const kinds = ['inskriven', 'folkbokford', 'iProgrammet', 'avslutad'] as const;
  return kinds.map((kind) => {
    const reached = milestones.find((milestone) => milestone.kind === kind);
    if (reached === undefined) return [kind, 'no'] as const;
    return [kind, reached.result ? `${reached.result} on ${reached.on}` : reached.on] as const;
  });
}
