import type { CaseFacts } from '../../../../domain/model/facts';
import { planCase } from '../../../../domain/process/plan';
import { assigned, enrolled, registered, withPlan } from '../../programme-events';
import {
  adult,
  after,
  day,
  due,
  type Event,
  noon,
  opened,
  personBorn,
  recorded,
  recordsAfter,
  step,
  wholePlanOn,
} from '../../support';

const FOLLOW_UP = 'programuppfoljning';
const registeredFact = { registration: { from: day('2027-01-11'), kommun: '0484' as never } };
const inProgramme = [assigned('2027-01-18'), registered('2027-02-08')];

function followUpOn(on: string, facts: CaseFacts = adult(registeredFact), ...events: readonly Event[]) {
  return step(wholePlanOn(on, facts, ...inProgramme, ...events), FOLLOW_UP);
}

describe('programuppfoljning', () => {
  it('waits for the assignment', () => {
    expect(step(wholePlanOn('2027-01-18', adult(), enrolled()), FOLLOW_UP).status).toMatchObject({
      kind: 'blocked',
      by: ['anvisningEtableringsprogrammet'],
    });
  });

  it('shows when the time is out, and takes what became of the person but not that it is out', () => {
    const plan = wholePlanOn('2027-02-08', adult(registeredFact), ...inProgramme);
    expect(due(plan, FOLLOW_UP, 'programmeEnds')).toEqual({
      date: '2029-02-07',
      kind: 'right',
      rule: 'programmeEnds',
      law: '2017:820 15 §',
      whose: 'newcomer',
    });
    expect(step(plan, FOLLOW_UP).allowed).toEqual(['prolonged', 'work', 'studies', 'ended']);
  });

  it.each([
    ['2029-02-06', { kind: 'open' }],
    ['2029-02-07', { kind: 'done', outcome: 'timeEnded', on: '2029-02-07' }],
    ['2029-02-08', { kind: 'done', outcome: 'timeEnded', on: '2029-02-07' }],
  ])('ends by itself on the last day: on %s', (on, status) => {
    expect(followUpOn(on).status).toMatchObject(status);
  });

  it('ends with 36 months from the registration for one who was assigned late', () => {
    const late = [assigned('2028-06-01'), registered('2027-02-08')];
    const plan = wholePlanOn('2028-06-01', adult(registeredFact), ...late);
    expect(due(plan, FOLLOW_UP, 'programmeEnds')?.date).toBe('2030-01-11');
  });

  it('is prolonged to the day that Arbetsförmedlingen says', () => {
    const prolonged = after(FOLLOW_UP, 'prolonged', '2029-01-10', { fields: { to: '2029-08-31' } });
    expect(followUpOn('2029-02-08', adult(registeredFact), prolonged).status.kind).toBe('open');
    expect(followUpOn('2029-08-31', adult(registeredFact), prolonged).status).toMatchObject({
      outcome: 'timeEnded',
      on: '2029-08-31',
    });
  });

  it('can be prolonged after it ended by itself, and an unreadable day prolongs nothing', () => {
    expect(followUpOn('2029-03-01').allowed).toEqual(['reopening', 'prolonged', 'work', 'studies', 'ended']);
    const nonsense = after(FOLLOW_UP, 'prolonged', '2029-03-01', { fields: { to: 'snart' } });
    expect(followUpOn('2029-03-01', adult(registeredFact), nonsense).status.kind).toBe('done');
    const told = after(FOLLOW_UP, 'prolonged', '2029-03-01', { fields: { to: '2029-09-30' } });
    expect(followUpOn('2029-03-01', adult(registeredFact), told).status.kind).toBe('open');
  });

  it('stays open for the word that the person has work', () => {
    const atWork = adult({ ...registeredFact, occupation: { activity: 'work', extent: 'full' } });
    expect(followUpOn('2027-05-03', atWork).status.kind).toBe('open');
    expect(followUpOn('2027-05-03', atWork, after(FOLLOW_UP, 'work', '2027-05-01')).status).toMatchObject({
      kind: 'done',
      outcome: 'work',
    });
  });

  it('does not apply from the day of riktåldern', () => {
    const old = personBorn('1960-06-01', registeredFact);
    expect(followUpOn('2027-05-31', old).status.kind).toBe('open');
    expect(followUpOn('2027-06-01', old).status).toMatchObject({ why: 'overProgrammeAge' });
  });

  it('ends the whole programme: no month and no renewal begins after it', () => {
    const events = [withPlan('2027-02-10'), after(FOLLOW_UP, 'work', '2027-05-20')];
    const ids = wholePlanOn('2028-06-01', adult(registeredFact), ...events).steps.map(({ stepId }) => stepId);
    expect(ids.filter((id) => id.startsWith('aktivitetsrapport'))).toEqual([
      'aktivitetsrapport',
      'aktivitetsrapport:2027-03',
      'aktivitetsrapport:2027-04',
      'aktivitetsrapport:2027-05',
    ]);
    expect(ids.filter((id) => id.startsWith('handlingsplan'))).toEqual(['handlingsplan']);
  });

  it('leaves a month that had begun when the end was told late, without any work in it', () => {
    const begun = recorded('etableringsersattning:2027-07', { openedOn: day('2027-08-01') });
    const ended = after(FOLLOW_UP, 'ended', '2027-05-20');
    const plan = wholePlanOn('2027-08-02', adult(registeredFact), withPlan('2027-02-10'), begun, ended);
    expect(step(plan, 'etableringsersattning:2027-07').status).toEqual({
      kind: 'notApplicable',
      why: 'programmeEnded',
      law: '2017:820 15, 17-18 §§',
    });
  });

  it.each([
    ['2030-01-17', 'open'],
    ['2030-01-18', 'done'],
  ])('runs out all the same where the installation carries no assignment: on %s %s', (on, kind) => {
    const records = recordsAfter(opened(FOLLOW_UP, '2027-01-18'));
    const plan = planCase(adult(), records, noon(on), { steps: [FOLLOW_UP] });
    expect(step(plan, FOLLOW_UP).status.kind).toBe(kind);
  });
});
