import type { CaseFacts } from '../../../domain/model/facts';
import {
  adult,
  after,
  day,
  type Event,
  MEETING_DAY,
  metAll,
  opened,
  personBorn,
  planOn,
  reported,
  restarted,
  waitingForPersonnummer,
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

  it('is not reached by a refusal', () => {
    const refused = [
      waitingForPersonnummer(),
      reported('personnummer', 'avslag', '2027-02-01'),
      after('personnummer', 'letStand', '2027-02-02'),
    ];
    expect(milestones('2027-02-03', adult(), ...refused)).toEqual(['inskriven 2027-01-11']);
  });
});

describe('the main responsibility', () => {
  const responsible = (on: string, facts: CaseFacts, ...events: Event[]) =>
    planOn(on, facts, ...events).mainResponsibility;

  it('is Migrationsverket’s while the person is under LMA', () => {
    expect(responsible(MEETING_DAY, adult({ lma: { registered: true } }), metAll())).toBe('migrationsverket');
  });

  it('is, before inskriven, with whoever holds the oldest open step', () => {
    expect(responsible(MEETING_DAY, adult())).toBe('migrationsverket');
    const events = [served, opened('kommunmote', '2027-01-11'), opened('etableringssamtal', '2027-01-12')];
    expect(responsible('2027-01-12', adult(), ...events)).toBe('kommun');
    expect(responsible(MEETING_DAY, adult({ permit: undefined, stay: undefined }))).toBe('migrationsverket');
  });

  it.each([
    ['an adult', adult(), 'arbetsformedlingen'],
    ['a child with parents', personBorn('2019-04-02'), 'kommun'],
    ['someone past riktåldern', personBorn('1955-04-02'), 'kommun'],
    ['nineteen with parents here', personBorn('2007-06-01', { family: { parentsInSweden: true } }), 'kommun'],
    [
      'nineteen without',
      personBorn('2007-06-01', { family: { parentsInSweden: false } }),
      'arbetsformedlingen',
    ],
  ])('is, from inskriven, for %s with %3$s', (_, facts, expected) => {
    expect(responsible('2027-01-12', facts, metAll())).toBe(expected);
  });

  it.each([
    ['2027-01-30', 'socialnamnden'],
    ['2027-01-31', 'arbetsformedlingen'],
  ])('is for a minor alone with socialnämnden until the 18th birthday: on %s', (on, expected) => {
    const alone = personBorn('2009-01-31', { family: { parentsInSweden: false } });
    expect(responsible(on, alone, metAll())).toBe(expected);
  });
});
