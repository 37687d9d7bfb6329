import { adult, after, day, MEETING_DAY, opened, personBorn, step, wholePlanOn } from '../../support';

type Facts = NonNullable<Parameters<typeof adult>[0]>;
const stockholm: Facts = { stay: { kommun: '0180' as never, dwelling: 'none' }, origin: { bornIn: 'SY' } };
const accepted = after('etableringscentrum', 'accepted', '2027-01-20', { fields: { group: '1' } });
const centre = (on: string, different: Facts = {}, ...events: Parameters<typeof wholePlanOn>[2][]) =>
  step(wholePlanOn(on, adult({ ...stockholm, ...different }), ...events), 'etableringscentrum');

describe('etableringscentrum', () => {
  it('decides on newcomers of its groups, in Stockholm', () => {
    expect(centre(MEETING_DAY)).toMatchObject({
      agency: 'kommun',
      unit: 'Etableringscentrum',
      status: { kind: 'open', waitingFor: 'caseworker' },
      allowed: ['accepted', 'outside'],
    });
  });

  it('is nowhere else', () => {
    expect(centre(MEETING_DAY, { stay: { kommun: '0484' as never, dwelling: 'none' } })).toMatchObject({
      status: { kind: 'notApplicable', why: 'noCentreInKommun' },
    });
  });

  it.each([
    ['2021-07-31', 'notApplicable'],
    ['2021-08-01', 'open'],
    ['2021-08-02', 'open'],
  ])('opened in August 2021: on %s %s', (on, kind) => {
    const permit = { decidedOn: day('2021-06-01'), validFrom: day('2021-06-01') };
    expect(centre(on, { permit, arrival: { arrivedOn: day('2020-01-01') } }).status.kind).toBe(kind);
  });

  it('is open to one whose country of birth is not known: the centre asks', () => {
    expect(centre(MEETING_DAY, { origin: undefined }).status.kind).toBe('open');
    const elsewhere = { origin: undefined, stay: { kommun: '0484' as never, dwelling: 'none' as const } };
    expect(centre(MEETING_DAY, elsewhere).status.kind).toBe('notApplicable');
    expect(centre(MEETING_DAY, { stay: undefined }).status).toMatchObject({ facts: ['stay'] });
  });

  it('is not for those born in EU or EES, until an assessment may take them after 36 months', () => {
    const permit = { decidedOn: day('2024-01-11'), validFrom: day('2024-01-11') };
    const born = { origin: { bornIn: 'DE' }, permit };
    expect(centre('2027-01-11', born).status).toEqual({
      kind: 'notApplicable',
      why: 'bornInEuEea',
      law: 'Stockholms stad, KS 2021/208',
    });
    expect(centre('2027-01-12', born).status.kind).toBe('open');
    const plan = wholePlanOn('2027-01-11', adult({ ...stockholm, ...born }));
    expect(plan.wakeOn).toBe('2027-01-12');
  });

  it('takes an outside as its end, and closes as any offer that nobody tells of', () => {
    const outside = after('etableringscentrum', 'outside', '2027-01-20', { fields: { why: 'flyttar' } });
    expect(centre('2027-01-21', {}, outside).status).toMatchObject({ kind: 'done', outcome: 'outside' });
    const untold = opened('etableringscentrum', MEETING_DAY);
    expect(centre('2027-07-09', {}, untold).status.kind).toBe('open');
    expect(centre('2027-07-10', {}, untold).status).toMatchObject({ kind: 'done', outcome: 'notRecorded' });
  });
});

describe('bostadsvägledning', () => {
  const guidance = (on: string, facts = adult(stockholm), ...events: Parameters<typeof wholePlanOn>[2][]) =>
    step(wholePlanOn(on, facts, ...events), 'bostadsvagledning');

  it('is for those whom the centre has accepted', () => {
    expect(guidance('2027-01-19').status).toMatchObject({ kind: 'blocked', by: ['etableringscentrum'] });
    expect(guidance('2027-01-20', adult(stockholm), accepted)).toMatchObject({
      unit: 'Etableringscentrum',
      status: { kind: 'open' },
      allowed: ['accepted', 'outside'],
    });
  });

  it('is not for those whom it did not take', () => {
    const outside = after('etableringscentrum', 'outside', '2027-01-20');
    expect(guidance('2027-01-21', adult(stockholm), outside).status).toMatchObject({
      kind: 'notApplicable',
      why: 'prerequisiteRefused',
    });
    expect(guidance('2027-01-21', adult()).status).toMatchObject({ why: 'noCentreInKommun' });
  });

  it.each([
    ['none', 'open'],
    ['acute', 'open'],
    ['genomgangsbostad', 'open'],
    ['fixed', 'notApplicable'],
  ] as const)('is for those without a fixed dwelling: %s %s', (dwelling, kind) => {
    const facts = adult({ ...stockholm, stay: { kommun: '0180' as never, dwelling } });
    expect(guidance('2027-01-20', facts, accepted).status.kind).toBe(kind);
  });

  it('is for the household, so a child has no step of it, nor another than the applicant', () => {
    expect(guidance('2027-01-20', personBorn('2015-05-14', stockholm), accepted).status).toMatchObject({
      why: 'householdBenefit',
    });
    const other = adult({ ...stockholm, applicant: { isApplicant: false } });
    expect(guidance('2027-01-20', other, accepted).status).toMatchObject({ why: 'appliedForByHousehold' });
  });

  it('closes by itself when nobody tells of it', () => {
    const events = [accepted, opened('bostadsvagledning', '2027-01-20')];
    expect(guidance('2027-07-18', adult(stockholm), ...events).status.kind).toBe('open');
    expect(guidance('2027-07-19', adult(stockholm), ...events).status).toMatchObject({
      outcome: 'notRecorded',
      on: '2027-07-19',
    });
  });
});
