import { after, day, due, MEETING_DAY, personBorn, restarted, step, wholePlanOn } from '../../support';

describe('skola', () => {
  it.each([
    ['2021-12-31', '2027-07-31', 'underSchoolAge'],
    ['2007-12-31', '2027-07-01', 'overSchoolAge'],
    ['1990-05-14', '2027-01-11', 'overSchoolAge'],
  ])('is not for a person born %s, on %s: %s', (bornOn, on, why) => {
    expect(step(wholePlanOn(on, personBorn(bornOn)), 'skola').status).toMatchObject({
      kind: 'notApplicable',
      why,
    });
  });

  it.each([
    ['2021-12-31', '2027-08-01'],
    ['2021-12-31', '2027-08-02'],
    ['2015-05-14', MEETING_DAY],
    ['2009-05-14', MEETING_DAY],
    ['2007-12-31', '2027-06-30'],
  ])('is open for a person born %s, on %s, before any personnummer', (bornOn, on) => {
    expect(step(wholePlanOn(on, personBorn(bornOn)), 'skola')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open', waitingFor: 'caseworker' },
      allowed: ['received', 'placed', 'declined'],
    });
  });

  it('waits for the kommun of stay, and for the arrival of a child served abroad', () => {
    const unknown = wholePlanOn(MEETING_DAY, personBorn('2015-05-14', { stay: undefined }));
    expect(step(unknown, 'skola').status).toMatchObject({ kind: 'blocked', facts: ['stay'] });
    const permit = { ground: 'quota', servedOn: day('2026-11-30') } as const;
    const coming = personBorn('2015-05-14', { permit, arrival: { arrivedOn: day('2027-02-01') } });
    expect(step(wholePlanOn(MEETING_DAY, coming), 'skola').status).toMatchObject({ until: '2027-02-01' });
    const unknownDay = personBorn('2015-05-14', { permit, arrival: undefined });
    expect(step(wholePlanOn(MEETING_DAY, unknownDay), 'skola').status).toMatchObject({ facts: ['arrival'] });
  });

  it('owes a class within two months of the day the pupil was received, not of the opening', () => {
    const facts = personBorn('2015-05-14');
    const received = after('skola', 'received', '2027-01-20');
    expect(step(wholePlanOn('2027-01-19', facts), 'skola').dues).toMatchObject([{ kind: 'expectation' }]);
    const plan = wholePlanOn('2027-01-21', facts, received);
    expect(step(plan, 'skola').status.kind).toBe('open');
    expect(due(plan, 'skola', 'classWithinTwoMonths')).toMatchObject({ date: '2027-03-22', kind: 'duty' });
  });

  it('owes a study plan to a pupil of språkintroduktion, and nothing with a time in förskoleklass', () => {
    const received = after('skola', 'received', '2027-01-20');
    const youth = wholePlanOn('2027-01-21', personBorn('2009-05-14'), received);
    expect(due(youth, 'skola', 'studyPlanWithinTwoMonths')).toMatchObject({ date: '2027-03-22' });
    const child = wholePlanOn('2027-01-21', personBorn('2020-05-14'), received);
    expect(step(child, 'skola').dues.map(({ kind }) => kind)).toEqual(['expectation']);
  });

  it('counts by the school form of the day of reception', () => {
    const received = after('skola', 'received', '2027-06-30');
    const plan = wholePlanOn('2027-07-05', personBorn('2011-05-14'), received);
    expect(due(plan, 'skola', 'classWithinTwoMonths')).toMatchObject({ date: '2027-08-30' });
  });

  it('ends when placed, or when one past school duty declines', () => {
    const placed = after('skola', 'placed', '2027-02-01', { fields: { class: '5 B' } });
    expect(step(wholePlanOn('2027-02-02', personBorn('2015-05-14'), placed), 'skola').status).toMatchObject({
      kind: 'done',
      outcome: 'placed',
    });
    const declined = after('skola', 'declined', '2027-02-01');
    expect(step(wholePlanOn('2027-02-02', personBorn('2008-05-14'), declined), 'skola').status.kind).toBe(
      'done',
    );
  });

  it.each([
    ['2027-06-30', 'open'],
    ['2027-07-01', 'notApplicable'],
  ])('is lost for one of twenty whom nobody received in time: on %s %s', (on, kind) => {
    const facts = personBorn('2007-03-01');
    expect(step(wholePlanOn(on, facts), 'skola').status.kind).toBe(kind);
    const received = after('skola', 'received', '2027-06-29');
    expect(step(wholePlanOn(on, facts, received), 'skola').status.kind).toBe('open');
  });

  it('asks for a new reception when it is opened again', () => {
    const events = [after('skola', 'received', '2027-01-20'), after('skola', 'placed', '2027-02-01')];
    const reopened = restarted('skola', 'reopenings', '2027-02-05');
    const plan = wholePlanOn('2027-02-06', personBorn('2015-05-14'), ...events, reopened);
    expect(step(plan, 'skola').status.kind).toBe('open');
    expect(due(plan, 'skola', 'classWithinTwoMonths')).toBeUndefined();
  });

  it.each([
    ['2027-01-11', 'open'],
    ['2027-01-12', 'notApplicable'],
    ['2027-01-13', 'notApplicable'],
  ])('under temporary protection must begin before 18 (29:3): on %s %s', (on, kind) => {
    const permit = { ground: 'temporaryProtection', validFrom: day('2026-09-01') } as const;
    expect(step(wholePlanOn(on, personBorn('2009-01-12', { permit })), 'skola').status.kind).toBe(kind);
    const registration = { kommun: '0484' as never, from: day('2027-01-04') };
    const registered = personBorn('2009-01-12', { permit, registration });
    expect(step(wholePlanOn(on, registered), 'skola').status.kind).toBe('open');
  });
});
