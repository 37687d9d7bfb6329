import {
  adult,
  after,
  day,
  MEETING_DAY,
  opened,
  personBorn,
  restarted,
  step,
  wholePlanOn,
} from '../../support';

type Facts = NonNullable<Parameters<typeof adult>[0]>;
type Event = Parameters<typeof wholePlanOn>[2];
const homeless: Facts = { stay: { kommun: '0484' as never, dwelling: 'none' } };
const housed: Facts = { stay: { kommun: '0484' as never, dwelling: 'fixed' } };
const of = (on: string, different: Facts, ...events: Event[]) =>
  step(wholePlanOn(on, adult({ ...homeless, ...different }), ...events), 'akutboende');

/** The occurrences of a plan with the kind of their status. */
function months(on: string, different: Facts, ...events: Event[]) {
  const plan = wholePlanOn(on, adult({ ...homeless, ...different }), ...events);
  return plan.steps
    .filter(({ stepId }) => stepId.startsWith('akutboende'))
    .map(({ stepId, status }) => `${stepId} ${status.kind}`);
}

describe('akutboende', () => {
  it.each([
    ['none', 'open'],
    ['acute', 'open'],
    ['genomgangsbostad', 'notApplicable'],
    ['fixed', 'notApplicable'],
  ] as const)('is for a household whose dwelling is %s: %s', (dwelling, kind) => {
    expect(of(MEETING_DAY, { stay: { kommun: '0484' as never, dwelling } }).status.kind).toBe(kind);
  });

  it('is decided by socialnämnden, in Stockholm by the stadsdelsnämnd', () => {
    expect(of(MEETING_DAY, {})).toMatchObject({ agency: 'kommun', unit: 'socialnämnden' });
    const stockholm = { stay: { kommun: '0180' as never, dwelling: 'none' as const } };
    expect(of(MEETING_DAY, stockholm).unit).toBe('stadsdelsnämnden');
  });

  it('is one application for the household, on the case of an adult', () => {
    expect(
      step(wholePlanOn(MEETING_DAY, personBorn('2015-05-14', homeless)), 'akutboende').status,
    ).toMatchObject({ why: 'householdBenefit' });
    expect(of(MEETING_DAY, { applicant: { isApplicant: false } }).status).toMatchObject({
      why: 'appliedForByHousehold',
    });
    expect(of(MEETING_DAY, { birth: undefined }).status).toMatchObject({ facts: ['birth'] });
  });

  it.each([
    ['2027-02-04', { kind: 'notApplicable', why: 'barredByLma' }],
    ['2027-02-05', { kind: 'open' }],
    ['2027-02-06', { kind: 'open' }],
  ])('is barred by LMA for as long as its aid lasts: on %s', (on, status) => {
    const lma = { lma: { registered: true }, lmaAid: { paidUntil: day('2027-02-04') } } as const;
    expect(of(on, lma).status).toMatchObject(status);
  });

  it('comes back every month that begins while there is no home', () => {
    const january = [opened('akutboende', MEETING_DAY), after('akutboende', 'granted', '2027-01-12')];
    expect(months('2027-01-31', {}, ...january)).toEqual(['akutboende done']);
    expect(months('2027-02-01', {}, ...january)).toEqual(['akutboende done', 'akutboende:2027-02 open']);
    expect(months('2027-03-02', {}, ...january)).toEqual([
      'akutboende done',
      'akutboende:2027-02 open',
      'akutboende:2027-03 open',
    ]);
  });

  it('wakes the case for the next month', () => {
    const january = [opened('akutboende', MEETING_DAY), after('akutboende', 'granted', '2027-01-12')];
    const rest = ['uppehallstillstandskort', 'etableringssamtal'].map((id) => opened(id, '2027-01-11'));
    const plan = wholePlanOn('2027-01-31', adult(homeless), ...january, ...rest);
    expect(plan.wakeOn).toBe('2027-02-01');
  });

  it('ends with the need: what is granted stays, what is open no longer applies, nothing new begins', () => {
    const events = [
      opened('akutboende', MEETING_DAY),
      after('akutboende', 'granted', '2027-01-12'),
      opened('akutboende:2027-02', '2027-02-01'),
    ];
    expect(months('2027-04-10', housed, ...events)).toEqual([
      'akutboende done',
      'akutboende:2027-02 notApplicable',
    ]);
  });

  it('keeps a refusal open for appeal when the household has found a home', () => {
    const refused = after('akutboende', 'denied', '2027-01-20', { servedOn: '2027-01-25' });
    const events = [opened('akutboende', MEETING_DAY), refused];
    expect(of('2027-02-15', housed, ...events)).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
    expect(of('2027-02-16', housed, ...events).status).toMatchObject({ kind: 'done', refusal: true });
  });

  it.each([
    ['2027-03-31', 'open'],
    ['2027-04-01', 'done'],
    ['2027-04-02', 'done'],
  ])('closes 60 days after its month when nobody tells of it: on %s %s', (on, kind) => {
    expect(of(on, {}, opened('akutboende', MEETING_DAY)).status.kind).toBe(kind);
  });

  it('waits anew from what was said of it', () => {
    const asked = after('akutboende', 'completionRequested', '2027-03-01', { fields: { by: '2027-03-15' } });
    const answered = after('akutboende', 'completionAnswered', '2027-03-20');
    const events = [opened('akutboende', MEETING_DAY), asked, answered];
    expect(of('2027-05-18', {}, ...events).status.kind).toBe('open');
    expect(of('2027-05-19', {}, ...events).status).toMatchObject({ outcome: 'notRecorded' });
  });

  it('begins anew with a new need, and asks for none of the months between', () => {
    const events = [opened('akutboende', MEETING_DAY), after('akutboende', 'granted', '2027-01-12')];
    const again = adult({ ...homeless, stay: { ...homeless.stay, since: day('2027-06-10') } as never });
    const plan = wholePlanOn('2027-06-11', again, ...events);
    const ids = plan.steps.map(({ stepId }) => stepId).filter((id) => id.startsWith('akutboende'));
    expect(ids).toEqual(['akutboende', 'akutboende:2027-06']);
  });

  it('is followed for three years and no longer', () => {
    const last = months('2030-02-01', {}, opened('akutboende', MEETING_DAY)).at(-1);
    expect(last).toBe('akutboende:2030-01 open');
  });

  it('may be opened again', () => {
    const events = [
      opened('akutboende', MEETING_DAY),
      after('akutboende', 'granted', '2027-01-12'),
      restarted('akutboende', 'reopenings', '2027-01-14'),
    ];
    expect(of('2027-01-15', {}, ...events).status).toMatchObject({ kind: 'open', since: '2027-01-14' });
  });
});
