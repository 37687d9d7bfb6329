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
  wholePlanOn,
} from '../support';

const served = after('delgivning', 'served');

function responsible(on: string, facts: CaseFacts, ...events: readonly Event[]) {
  return wholePlanOn(on, facts, ...events).mainResponsibility;
}

describe('the main responsibility before inskriven', () => {
  it('is with whoever holds the oldest open step', () => {
    const first = (on: string, facts: CaseFacts, ...events: Event[]) =>
      planOn(on, facts, ...events).mainResponsibility;
    expect(first(MEETING_DAY, adult())).toBe('migrationsverket');
    const events = [served, opened('kommunmote', '2027-01-11'), opened('etableringssamtal', '2027-01-12')];
    expect(first('2027-01-12', adult(), ...events)).toBe('kommun');
    expect(first(MEETING_DAY, adult({ permit: undefined, stay: undefined }))).toBe('migrationsverket');
  });
});

describe('the main responsibility under LMA', () => {
  const own = (more: Parameters<typeof adult>[0] = {}) =>
    adult({ lma: { registered: true, housing: 'own' }, ...more });

  it.each([
    ['2027-02-04', 'migrationsverket'],
    ['2027-02-05', 'arbetsformedlingen'],
  ])('is Migrationsverket’s until the aid has ended, also after inskriven: on %s', (on, expected) => {
    expect(responsible(on, own(), metAll())).toBe(expected);
  });

  it('is Migrationsverket’s in asylboende until a place can be used', () => {
    const facts = own({ lma: { registered: true, housing: 'asylboende' }, settlement: { form: 'anvisad' } });
    const placed = [
      metAll(),
      after('anvisningKommun', 'assigned', '2027-03-01'),
      after('mottagande', 'received', '2027-04-12'),
    ];
    expect(responsible('2027-04-12', facts, ...placed)).toBe('migrationsverket');
    expect(responsible('2027-04-13', facts, ...placed)).toBe('arbetsformedlingen');
  });

  it('passes on with the discharge, and with the assignment to the programme', () => {
    expect(
      responsible('2027-01-20', own(), metAll(), after('utskrivningLma', 'discharged', '2027-01-20')),
    ).toBe('arbetsformedlingen');
    const assigned = [
      metAll(),
      after('afInskrivning', 'enrolled', '2027-01-13'),
      after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20'),
    ];
    expect(responsible('2027-01-20', own(), ...assigned)).toBe('arbetsformedlingen');
  });
});

describe('the main responsibility from inskriven', () => {
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
  ])('is for %s with %3$s', (_, facts, expected) => {
    expect(responsible('2027-01-12', facts, metAll())).toBe(expected);
  });

  it.each([
    ['2027-01-30', 'socialnamnden'],
    ['2027-01-31', 'arbetsformedlingen'],
  ])('is for a minor alone with socialnämnden until the 18th birthday: on %s', (on, expected) => {
    const alone = personBorn('2009-01-31', { family: { parentsInSweden: false } });
    expect(responsible(on, alone, metAll())).toBe(expected);
  });

  it.each([
    ['2027-04-01', 'arbetsformedlingen'],
    ['2027-04-02', 'kommun'],
  ])('passes to the kommun on the day of riktåldern: on %s', (on, expected) => {
    expect(responsible(on, personBorn('1960-04-02'), metAll())).toBe(expected);
  });
});

describe('the main responsibility after the programme', () => {
  const assigned = [
    metAll(),
    after('afInskrivning', 'enrolled', '2027-01-13'),
    after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20'),
    after('personnummer', 'registered', '2027-02-08', { fields: { from: '2027-01-11' } }),
  ];

  it.each([
    ['2029-02-06', 'arbetsformedlingen'],
    ['2029-02-08', 'kommun'],
  ])('is the kommun’s once 24 months have run out: on %s', (on, expected) => {
    expect(responsible(on, adult(), ...assigned)).toBe(expected);
  });

  it('is the kommun’s from the day on which the programme ended otherwise', () => {
    const work = after('programuppfoljning', 'work', '2027-09-10');
    expect(responsible('2027-09-09', adult(), ...assigned)).toBe('arbetsformedlingen');
    expect(responsible('2027-09-10', adult(), ...assigned, work)).toBe('kommun');
  });

  it('changes on a day for which the case wakes', () => {
    const aid = adult({
      lma: { registered: true, housing: 'own' },
      lmaAid: { paidUntil: day('2027-01-12') },
    });
    expect(wholePlanOn('2027-01-12', aid, metAll()).wakeOn).toBe('2027-01-13');
    expect(wholePlanOn('2029-02-06', adult(), ...assigned).wakeOn).toBe('2029-02-07');
  });
});
