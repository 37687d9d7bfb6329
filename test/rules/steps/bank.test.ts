import {
  adult,
  after,
  due,
  type Event,
  handOver,
  opened,
  personBorn,
  reported,
  step,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

const START = '2027-01-11';
const applied = [opened('bankkonto', START), handOver('bankkonto', 'filed', START)];
const account = reported('bankkonto', 'opened', '2027-01-25');
const registered = [waitingForPersonnummer(), reported('personnummer', 'registered', '2027-02-08')];

function planOf(on: string, ...events: readonly Event[]) {
  return wholePlanOn(on, adult(), ...events);
}

describe('bankkonto', () => {
  it('waits for nothing but the bank', () => {
    expect(step(planOf('2027-01-12', ...applied), 'bankkonto')).toMatchObject({
      agency: 'bank',
      status: { kind: 'open', waitingFor: 'agency', since: START },
      handOver: 'bank',
      allowed: ['opened', 'refused', 'completionRequested', 'applicationWithdrawn'],
    });
  });

  it.each([
    ['2027-01-11', 'notApplicable'],
    ['2027-01-12', 'open'],
  ])('is for those who have turned 16: born 2011-01-12, on %s it is %s', (on, kind) => {
    expect(step(wholePlanOn(on, personBorn('2011-01-12')), 'bankkonto').status.kind).toBe(kind);
  });

  it('is decided within ten bank days of a complete application (2010:751 4 a:3)', () => {
    expect(due(planOf('2027-01-12', ...applied), 'bankkonto', 'accountWithinTenBankDays')).toEqual({
      date: '2027-01-25',
      kind: 'duty',
      rule: 'accountWithinTenBankDays',
      law: 'lag 2010:751 4 a:3',
      whose: 'bank',
    });
  });

  it('has no such day before the bank has the application, nor while the bank has asked for more', () => {
    const duty = (...events: readonly Event[]) =>
      due(planOf('2027-01-20', ...events), 'bankkonto', 'accountWithinTenBankDays')?.date;
    const asked = reported('bankkonto', 'completionRequested', '2027-01-13', {
      fields: { by: '2027-01-29' },
    });
    expect(duty(opened('bankkonto', START))).toBeUndefined();
    expect(duty(...applied, asked)).toBeUndefined();
    expect(duty(...applied, asked, after('bankkonto', 'completionAnswered', '2027-01-18'))).toBe(
      '2027-02-01',
    );
  });

  it.each([
    ['2027-01-25', 0],
    ['2027-01-26', 1],
  ])('has passed its ten days the day after the last: on %s', (on, times) => {
    const { passed } = planOf(on, ...applied);
    expect(passed.filter(({ rule }) => rule === 'accountWithinTenBankDays')).toHaveLength(times);
  });

  it('is refused at once for good: a bank is no authority, and its no is tried elsewhere', () => {
    const refused = reported('bankkonto', 'refused', '2027-01-20', { fields: { why: 'lag 2017:630' } });
    expect(step(planOf('2027-01-20', ...applied, refused), 'bankkonto')).toMatchObject({
      status: { kind: 'done', outcome: 'refused', on: '2027-01-20', refusal: true },
      allowed: ['reopening'],
    });
  });

  it.each([
    ['2027-07-09', 'open'],
    ['2027-07-10', 'done'],
  ])('is not waited for longer than half a year: on %s it is %s', (on, kind) => {
    expect(step(planOf(on, ...applied), 'bankkonto').status.kind).toBe(kind);
  });
});

describe('bankId', () => {
  it('comes after the account, and on a personnummer', () => {
    expect(step(planOf('2027-01-20', ...registered), 'bankId').status).toMatchObject({ by: ['bankkonto'] });
    expect(step(planOf('2027-01-26', account), 'bankId').status).toMatchObject({ by: ['personnummer'] });
    expect(step(planOf('2027-02-09', account, ...registered), 'bankId')).toMatchObject({
      agency: 'bank',
      status: { kind: 'open', waitingFor: 'agency' },
      handOver: 'bank',
      allowed: ['opened', 'refused', 'completionRequested', 'applicationWithdrawn'],
    });
  });

  it('has no day by statute, only what is usual', () => {
    const plan = planOf('2027-02-09', account, ...registered, opened('bankId', '2027-02-08'));
    expect(step(plan, 'bankId').dues.map(({ rule, date }) => `${rule} ${date}`)).toEqual([
      'bankIdExpected 2027-02-15',
    ]);
  });

  it.each([
    ['the account was refused', 'refused'],
    ['the application was taken back', 'applicationWithdrawn'],
  ])('does not apply when %s', (_, outcome) => {
    const without = reported('bankkonto', outcome, '2027-01-20');
    expect(step(planOf('2027-02-09', without, ...registered), 'bankId').status).toEqual({
      kind: 'notApplicable',
      why: 'prerequisiteRefused',
      because: 'bankkonto',
    });
  });

  it('does not apply once a refused personnummer stands', () => {
    const refused = [
      waitingForPersonnummer(),
      reported('personnummer', 'avslag', '2027-02-08'),
      after('personnummer', 'letStand', '2027-02-10'),
    ];
    expect(step(planOf('2027-02-11', account, ...refused), 'bankId').status).toMatchObject({
      because: 'personnummer',
    });
  });
});
