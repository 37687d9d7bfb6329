import {
  adult,
  after,
  day,
  due,
  type Event,
  opened,
  personBorn,
  reported,
  step,
  waitingForPersonnummer,
  wholePlanOn,
} from '../../support';

const registered = [waitingForPersonnummer(), reported('personnummer', 'registered', '2027-02-08')];
const offered = [...registered, opened('idKort', '2027-02-08')];

function idKortOn(on: string, ...events: readonly Event[]) {
  return step(wholePlanOn(on, adult(), ...events), 'idKort');
}

describe('idKort', () => {
  it('waits for the personnummer, then for the visit to the servicekontor', () => {
    expect(idKortOn('2027-02-01', waitingForPersonnummer()).status).toMatchObject({
      kind: 'blocked',
      by: ['personnummer'],
    });
    expect(idKortOn('2027-02-09', ...offered)).toMatchObject({
      agency: 'skatteverket',
      status: { kind: 'open', waitingFor: 'caseworker', since: '2027-02-08' },
      allowed: expect.arrayContaining(['issued', 'notWanted', 'denied', 'avvisad']),
    });
  });

  it('is expected two weeks after that', () => {
    expect(due(wholePlanOn('2027-02-09', adult(), ...offered), 'idKort', 'idKortExpected')?.date).toBe(
      '2027-02-22',
    );
  });

  it.each([
    ['2027-02-09', 'notApplicable'],
    ['2027-02-10', 'open'],
    ['2027-02-11', 'open'],
  ])('is for those who have turned 13: born 2014-02-10, on %s it is %s', (on, kind) => {
    const child = personBorn('2014-02-10');
    const plan = wholePlanOn(on, child, ...registered);
    expect(step(plan, 'idKort').status.kind).toBe(kind);
  });

  it('says why a younger child has none, and wakes on the birthday', () => {
    const plan = wholePlanOn('2027-02-09', personBorn('2014-02-10'), ...registered);
    expect(step(plan, 'idKort').status).toMatchObject({ why: 'underIdCardAge', law: 'lag 2015:899' });
    expect(plan.wakeOn).toBe('2027-02-10');
  });

  it('is for someone who was registered before the case, too', () => {
    const registration = { kommun: '0484' as never, from: day('2027-01-01') };
    const plan = wholePlanOn('2027-02-09', adult({ registration }), after('delgivning', 'served'));
    expect(step(plan, 'idKort').status.kind).toBe('open');
  });

  it('is not for those who will not be registered, for the same reason', () => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2027-01-04'),
      validTo: day('2027-12-31'),
    } as const;
    const plan = wholePlanOn('2027-02-09', adult({ permit }), after('delgivning', 'served'));
    expect(step(plan, 'idKort').status).toMatchObject({ why: 'temporaryProtectionTooShort' });
  });

  it('does not apply once a refused personnummer stands', () => {
    const refused = [
      waitingForPersonnummer(),
      reported('personnummer', 'avslag', '2027-02-08'),
      after('personnummer', 'letStand', '2027-02-10'),
    ];
    expect(idKortOn('2027-02-11', ...refused).status).toEqual({
      kind: 'notApplicable',
      why: 'prerequisiteRefused',
      because: 'personnummer',
    });
  });

  it('is done when the person does not want one', () => {
    expect(idKortOn('2027-02-11', ...offered, after('idKort', 'notWanted', '2027-02-10')).status).toEqual({
      kind: 'done',
      outcome: 'notWanted',
      on: '2027-02-10',
    });
  });

  it.each([
    ['2027-08-06', 'open'],
    ['2027-08-07', 'done'],
  ])('is not waited for longer than half a year: on %s it is %s', (on, kind) => {
    expect(idKortOn(on, ...offered).status.kind).toBe(kind);
  });

  it('may be refused, with three weeks to appeal', () => {
    const denied = reported('idKort', 'denied', '2027-03-01', { servedOn: '2027-03-08' });
    const plan = wholePlanOn('2027-03-09', adult(), ...offered, denied);
    expect(due(plan, 'idKort', 'appeal')).toMatchObject({ date: '2027-03-30' });
  });
});
