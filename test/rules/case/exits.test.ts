import { adult, after, handOver, MEETING_DAY, metAll, opened, planOn, step } from '../support';

const waiting = [metAll(), opened('personnummer', MEETING_DAY), handOver('personnummer', 'filed')];

describe('what ends a path outside its steps', () => {
  it.each([
    ['moved from Sweden', { departure: { leftOn: '2027-03-01' } }, 'moved'],
    ['dead', { death: { diedOn: '2027-03-01' } }, 'dead'],
    ['the permit recalled for good', { permitRecall: { finalOn: '2027-03-01' } }, 'recalled'],
  ])('%s: on the day every open step is cancelled and taken back', (_, fact, why) => {
    const facts = adult(fact as never);
    const before = planOn('2027-02-28', facts, ...waiting);
    expect(step(before, 'personnummer').status.kind).toBe('open');
    expect(before.wakeOn && before.wakeOn <= '2027-03-01').toBe(true);

    const on = planOn('2027-03-01', facts, ...waiting);
    expect(step(on, 'personnummer')).toMatchObject({
      status: { kind: 'cancelled', why, on: '2027-03-01' },
      retract: true,
      allowed: [],
    });
    expect(on.finishOn).toBe('2027-03-01');
    expect(on.finished).toBe(false);

    const takenBack = planOn('2027-03-01', facts, ...waiting, handOver('personnummer', 'retracted'));
    expect(takenBack.finished).toBe(true);
    expect(takenBack.milestones.at(-1)).toMatchObject({ kind: 'avslutad', result: why });
  });

  it('the earliest one counts, and what was done stays done', () => {
    const facts = adult({ departure: { leftOn: '2027-03-01' }, death: { diedOn: '2027-02-01' } } as never);
    const plan = planOn('2027-03-05', facts, after('delgivning', 'served'));
    expect(step(plan, 'delgivning').status).toMatchObject({ kind: 'done', outcome: 'served' });
    expect(step(plan, 'kommunmote').status).toMatchObject({ kind: 'cancelled', why: 'dead' });
    expect(plan.finishOn).toBe('2027-02-01');
  });
});

describe('an installation that carries only some steps', () => {
  it('says of the others that it does not carry them, and none of its own waits for them', () => {
    const plan = planOn(MEETING_DAY, adult());
    expect(step(plan, 'sfi').status.kind).toBe('open');
    const others = plan.steps.filter(({ status }) => status.kind === 'notApplicable');
    expect(
      others.every(({ status }) => status.kind === 'notApplicable' && status.why === 'notCarriedHere'),
    ).toBe(true);
  });
});
