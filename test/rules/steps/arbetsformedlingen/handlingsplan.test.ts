import { assigned, registered, withPlan } from '../../programme-events';
import { adult, after, day, due, opened, personBorn, step, wholePlanOn } from '../../support';

const PLAN = 'handlingsplan';

function idsOn(on: string, ...events: Parameters<typeof wholePlanOn>[2][]) {
  const { steps } = wholePlanOn(on, adult(), ...events);
  return steps.map(({ stepId }) => stepId as string).filter((id) => id.startsWith(PLAN));
}

describe('handlingsplan', () => {
  it('waits for the assignment and for the registration', () => {
    const plan = wholePlanOn('2027-01-18', adult(), assigned('2027-01-18'));
    expect(step(plan, PLAN).status).toMatchObject({ kind: 'blocked', by: ['personnummer'] });
  });

  it('is to be made as soon as possible after it: a goal counted from the later of the two', () => {
    const plan = wholePlanOn('2027-02-10', adult(), assigned('2027-01-18'), registered('2027-02-08'));
    expect(step(plan, PLAN)).toMatchObject({ status: { kind: 'open' }, allowed: ['made', 'renewed'] });
    expect(due(plan, PLAN, 'planAsSoonAsPossible')).toMatchObject({ date: '2027-03-10', kind: 'target' });
    const late = wholePlanOn('2027-02-20', adult(), registered('2027-02-08'), assigned('2027-02-15'));
    expect(due(late, PLAN, 'planAsSoonAsPossible')?.date).toBe('2027-03-17');
  });

  it('needs no personnummer of one who was registered before', () => {
    const facts = adult({ registration: { from: day('2026-12-01') } });
    const before = [
      after('delgivning', 'served'),
      after('etableringssamtal', 'held'),
      after('afInskrivning', 'enrolled'),
      after('anvisningEtableringsprogrammet', 'assigned', '2027-01-18'),
    ];
    expect(step(wholePlanOn('2027-01-18', facts, ...before), PLAN).status.kind).toBe('open');
  });

  it('comes back every six months, a month before the six are out', () => {
    expect(idsOn('2027-06-30', withPlan('2027-02-10'))).toEqual([PLAN]);
    expect(idsOn('2027-07-01', withPlan('2027-02-10'))).toEqual([PLAN, 'handlingsplan:2027-07']);
    const plan = wholePlanOn('2027-07-01', adult(), withPlan('2027-02-10'));
    expect(due(plan, 'handlingsplan:2027-07', 'renewPlan')).toMatchObject({
      date: '2027-07-31',
      kind: 'target',
    });
  });

  it('is not renewed before it was made', () => {
    expect(idsOn('2028-02-10', assigned('2027-01-18'), registered('2027-02-08'))).toEqual([PLAN]);
  });

  it('is renewed to the end of the programme and no longer', () => {
    const renewals = ['2027-07', '2028-01', '2028-07'].map((month) => `${PLAN}:${month}`);
    expect(idsOn('2029-06-01', withPlan('2027-02-10'))).toEqual([PLAN, ...renewals]);
  });

  it('gives way to the next renewal when nobody told of one', () => {
    const events = [withPlan('2027-02-10'), opened('handlingsplan:2027-07', '2027-07-01')];
    const before = wholePlanOn('2027-12-31', adult(), ...events);
    expect(step(before, 'handlingsplan:2027-07').status.kind).toBe('open');
    const plan = wholePlanOn('2028-01-01', adult(), ...events);
    expect(step(plan, 'handlingsplan:2027-07').status).toMatchObject({
      kind: 'done',
      outcome: 'notRecorded',
      on: '2028-01-01',
    });
  });

  it('waits for a first plan as long as there is a programme', () => {
    const events = [assigned('2027-01-18'), registered('2027-02-08'), opened(PLAN, '2027-02-08')];
    expect(step(wholePlanOn('2029-02-07', adult(), ...events), PLAN).status.kind).toBe('open');
    expect(step(wholePlanOn('2029-02-08', adult(), ...events), PLAN).status).toMatchObject({
      kind: 'notApplicable',
      why: 'programmeEnded',
    });
    expect(step(wholePlanOn('2029-02-08', adult(), ...events), 'etableringsersattning').status).toMatchObject(
      {
        kind: 'notApplicable',
        why: 'programmeEnded',
      },
    );
  });

  it.each([
    ['2027-02-02', 'open'],
    ['2027-02-03', 'notApplicable'],
  ])('leaves one who is ill alone when it has lasted more than 30 days: on %s %s', (on, kind) => {
    const ill = adult({
      occupation: { activity: 'sickLeave', extent: 'full', since: day('2027-01-04') } as never,
    });
    const events = [assigned('2027-01-12'), registered('2027-01-25')];
    const plan = wholePlanOn(on, ill, ...events);
    expect(step(plan, PLAN).status.kind).toBe(kind);
  });

  it('does not apply from the day of riktåldern, or to one who has begun full-time work', () => {
    const events = [assigned('2027-01-18'), registered('2027-02-08')];
    const old = wholePlanOn('2027-03-01', personBorn('1960-03-01'), ...events);
    expect(step(old, PLAN).status).toMatchObject({ why: 'overProgrammeAge' });
    const atWork = adult({ occupation: { activity: 'work', extent: 'full' } });
    expect(step(wholePlanOn('2027-03-01', atWork, ...events), PLAN).status).toMatchObject({
      why: 'fullTimeWork',
    });
  });
});
