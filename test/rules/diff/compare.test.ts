import type { Plan, PlannedStep } from '../../../domain/model/plan';
import { changesBetween } from '../../../rules/diff/compare';
import { newTally } from '../../../rules/diff/totals';
import { adult, planOn, waitingForPersonnummer } from '../support';

const plan = planOn('2027-01-12', adult(), waitingForPersonnummer());

/** The plan with one step changed; `undefined` takes it away. */
function withStep(stepId: string, edit: (step: PlannedStep) => object | undefined): Plan {
  const steps = plan.steps.flatMap((step) => (step.stepId === stepId ? (edit(step) ?? []) : step));
  return { ...plan, steps: steps as PlannedStep[] };
}

describe('two plans of a case', () => {
  it('do not differ by order of fields or by how a statute is cited', () => {
    const cited = withStep('sfi', (step) => ({
      ...step,
      law: 'skollagen 20 kap.',
      dues: step.dues.map((due) => ({ ...due, law: 'x' })),
    }));
    expect(changesBetween(plan, cited)).toEqual([]);
    expect(changesBetween(plan, Object.fromEntries(Object.entries(plan).reverse()) as Plan)).toEqual([]);
  });

  it('differ by the days of a date, and by whose it is', () => {
    const later = withStep('personnummer', (step) => ({
      ...step,
      dues: step.dues.map((due) => (due.rule === 'demandDecision' ? { ...due, date: '2027-07-20' } : due)),
    }));
    expect(changesBetween(plan, later)).toEqual([
      {
        step: 'personnummer',
        kind: 'due',
        what: 'right demandDecision, newcomer',
        before: '2027-07-11',
        after: '2027-07-20',
      },
    ]);
  });

  it('differ by a milestone, the responsible party and any field that only one of them has', () => {
    const other = { ...plan, mainResponsibility: 'kommun', milestones: [], novelty: 7 } as unknown as Plan;
    expect(changesBetween(plan, other)).toEqual([
      { kind: 'milestone', what: 'inskriven', before: '2027-01-11' },
      { kind: 'mainResponsibility', before: 'arbetsformedlingen', after: 'kommun' },
      { kind: 'novelty', after: '7' },
    ]);
  });

  it('differ by a new step only for those whom it concerns, and then by status and dates', () => {
    const without = withStep('personnummer', () => undefined);
    expect(changesBetween(without, plan).filter(({ step }) => step === 'personnummer')).toEqual([
      {
        step: 'personnummer',
        kind: 'status',
        before: 'no step',
        after: 'open(agency: answerAwaited; since 2027-01-11)',
      },
      ...[
        'expectation personnummerExpected, skatteverket',
        'expectation noticeOfDelay, skatteverket',
        'right demandDecision, newcomer',
      ].map((what) => expect.objectContaining({ kind: 'due', what })),
    ]);
    const notHers = withStep('sfi', (step) => ({
      ...step,
      status: { kind: 'notApplicable', why: 'hasSwedish' },
    }));
    expect(
      changesBetween(
        withStep('sfi', () => undefined),
        notHers,
      ),
    ).toEqual([]);
  });
});

describe('the totals', () => {
  it('count a case once for each kind of change, occurrences of a step as the step', () => {
    const tally = newTally();
    const change = (step: string, before: string, after: string) => ({ step, kind: 'status', before, after });
    const day = '2027-01-12' as never;
    tally.add({ caseId: 'a', kind: 'same' });
    tally.add({ caseId: 'b', kind: 'failed', day, after: 'TypeError' });
    tally.add({
      caseId: 'c',
      kind: 'affected',
      day,
      changes: [
        change('handlingsplan:2027-08', 'open(x)', 'done(y)'),
        change('handlingsplan:2028-02', 'open(z)', 'done(y)'),
        change('sfi', 'open(x)', 'open(y)'),
      ],
    });
    tally.add({ caseId: 'd', kind: 'affected', day, changes: [change('sfi', 'open(x)', 'open(z)')] });
    expect(tally.totals()).toEqual({
      cases: 4,
      affected: 2,
      closed: 0,
      failed: 1,
      changes: [
        { step: 'sfi', kind: 'status', what: 'still open', cases: 2 },
        { step: 'handlingsplan', kind: 'status', what: 'open → done', cases: 1 },
      ],
    });
  });
});
