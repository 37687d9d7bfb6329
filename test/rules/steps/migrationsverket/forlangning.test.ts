import {
  adult,
  after,
  day,
  due,
  type Event,
  opened,
  reported,
  restarted,
  step,
  wholePlanOn,
} from '../../support';

const THIRTEEN_MONTHS = { ground: 'alternativeProtection', validTo: day('2028-02-03') } as const;
const facts = adult({ permit: THIRTEEN_MONTHS });
const filed = after('forlangning', 'filed', '2027-12-01');
const waiting = opened('forlangning', '2027-11-03');

function extension(on: string, ...events: readonly Event[]) {
  return step(wholePlanOn(on, facts, ...events), 'forlangning');
}

describe('extension of the permit', () => {
  it('is no matter for a permit without an end', () => {
    expect(step(wholePlanOn('2027-01-11', adult()), 'forlangning').status).toMatchObject({
      kind: 'notApplicable',
      why: 'permitWithoutEnd',
    });
  });

  it.each([
    ['2027-05-10', 'notApplicable'],
    ['2027-11-02', 'notApplicable'],
    ['2027-11-03', 'open'],
    ['2027-11-04', 'open'],
  ])('opens three months before the end of a permit of 13 months: on %s %s', (on, kind) => {
    expect(extension(on).status.kind).toBe(kind);
  });

  it('does not hold a case whose permit lasts for three years, and wakes the one that lives that long', () => {
    const permit = { validTo: day('2030-01-03') };
    const plan = wholePlanOn('2027-01-11', adult({ permit }));
    expect(step(plan, 'forlangning').status).toMatchObject({
      kind: 'notApplicable',
      why: 'extensionFarAway',
    });
    expect(step(wholePlanOn('2029-10-03', adult({ permit })), 'forlangning').status.kind).toBe('open');
    const eve = wholePlanOn('2027-11-02', facts, opened('uppehallstillstandskort', '2027-11-01'));
    expect(eve.wakeOn).toBe('2027-11-03');
  });

  it.each(['2028-02-02', '2028-02-03', '2028-02-04', '2028-06-01'])(
    'is to be applied for by the last day, and is overdue after it: on %s',
    (on) => {
      const plan = wholePlanOn(on, facts, waiting);
      expect(step(plan, 'forlangning').status.kind).toBe('open');
      expect(due(plan, 'forlangning', 'applyForExtension')).toMatchObject({
        date: '2028-02-03',
        kind: 'duty',
      });
      expect(plan.passed.some(({ rule }) => rule === 'applyForExtension')).toBe(on > '2028-02-03');
    },
  );

  it('waits for the decision once filed; after six months one may be demanded (FL 12 §)', () => {
    const plan = wholePlanOn('2027-12-02', facts, waiting, filed);
    expect(step(plan, 'forlangning').status.kind).toBe('open');
    expect(due(plan, 'forlangning', 'applyForExtension')).toBeUndefined();
    expect(due(plan, 'forlangning', 'demandDecision')).toMatchObject({ date: '2028-06-01', kind: 'right' });
    const demanded = after('forlangning', 'decisionDemanded', '2028-06-05');
    const answer = due(
      wholePlanOn('2028-06-06', facts, waiting, filed, demanded),
      'forlangning',
      'answerDemand',
    );
    expect(answer).toMatchObject({ date: '2028-07-03', whose: 'migrationsverket' });
  });

  it('is done when granted, for good: the next end does not open it', () => {
    const granted = after('forlangning', 'granted', '2028-03-01', { fields: { to: '2030-02-03' } });
    const permit = { ...THIRTEEN_MONTHS, decidedOn: day('2028-03-01'), validTo: day('2030-02-03') };
    const plan = wholePlanOn('2029-12-01', adult({ permit }), waiting, filed, granted);
    expect(step(plan, 'forlangning').status).toEqual({ kind: 'done', outcome: 'granted', on: '2028-03-01' });
    const again = restarted('forlangning', 'reopenings', '2029-12-02');
    const reopened = wholePlanOn('2029-12-02', adult({ permit }), waiting, filed, granted, again);
    expect(due(reopened, 'forlangning', 'applyForExtension')?.date).toBe('2030-02-03');
  });

  it('rests when only the new permit is told, and comes back for its end with nothing filed', () => {
    const permit = { ...THIRTEEN_MONTHS, decidedOn: day('2028-03-01'), validTo: day('2030-02-03') };
    const on = (date: string) => wholePlanOn(date, adult({ permit }), waiting, filed);
    expect(step(on('2029-11-02'), 'forlangning').status).toMatchObject({ why: 'extensionFarAway' });
    expect(step(on('2029-11-03'), 'forlangning').status.kind).toBe('open');
    expect(due(on('2029-11-03'), 'forlangning', 'applyForExtension')?.date).toBe('2030-02-03');
  });

  it('may be denied, appealed to migrationsdomstolen, and applied for anew', () => {
    const denied = reported('forlangning', 'denied', '2028-03-01', { servedOn: '2028-03-06' });
    const plan = wholePlanOn('2028-03-07', facts, waiting, filed, denied);
    expect(step(plan, 'forlangning')).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
    expect(due(plan, 'forlangning', 'appeal')).toMatchObject({ date: '2028-03-27', kind: 'right' });
    const anew = after('forlangning', 'newApplication', '2028-03-20');
    const renewed = wholePlanOn('2028-03-21', facts, waiting, filed, denied, anew);
    expect(due(renewed, 'forlangning', 'demandDecision')?.date).toBe('2028-09-20');
  });

  it('lacks only the permit', () => {
    const plan = wholePlanOn('2027-01-11', adult({ permit: undefined }));
    expect(step(plan, 'forlangning').status).toEqual({ kind: 'blocked', by: [], facts: ['permit'] });
    expect(plan.passed).toEqual([]);
  });
});
