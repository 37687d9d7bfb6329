import type { CaseFacts } from '../../../domain/model/facts';
import { planCase } from '../../../domain/process/plan';
import {
  adult,
  after,
  day,
  type Event,
  MEETING_DAY,
  metAll,
  noon,
  personBorn,
  planOn,
  recordsAfter,
  reported,
  restarted,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

const served = after('delgivning', 'served');

function milestones(on: string, facts: CaseFacts, ...events: Event[]) {
  return planOn(on, facts, ...events).milestones.map(({ kind, on: reached }) => `${kind} ${reached}`);
}

describe('inskriven', () => {
  it('is reached the same evening when all four meetings were that day, with the personnummer pending', () => {
    expect(milestones(MEETING_DAY, adult(), metAll())).toEqual(['inskriven 2027-01-11']);
  });

  it('is reached on the day of the last of the four', () => {
    const events = [
      served,
      after('kommunmote', 'held', '2027-01-19'),
      after('etableringssamtal', 'held', '2027-01-15'),
      after('flyttningsanmalan', 'filed', '2027-01-14'),
    ];
    expect(milestones('2027-01-20', adult(), ...events)).toEqual(['inskriven 2027-01-19']);
    expect(milestones('2027-01-20', adult(), ...events.slice(0, 3))).toEqual([]);
  });

  it('asks of a child only what applies to a child', () => {
    const events = [served, after('kommunmote', 'held'), after('flyttningsanmalan', 'filed')];
    expect(milestones(MEETING_DAY, personBorn('2019-04-02'), ...events)).toEqual(['inskriven 2027-01-11']);
  });

  it('is not reached at nineteen while nobody knows whether the talk with Arbetsförmedlingen is to be held', () => {
    const events = [served, after('kommunmote', 'held'), after('flyttningsanmalan', 'filed')];
    const nineteen = (family?: { parentsInSweden: boolean }) => personBorn('2007-06-01', { family });
    expect(milestones(MEETING_DAY, nineteen(), ...events)).toEqual([]);
    expect(milestones(MEETING_DAY, nineteen({ parentsInSweden: true }), ...events)).toEqual([
      'inskriven 2027-01-11',
    ]);
    expect(milestones(MEETING_DAY, nineteen({ parentsInSweden: false }), ...events)).toEqual([]);
  });

  it('asks no delgivning of someone served abroad', () => {
    const quota = adult({ permit: { ground: 'quota', servedOn: day('2026-11-30') } });
    const events = [
      after('etableringssamtal', 'held'),
      after('kommunmote', 'held'),
      after('flyttningsanmalan', 'filed'),
    ];
    expect(milestones(MEETING_DAY, quota, ...events)).toEqual(['inskriven 2027-01-11']);
  });

  it('is not undone by a birthday that makes another meeting apply', () => {
    const events = [served, after('kommunmote', 'held'), after('flyttningsanmalan', 'filed')];
    const nineteen = personBorn('2007-02-01', { family: { parentsInSweden: true } });
    expect(milestones('2027-01-31', nineteen, ...events)).toEqual(['inskriven 2027-01-11']);
    expect(milestones('2027-02-01', nineteen, ...events)).toEqual(['inskriven 2027-01-11']);
  });

  it('is undone when one of the four is opened again', () => {
    const again = restarted('kommunmote', 'reopenings', '2027-01-20');
    expect(milestones('2027-01-20', adult(), metAll(), again)).toEqual([]);
  });
});

describe('folkbokford', () => {
  const registered = (fields?: Record<string, string>) =>
    reported('personnummer', 'registered', '2027-02-08', fields ? { fields } : {});

  it('is reached on the day of registration that the register holds', () => {
    const facts = adult({ registration: { kommun: '0484' as never, from: day('2027-01-11') } });
    expect(milestones('2027-02-09', facts, metAll(), registered())).toEqual([
      'inskriven 2027-01-11',
      'folkbokford 2027-01-11',
    ]);
  });

  it('is reached on the day that the answer names, or else on the day of the decision', () => {
    expect(milestones('2027-02-09', adult(), metAll(), registered({ from: '2027-01-12' }))).toContain(
      'folkbokford 2027-01-12',
    );
    expect(milestones('2027-02-09', adult(), metAll(), registered())).toContain('folkbokford 2027-02-08');
  });

  it('is not reached by an application that was withdrawn', () => {
    const withdrawn = [waitingForPersonnummer(), after('personnummer', 'applicationWithdrawn', '2027-02-01')];
    expect(milestones('2027-02-03', adult(), ...withdrawn)).toEqual(['inskriven 2027-01-11']);
  });

  it('is not reached by a refusal', () => {
    const refused = [
      waitingForPersonnummer(),
      reported('personnummer', 'avslag', '2027-02-01'),
      after('personnummer', 'letStand', '2027-02-02'),
    ];
    expect(milestones('2027-02-03', adult(), ...refused)).toEqual(['inskriven 2027-01-11']);
  });
});

describe('iProgrammet', () => {
  const enrolled = [metAll(), after('afInskrivning', 'enrolled', '2027-01-13')];
  const reached = (...events: Event[]) =>
    wholePlanOn('2027-02-01', adult(), ...enrolled, ...events).milestones.filter(
      ({ kind }) => kind === 'iProgrammet',
    );

  it('is reached on the day of the assignment, whenever the programme begins', () => {
    const assigned = after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20', {
      fields: { from: '2027-02-08' },
    });
    expect(reached(assigned)).toEqual([{ kind: 'iProgrammet', on: '2027-01-20' }]);
  });

  it('is not reached by a refusal, nor kept when the assignment is opened again', () => {
    const refused = [
      after('anvisningEtableringsprogrammet', 'notAssigned', '2027-01-20'),
      after('anvisningEtableringsprogrammet', 'letStand', '2027-01-22'),
    ];
    expect(reached(...refused)).toEqual([]);
    const assigned = after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20');
    const again = restarted('anvisningEtableringsprogrammet', 'reopenings', '2027-01-25');
    expect(reached(assigned, again)).toEqual([]);
  });
});

describe('the result of a case that is over', () => {
  const STEPS = ['anvisningEtableringsprogrammet', 'programuppfoljning', 'pensionsformaner'];
  const walked = [after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20')];
  const result = (facts: CaseFacts, ...events: Event[]) =>
    planCase(facts, recordsAfter(...events), noon('2027-06-01'), { steps: STEPS }).milestones.at(-1);

  it.each([
    ['work', 'work'],
    ['studies', 'studies'],
    ['ended', 'other'],
  ])('is, for a programme that ended with %s, %s', (outcome, expected) => {
    expect(result(adult(), ...walked, after('programuppfoljning', outcome, '2027-05-10'))).toEqual({
      kind: 'avslutad',
      on: '2027-05-24',
      result: expected,
    });
  });

  it('is that the time has run out where the programme lasted its time', () => {
    const plan = planCase(adult(), recordsAfter(...walked), noon('2029-02-02'), { steps: STEPS });
    expect(plan.milestones.at(-1)).toEqual({ kind: 'avslutad', on: '2029-02-02', result: 'timeEnded' });
  });

  it('is the pension of one past riktåldern who was granted it', () => {
    const granted = after('pensionsformaner', 'granted', '2027-05-10');
    expect(result(personBorn('1955-04-02'), granted)?.result).toBe('pension');
  });

  it('is the path itself for a child', () => {
    const met = after('delgivning', 'served');
    const facts = personBorn('2019-04-02');
    const plan = planCase(facts, recordsAfter(met), noon('2027-06-01'), { steps: ['delgivning'] });
    expect(plan.milestones.at(-1)?.result).toBe('pathDone');
  });

  it.each([
    ['moved', { departure: { leftOn: day('2027-05-20') } }],
    ['dead', { death: { diedOn: day('2027-05-20') } }],
    ['recalled', { permitRecall: { finalOn: day('2027-05-20') } }],
    ['withdrawn', { withdrawal: { reason: 'asked to', since: day('2027-05-20') } as never }],
  ])('is %s, on its day, whatever the programme said', (expected, told) => {
    const worked = after('programuppfoljning', 'work', '2027-05-10');
    expect(result(adult(told), ...walked, worked)).toEqual({
      kind: 'avslutad',
      on: '2027-05-20',
      result: expected,
    });
  });
});
