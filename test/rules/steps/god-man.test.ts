import { after, day, MEETING_DAY, metAll, personBorn, step, wholePlanOn } from '../support';

const alone = { family: { parentsInSweden: false } };
const child = personBorn('2012-05-01', alone);
const almostAdult = personBorn('2009-06-15', alone);
const appointed = after('godMan', 'appointed', '2027-01-12');
const servedAbroad = {
  ...alone,
  permit: { ground: 'quota', servedOn: day('2026-11-30') },
} as const;

describe('god man', () => {
  it('is appointed for a child alone here, before anything else', () => {
    expect(step(wholePlanOn(MEETING_DAY, child), 'godMan')).toMatchObject({
      agency: 'overformyndare',
      status: { kind: 'open' },
      allowed: ['appointed', 'notNeeded'],
    });
  });

  it.each([
    ['an adult', personBorn('1990-05-14', alone)],
    ['a child with a parent here', personBorn('2012-05-01', { family: { parentsInSweden: true } })],
    ['a child of whom it is not known', personBorn('2012-05-01')],
  ])('is not for %s, nor is a vårdnadshavare', (_, facts) => {
    const plan = wholePlanOn(MEETING_DAY, facts, metAll());
    for (const id of ['godMan', 'vardnadshavare']) {
      expect(step(plan, id).status).toMatchObject({ kind: 'notApplicable', why: 'notUnaccompaniedMinor' });
    }
  });

  it.each([
    ['2027-06-14', 'open'],
    ['2027-06-15', 'notApplicable'],
    ['2027-06-16', 'notApplicable'],
  ])('is no longer to be appointed from the 18th birthday: on %s %s', (on, kind) => {
    expect(step(wholePlanOn(on, almostAdult), 'godMan').status.kind).toBe(kind);
  });

  it('stays appointed in the record after the birthday', () => {
    const plan = wholePlanOn('2027-06-16', almostAdult, appointed);
    expect(step(plan, 'godMan').status).toEqual({ kind: 'done', outcome: 'appointed', on: '2027-01-12' });
  });

  it('waits for the arrival of a child served abroad', () => {
    const arriving = (arrivedOn?: string) => {
      const arrival = arrivedOn ? { arrivedOn: day(arrivedOn) } : undefined;
      const plan = wholePlanOn(MEETING_DAY, personBorn('2012-05-01', { ...servedAbroad, arrival }));
      return step(plan, 'godMan').status;
    };
    expect(arriving()).toEqual({ kind: 'blocked', by: [], facts: ['arrival'] });
    expect(arriving('2027-01-12')).toMatchObject({ kind: 'blocked', until: '2027-01-12' });
    expect(arriving('2027-01-11').kind).toBe('open');
  });
});

describe('särskilt förordnad vårdnadshavare', () => {
  it('waits for the permit to be served and for a god man', () => {
    expect(step(wholePlanOn(MEETING_DAY, child), 'vardnadshavare').status).toMatchObject({
      kind: 'blocked',
      by: ['delgivning', 'godMan'],
    });
    const served = after('delgivning', 'served', '2027-01-12');
    expect(step(wholePlanOn('2027-01-12', child, served), 'vardnadshavare').status).toMatchObject({
      by: ['godMan'],
    });
    const both = wholePlanOn('2027-01-12', child, served, appointed);
    expect(step(both, 'vardnadshavare')).toMatchObject({ agency: 'tingsratt', status: { kind: 'open' } });
  });

  it('is asked for also where no god man was needed', () => {
    const events = [after('delgivning', 'served'), after('godMan', 'notNeeded')];
    expect(step(wholePlanOn(MEETING_DAY, child, ...events), 'vardnadshavare').status.kind).toBe('open');
  });

  it.each([
    ['2027-06-14', 'open'],
    ['2027-06-15', 'notApplicable'],
    ['2027-06-16', 'notApplicable'],
  ])('is no longer to be appointed from the 18th birthday: on %s %s', (on, kind) => {
    const plan = wholePlanOn(on, almostAdult, metAll(), appointed);
    expect(step(plan, 'vardnadshavare').status.kind).toBe(kind);
  });

  it.each(['appointed', 'notNeeded'])('ends with %s', (outcome) => {
    const answer = after('vardnadshavare', outcome, '2027-05-03');
    const plan = wholePlanOn('2027-06-16', almostAdult, metAll(), appointed, answer);
    expect(step(plan, 'vardnadshavare').status).toEqual({ kind: 'done', outcome, on: '2027-05-03' });
  });
});
