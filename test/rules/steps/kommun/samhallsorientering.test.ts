import {
  adult,
  after,
  day,
  due,
  MEETING_DAY,
  metAll,
  opened,
  personBorn,
  step,
  wholePlanOn,
} from '../../support';

const registered = { registration: { kommun: '0484' as never, from: day('2027-02-01') } };
const decided = [metAll(), after('personnummer', 'registered', '2027-02-08')];
const orientation = (on: string, facts = adult(registered), ...events: Parameters<typeof wholePlanOn>[2][]) =>
  step(wholePlanOn(on, facts, ...decided, ...events), 'samhallsorientering');

describe('samhällsorientering', () => {
  it('opens with the registration and not before', () => {
    const waiting = wholePlanOn(MEETING_DAY, adult(), metAll());
    expect(step(waiting, 'samhallsorientering').status).toMatchObject({
      kind: 'blocked',
      by: ['personnummer'],
    });
    expect(orientation('2027-02-08')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open' },
      allowed: ['started', 'interrupted', 'done', 'declined'],
    });
  });

  it('is open for one who was registered before the case began', () => {
    const plan = wholePlanOn(
      MEETING_DAY,
      adult({ registration: { kommun: '0484' as never, from: day('2027-01-04') } }),
    );
    expect(step(plan, 'samhallsorientering').status.kind).toBe('open');
  });

  it('is not for one who will not be registered, for the same reason', () => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2026-12-01'),
      validTo: day('2027-12-01'),
    } as const;
    const plan = wholePlanOn(MEETING_DAY, adult({ permit }));
    expect(step(plan, 'samhallsorientering').status).toMatchObject({
      kind: 'notApplicable',
      why: 'temporaryProtectionTooShort',
    });
  });

  it('does not apply when the registration is refused for good', () => {
    const refused = [
      after('personnummer', 'avslag', '2027-02-08'),
      after('personnummer', 'letStand', '2027-02-09'),
    ];
    const plan = wholePlanOn('2027-02-10', adult(), metAll(), ...refused);
    expect(step(plan, 'samhallsorientering').status).toMatchObject({
      kind: 'notApplicable',
      because: 'personnummer',
    });
  });

  it.each([
    ['2009-03-02', '2027-03-01', 'notApplicable'],
    ['2009-03-02', '2027-03-02', 'open'],
    ['2009-03-02', '2027-03-03', 'open'],
    ['1960-03-02', '2027-03-01', 'open'],
    ['1960-03-02', '2027-03-02', 'notApplicable'],
  ])('is for those of 18 to riktålder: born %s, on %s %s', (bornOn, on, kind) => {
    expect(orientation(on, personBorn(bornOn, registered)).status.kind).toBe(kind);
  });

  it('goes on past riktålder for one who has started', () => {
    const started = after('samhallsorientering', 'started', '2027-02-20');
    expect(orientation('2027-03-02', personBorn('1960-03-02', registered), started).status.kind).toBe('open');
  });

  it('is not for pupils of gymnasieskolan', () => {
    const pupil = adult({ ...registered, occupation: { activity: 'gymnasium', extent: 'full' } });
    expect(orientation('2027-02-08', pupil).status).toMatchObject({ why: 'gymnasiumPupil' });
  });

  it('is to be done a year after it started, and stays open meanwhile, also when interrupted', () => {
    const started = after('samhallsorientering', 'started', '2027-03-01');
    const interrupted = after('samhallsorientering', 'interrupted', '2027-05-01');
    const facts = adult(registered);
    const plan = wholePlanOn('2027-05-02', facts, ...decided, started, interrupted);
    expect(step(plan, 'samhallsorientering').status.kind).toBe('open');
    expect(due(plan, 'samhallsorientering', 'orientationWithinAYear')).toMatchObject({
      date: '2028-03-01',
      kind: 'target',
    });
    const again = after('samhallsorientering', 'started', '2027-09-01');
    const resumed = wholePlanOn('2027-09-02', facts, ...decided, started, interrupted, again);
    expect(due(resumed, 'samhallsorientering', 'orientationWithinAYear')?.date).toBe('2028-09-01');
  });

  it.each(['done', 'declined'])('ends when %s', (outcome) => {
    const ended = after('samhallsorientering', outcome, '2027-03-01');
    expect(orientation('2027-03-02', adult(registered), ended).status).toMatchObject({
      kind: 'done',
      outcome,
    });
  });

  it.each([
    ['2030-01-31', 'open'],
    ['2030-02-01', 'done'],
    ['2030-02-02', 'done'],
  ])('ends by itself three years after the first registration: on %s %s', (on, kind) => {
    const plan = orientation(on, adult(registered), opened('samhallsorientering', '2027-02-08'));
    expect(plan.status.kind).toBe(kind);
  });

  it('may still be said to have gone otherwise', () => {
    const ended = orientation('2030-02-02', adult(registered), opened('samhallsorientering', '2027-02-08'));
    expect(ended).toMatchObject({
      status: { outcome: 'dutyEnded', on: '2030-02-01' },
      allowed: ['reopening', 'started', 'interrupted', 'done', 'declined'],
    });
  });

  it('counts from the decision for one who has moved to another kommun since', () => {
    const moved = adult({ registration: { kommun: '2281' as never, from: day('2029-05-01') } });
    expect(orientation('2030-02-07', moved).status.kind).toBe('open');
    expect(orientation('2030-02-08', moved).status).toMatchObject({ outcome: 'dutyEnded', on: '2030-02-08' });
  });

  it.each([
    ['2030-12-09', 'open'],
    ['2030-12-10', 'done'],
  ])('leaves a course that began in time the rest of its year: on %s %s', (on, kind) => {
    const started = after('samhallsorientering', 'started', '2029-12-10');
    expect(orientation(on, adult(registered), started).status.kind).toBe(kind);
  });
});
