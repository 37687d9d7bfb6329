import {
  adult,
  after,
  day,
  due,
  type Event,
  handOver,
  MEETING_DAY,
  opened,
  reported,
  step,
  waitingForPersonnummer,
  wholePlanOn,
} from '../../support';

const STEP = 'samordningsnummer';
const refused = [
  waitingForPersonnummer(),
  reported('personnummer', 'avslag', '2027-03-01', { servedOn: '2027-03-08' }),
];
const letStand = [...refused, after('personnummer', 'letStand', '2027-03-10')];
const applied = [...letStand, opened(STEP, '2027-03-10')];
const permit = {
  ground: 'temporaryProtection',
  validFrom: day('2027-01-04'),
  validTo: day('2028-03-04'),
} as const;
const underProtection = adult({ permit });

function stepOn(on: string, ...events: readonly Event[]) {
  return step(wholePlanOn(on, adult(), ...events), STEP);
}

describe('samordningsnummer', () => {
  it('is not for those who wait for a personnummer, nor for those who got one', () => {
    expect(stepOn('2027-02-01', waitingForPersonnummer()).status).toEqual({
      kind: 'notApplicable',
      why: 'personnummerInstead',
      law: 'lag 2022:1697 2:1',
    });
    const registered = [waitingForPersonnummer(), reported('personnummer', 'registered', '2027-02-08')];
    expect(stepOn('2027-02-09', ...registered).status).toMatchObject({ why: 'alreadyRegistered' });
  });

  it.each([
    ['2027-03-30', 'notApplicable'],
    ['2027-03-31', 'open'],
  ])('comes in its place once the refusal stands: on %s it is %s', (on, kind) => {
    expect(stepOn(on, ...refused).status.kind).toBe(kind);
  });

  it('is recorded by a caseworker: given on a level of identity, or not', () => {
    expect(stepOn('2027-03-11', ...applied)).toMatchObject({
      agency: 'skatteverket',
      kind: 'decision',
      status: { kind: 'open', waitingFor: 'caseworker', since: '2027-03-10' },
      allowed: expect.arrayContaining(['assigned', 'requestDeclined', 'denied', 'avvisad']),
    });
    const assigned = after(STEP, 'assigned', '2027-04-01');
    expect(stepOn('2027-04-02', ...applied, assigned).status).toMatchObject({
      kind: 'done',
      outcome: 'assigned',
    });
  });

  it('is refused with three weeks to appeal, like any decision on the person’s own application (5:2)', () => {
    const denied = reported(STEP, 'denied', '2027-04-01', { servedOn: '2027-04-05' });
    const plan = wholePlanOn('2027-04-06', adult(), ...applied, denied);
    expect(step(plan, STEP).status).toMatchObject({ kind: 'open', why: 'refused' });
    expect(due(plan, STEP, 'appeal')).toMatchObject({ date: '2027-04-26', kind: 'right' });
  });

  it('ends without a refusal where an authority’s request came to nothing: no one may appeal that (5:1)', () => {
    const declined = after(STEP, 'requestDeclined', '2027-04-01');
    expect(stepOn('2027-04-02', ...applied, declined).status).toEqual({
      kind: 'done',
      outcome: 'requestDeclined',
      on: '2027-04-01',
    });
  });

  it.each([
    ['2027-09-05', 'open'],
    ['2027-09-06', 'done'],
  ])('is not waited for longer than half a year: on %s it is %s', (on, kind) => {
    expect(stepOn(on, ...applied).status.kind).toBe(kind);
  });

  it('may still be told after that', () => {
    expect(stepOn('2027-10-01', ...applied)).toMatchObject({
      status: { outcome: 'notRecorded', on: '2027-09-06' },
      allowed: expect.arrayContaining(['assigned', 'denied']),
    });
  });

  it('gives the right to demand a decision to the person who applied, not where an authority asked (FL 12 §)', () => {
    const plan = wholePlanOn('2027-03-11', adult(), ...applied, handOver(STEP, 'filed', '2027-03-10'));
    expect(due(plan, STEP, 'demandDecision')?.date).toBe('2027-09-10');
    const asked = wholePlanOn(
      '2027-03-11',
      underProtection,
      opened(STEP, MEETING_DAY),
      handOver(STEP, 'filed'),
    );
    expect(due(asked, STEP, 'demandDecision')).toBeUndefined();
  });

  describe('under temporary protection', () => {
    it('is asked for at once by Migrationsverket (UtlF 4:19 i)', () => {
      expect(step(wholePlanOn(MEETING_DAY, underProtection), STEP).status.kind).toBe('open');
    });

    it('is no longer needed by someone who has been registered after all', () => {
      const registration = { kommun: '0484' as never, from: day('2028-01-10') };
      const plan = wholePlanOn('2028-01-11', adult({ permit, registration }));
      expect(step(plan, STEP).status).toMatchObject({
        kind: 'notApplicable',
        why: 'alreadyRegistered',
      });
    });
  });
});
