import { stepDefinition } from '../../../../domain/process/steps/catalogue';
import { adult, after, day, due, type Event, opened, restarted, step, wholePlanOn } from '../../support';

const own = { lma: { registered: true, housing: 'own' } } as const;
const asylboende = {
  lma: { registered: true, housing: 'asylboende' },
  settlement: { form: 'anvisad' },
} as const;
const waiting = opened('utskrivningLma', '2027-01-11');
const assigned = after('anvisningKommun', 'assigned', '2027-01-14');

function status(on: string, facts: Parameters<typeof adult>[0], ...events: readonly Event[]) {
  return step(wholePlanOn(on, adult(facts), waiting, ...events), 'utskrivningLma').status;
}

function endOfAid(on: string, facts: Parameters<typeof adult>[0], ...events: readonly Event[]) {
  return due(wholePlanOn(on, adult(facts), waiting, ...events), 'utskrivningLma', 'lmaAidEnds')?.date;
}

describe('utskrivning from LMA', () => {
  it.each([
    ['a quota refugee', { permit: { ground: 'quota', servedOn: day('2026-11-30') } }],
    ['a relative', { permit: { ground: 'family', servedOn: day('2026-11-30') } }],
    ['one who is no longer under it', { lma: { registered: false } }],
  ] as const)('is not for %s', (_, facts) => {
    expect(status('2027-01-11', facts)).toEqual({
      kind: 'notApplicable',
      why: 'notUnderLma',
      law: 'LMA 1 §',
    });
  });

  it.each([
    ['2027-02-03', '2027-02-04'],
    ['2027-02-04', '2027-02-04'],
    ['2027-02-05', undefined],
  ])('with own housing the aid ends a month after the decision: seen on %s %s', (on, date) => {
    expect(endOfAid(on, own)).toBe(date);
  });

  it('shows the end of the aid as the right it is, on whatever day of the week', () => {
    const facts = adult({ ...own, permit: { decidedOn: day('2027-01-09'), validFrom: day('2027-01-09') } });
    const plan = wholePlanOn('2027-01-11', facts, waiting);
    expect(due(plan, 'utskrivningLma', 'lmaAidEnds')).toEqual({
      date: '2027-02-09',
      kind: 'right',
      rule: 'lmaAidEnds',
      law: 'LMA 8, 11 §§',
      whose: 'newcomer',
    });
    expect(endOfAid('2027-01-11', { ...own, lmaAid: { paidUntil: day('2027-01-31') } })).toBe('2027-01-31');
  });

  it.each(['received', 'declined'])('in an asylboende it ends when an assigned place is %s', (outcome) => {
    const reached = after('mottagande', outcome, '2027-03-01');
    expect(endOfAid('2027-02-01', asylboende, assigned)).toBeUndefined();
    expect(endOfAid('2027-03-01', asylboende, assigned, reached)).toBe('2027-03-01');
  });

  it('with temporary protection waits for the 12 months, and ends with folkbokföring', () => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2026-03-05'),
      validTo: day('2028-03-04'),
    } as const;
    const protectedOne = { ...own, permit };
    expect(status('2027-03-04', protectedOne)).toMatchObject({ kind: 'blocked', until: '2027-03-05' });
    expect(status('2027-03-05', protectedOne).kind).toBe('open');
    const registration = { kommun: '0484' as never, from: day('2027-03-10') };
    expect(endOfAid('2027-03-09', { ...protectedOne, registration })).toBe('2027-03-10');
    const short = { ...own, permit: { ...permit, validTo: day('2027-03-04') } };
    expect(status('2027-01-11', short)).toMatchObject({ why: 'temporaryProtectionTooShort' });
  });

  it('is done with the discharge, whose day or last payment is then known', () => {
    const discharged = after('utskrivningLma', 'discharged', '2027-02-05');
    expect(status('2027-02-06', { lma: { registered: false } }, discharged)).toEqual({
      kind: 'done',
      outcome: 'discharged',
      on: '2027-02-05',
    });
    const facts = stepDefinition('utskrivningLma')?.outcomes.discharged?.facts;
    expect(facts?.({}, day('2027-02-05'))).toEqual([
      { kind: 'lma', registered: false },
      { kind: 'lmaAid', paidUntil: '2027-02-05' },
    ]);
    expect(facts?.({ paidUntil: '2027-01-31' }, day('2027-02-05'))).toContainEqual({
      kind: 'lmaAid',
      paidUntil: '2027-01-31',
    });
  });
});

describe('a discharge that nobody records', () => {
  it.each([
    ['2027-04-04', 'open'],
    ['2027-04-05', 'done'],
  ])('closes 60 days after the aid ended: on %s %s', (on, kind) => {
    expect(status(on, own).kind).toBe(kind);
  });

  it('has 60 days from its opening where the aid ended before that', () => {
    const late = opened('utskrivningLma', '2027-09-01');
    const on = (date: string) => step(wholePlanOn(date, adult(own), late), 'utskrivningLma').status.kind;
    expect([on('2027-10-30'), on('2027-10-31')]).toEqual(['open', 'done']);
  });

  it('waits as long as a place in a kommun is awaited', () => {
    expect(status('2029-01-11', asylboende).kind).toBe('open');
    expect(status('2029-01-11', asylboende, assigned).kind).toBe('open');
  });

  it.each([
    ['2028-02-09', 'open'],
    ['2028-02-10', 'done'],
  ])('closes after a year where nothing is left to name the day: on %s %s', (on, kind) => {
    const notUsable = after('anvisningKommun', 'notUsable', '2027-02-10');
    expect(status(on, asylboende, notUsable).kind).toBe(kind);
  });

  it('counts that year from its opening for one who lives in an asylboende and is not assigned', () => {
    const egenbosatt = { ...asylboende, settlement: { form: 'egenbosatt' } } as const;
    expect(status('2028-01-10', egenbosatt).kind).toBe('open');
    expect(status('2028-01-11', egenbosatt)).toEqual({
      kind: 'done',
      outcome: 'notRecorded',
      on: '2028-01-11',
    });
  });

  it('may be told after all, and counts anew when it is opened again', () => {
    const over = step(wholePlanOn('2027-05-01', adult(own), waiting), 'utskrivningLma');
    expect(over.allowed).toEqual(['reopening', 'discharged']);
    expect(status('2027-05-01', own, restarted('utskrivningLma', 'reopenings', '2027-05-01')).kind).toBe(
      'open',
    );
  });
});
