import { adult, after, day, due, MEETING_DAY, opened, personBorn, step, wholePlanOn } from '../../support';

type Facts = NonNullable<Parameters<typeof adult>[0]>;
type Event = Parameters<typeof wholePlanOn>[2];
const BISTAND = 'ekonomisktBistand';
const lmaUntil = (paidUntil: string): Facts => ({
  lma: { registered: true },
  lmaAid: { paidUntil: day(paidUntil) },
});
const income = (from: string, until?: string): Facts => ({
  income: { source: 'wage', from: day(from), ...(until ? { until: day(until) } : {}) },
});
const requested = (on: string): Facts => ({ bistandRequest: { requestedOn: day(on) } });
const plan = (on: string, different: Facts, ...events: Event[]) =>
  wholePlanOn(on, adult(different), ...events);
const of = (on: string, different: Facts, ...events: Event[]) =>
  step(plan(on, different, ...events), BISTAND);

describe('ekonomiskt bistånd before a gap in income', () => {
  it.each([
    ['2027-01-21', { kind: 'blocked', until: '2027-01-22', rule: 'bistandBeforeGap' }],
    ['2027-01-22', { kind: 'open' }],
    ['2027-01-23', { kind: 'open' }],
  ])('opens 30 days before the first day that LMA does not cover: on %s', (on, status) => {
    expect(of(on, lmaUntil('2027-02-20')).status).toMatchObject(status);
  });

  it('is to be decided before the gap begins', () => {
    const events = [opened(BISTAND, '2027-01-22')];
    expect(
      due(plan('2027-01-25', lmaUntil('2027-02-20'), ...events), BISTAND, 'bistandInTime'),
    ).toMatchObject({
      date: '2027-02-20',
      kind: 'target',
      whose: 'kommun',
    });
  });

  it('is to be decided within two weeks where the gap is already there', () => {
    const opening = plan(MEETING_DAY, {});
    expect(step(opening, BISTAND).status).toMatchObject({ kind: 'open', since: MEETING_DAY });
    expect(due(opening, BISTAND, 'bistandInTime')?.date).toBe('2027-01-25');
  });

  it('is not needed while an income covers every day to come', () => {
    expect(of(MEETING_DAY, income('2026-01-01')).status).toEqual({
      kind: 'notApplicable',
      why: 'noGap',
      law: 'SoL 2025:400 12 kap.',
    });
  });

  it('is barred by LMA while no end of its aid can be named', () => {
    const inAsylboende: Facts = {
      lma: { registered: true, housing: 'asylboende' },
      ...requested('2027-01-11'),
    };
    expect(of(MEETING_DAY, inAsylboende).status).toEqual({
      kind: 'notApplicable',
      why: 'barredByLma',
      law: 'LMA 1 §; SoL 2025:400 10:2',
    });
  });
});

describe('ekonomiskt bistånd on request', () => {
  it('opens at once, whatever the income', () => {
    const asked = of(MEETING_DAY, { ...income('2026-01-01'), ...requested('2027-01-11') });
    expect(asked.status.kind).toBe('open');
  });

  it.each([
    ['2027-01-10', 'notApplicable'],
    ['2027-01-11', 'open'],
    ['2027-03-12', 'open'],
    ['2027-03-13', 'notApplicable'],
  ])('counts from its day and for 60 days: on %s %s', (on, kind) => {
    expect(of(on, { ...income('2026-01-01'), ...requested('2027-01-11') }).status.kind).toBe(kind);
  });

  it.each([
    ['2027-02-20', 'notApplicable'],
    ['2027-02-21', 'open'],
  ])('waits under LMA for the first day that it does not bar: on %s %s', (on, kind) => {
    const covered = { ...lmaUntil('2027-02-20'), ...income('2026-01-01'), ...requested('2027-02-01') };
    expect(of(on, covered).status.kind).toBe(kind);
  });

  it('may come again: a later request is an application of its month', () => {
    const first = [
      opened(BISTAND, MEETING_DAY),
      after(BISTAND, 'granted', '2027-01-20', { fields: { to: '2027-01-31' } }),
    ];
    const again = { ...income('2026-01-01'), ...requested('2027-09-14') };
    const steps = plan('2027-09-15', again, ...first).steps.filter(({ stepId }) =>
      stepId.startsWith(BISTAND),
    );
    expect(steps.map(({ stepId, status }) => `${stepId} ${status.kind}`)).toEqual([
      'ekonomisktBistand done',
      'ekonomisktBistand:2027-09 open',
    ]);
  });
});

describe('the household of ekonomiskt bistånd', () => {
  it.each([
    ['2009-01-12', '2027-01-11', 'notApplicable'],
    ['2009-01-12', '2027-01-12', 'open'],
  ])('is asked for by adults: born %s, on %s %s', (bornOn, on, kind) => {
    expect(step(wholePlanOn(on, personBorn(bornOn)), BISTAND).status.kind).toBe(kind);
  });

  it('has one application, on the case of the applicant', () => {
    expect(of(MEETING_DAY, { applicant: { isApplicant: false } }).status).toMatchObject({
      why: 'appliedForByHousehold',
    });
    expect(step(wholePlanOn(MEETING_DAY, personBorn('2015-05-14')), BISTAND).status).toMatchObject({
      why: 'householdBenefit',
    });
  });

  it.each([
    ['0180', 'anvisad', 'Intro Stockholm'],
    ['0180', 'kvot', 'Intro Stockholm'],
    ['0180', 'egenbosatt', 'stadsdelsnämnden'],
    ['0180', 'anhorig', 'stadsdelsnämnden'],
    ['0180', undefined, undefined],
    ['0484', 'egenbosatt', 'socialnämnden'],
    ['2281', undefined, 'socialnämnden'],
  ] as const)('in %s, settled as %s, is handled by %s', (kommun, form, unit) => {
    const stay = { kommun: kommun as never, dwelling: 'fixed' as const };
    const facts: Facts = form === undefined ? { stay } : { stay, settlement: { form } };
    expect(of(MEETING_DAY, facts).unit).toBe(unit);
  });

  it('waits for the kommun of stay', () => {
    expect(of(MEETING_DAY, { stay: undefined }).status).toMatchObject({ kind: 'blocked', facts: ['stay'] });
  });
});

describe('the decision on ekonomiskt bistånd', () => {
  const first = opened(BISTAND, MEETING_DAY);

  it.each(['granted', 'partly'])('ends the month when %s', (outcome) => {
    expect(of('2027-01-21', {}, first, after(BISTAND, outcome, '2027-01-20')).status).toMatchObject({
      kind: 'done',
      outcome,
    });
  });

  it('may be appealed within three weeks, also when the gap is over meanwhile', () => {
    const refused = after(BISTAND, 'denied', '2027-01-20', { servedOn: '2027-01-25' });
    const covered = income('2026-01-01');
    expect(of('2027-02-15', covered, first, refused)).toMatchObject({
      status: { kind: 'open', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
    expect(of('2027-02-16', covered, first, refused).status).toMatchObject({ kind: 'done', refusal: true });
  });

  it('is not the same as a dismissal, but that may be appealed too', () => {
    const dismissed = after(BISTAND, 'avvisad', '2027-01-20', { servedOn: '2027-01-25' });
    expect(of('2027-01-26', {}, first, dismissed).status).toMatchObject({ kind: 'open', why: 'refused' });
  });

  it.each([
    ['2027-03-31', 'open'],
    ['2027-04-01', 'done'],
  ])('is given up 60 days after its month: on %s %s', (on, kind) => {
    expect(of(on, {}, first).status.kind).toBe(kind);
  });
});

describe('the months of ekonomiskt bistånd', () => {
  /** Eighteen, with parents here: not for the programme, and no income in sight. */
  const months = (on: string, different: Facts, ...events: Event[]) => {
    const facts = personBorn('2008-12-01', { family: { parentsInSweden: true }, ...different });
    const { steps } = wholePlanOn(on, facts, ...events);
    return steps
      .filter(({ stepId }) => stepId.startsWith(BISTAND))
      .map(({ stepId, status }) => `${stepId.slice(BISTAND.length)} ${status.kind}`);
  };
  const january = [opened(BISTAND, MEETING_DAY), after(BISTAND, 'granted', '2027-01-20')];

  it('are applied for one by one while the gap lasts', () => {
    expect(months('2027-01-31', {}, ...january)).toEqual([' done']);
    expect(months('2027-02-01', {}, ...january)).toEqual([' done', ':2027-02 open']);
    expect(months('2027-03-05', {}, ...january)).toEqual([' done', ':2027-02 open', ':2027-03 open']);
  });

  it('end with the gap: an open one no longer applies, no new one begins', () => {
    const covered = income('2027-03-10');
    expect(months('2027-03-09', covered, ...january, opened(`${BISTAND}:2027-02`, '2027-02-01'))).toEqual([
      ' done',
      ':2027-02 open',
      ':2027-03 open',
    ]);
    expect(months('2027-04-02', covered, ...january, opened(`${BISTAND}:2027-02`, '2027-02-01'))).toEqual([
      ' done',
      ':2027-02 notApplicable',
    ]);
  });

  it('leave out the first where it was opened in the month before the gap', () => {
    const opening = [
      opened(BISTAND, '2027-02-01'),
      after(BISTAND, 'granted', '2027-02-20', { fields: { to: '2027-03-31' } }),
    ];
    const facts = lmaUntil('2027-03-02');
    expect(months('2027-03-31', facts, ...opening)).toEqual([' done']);
    expect(months('2027-04-01', facts, ...opening)).toEqual([' done', ':2027-04 open']);
  });

  it('are covered by a decision that names a later month', () => {
    const quarter = [
      opened(BISTAND, MEETING_DAY),
      after(BISTAND, 'granted', '2027-01-20', { fields: { to: '2027-03-31' } }),
    ];
    expect(months('2027-03-31', {}, ...quarter)).toEqual([' done']);
    expect(months('2027-04-01', {}, ...quarter)).toEqual([' done', ':2027-04 open']);
  });

  it('begin anew with a later gap, without the months between', () => {
    const covered = income('2027-02-01', '2027-09-19');
    expect(months('2027-08-20', covered, ...january)).toEqual([' done']);
    expect(months('2027-08-21', covered, ...january)).toEqual([' done', ':2027-09 open']);
    expect(months('2027-09-01', covered, ...january)).toEqual([' done', ':2027-09 open']);
    expect(months('2027-10-01', covered, ...january)).toEqual([' done', ':2027-09 open', ':2027-10 open']);
  });

  it('are followed for 36 months from the first and no longer', () => {
    expect(months('2030-02-01', {}, opened(BISTAND, MEETING_DAY)).at(-1)).toBe(':2030-01 open');
  });
});
