import type { CaseFacts } from '../../../domain/model/facts';
import { offersOf, type Stuck, stuckOf } from '../../../domain/process/stuck/stuck';
import type { Situation } from '../../../domain/process/stuck/reason';
import {
  adult,
  after,
  day,
  type Event,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  reported,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

const earning = { income: { source: 'wage', from: day('2027-01-01') } } as const;
/** With a wage, so that no income is at stake. */
const withWage = adult(earning);

function stuck(on: string, facts: CaseFacts, events: readonly Event[], situation?: Situation) {
  return stuckOf(wholePlanOn(on, facts, ...events), facts, situation);
}

function reasons(found: Stuck | undefined): readonly string[] {
  return (found?.reasons ?? []).map(({ kind, step, since }) => `${kind} ${step ?? '-'} ${since}`);
}

/** The reasons of one step alone: a whole catalogue has others. */
function of(step: string, found: Stuck | undefined): readonly string[] {
  return reasons(found).filter((reason) => reason.split(' ')[1] === step);
}

describe('a case that is blocked behind a slow decision', () => {
  const waiting = [
    waitingForPersonnummer(),
    after('afInskrivning', 'enrolled', '2027-01-13'),
    after('anvisningEtableringsprogrammet', 'assigned', '2027-01-20'),
    after('etableringsersattningKartlaggning', 'denied', '2027-01-28', { servedOn: '2027-02-01' }),
    after('etableringsersattningKartlaggning', 'letStand', '2027-02-01'),
  ];

  it('has the decision at its root, and not what waits for it', () => {
    const found = stuck('2027-03-08', adult({ lma: { registered: true, housing: 'own' } }), waiting);
    expect(found?.root).toBe('personnummer');
    expect(found?.reasons[0]).toMatchObject({
      kind: 'gap',
      step: 'personnummer',
      gap: { from: '2027-01-20' },
    });
    expect(of('personnummer', found)).toContain('silent personnummer 2027-02-09');
    expect(reasons(found).join()).not.toMatch(/handlingsplan|etableringsersattning /);
  });
});

describe('a pause', () => {
  const slow = [waitingForPersonnummer(), opened('sfi', MEETING_DAY), paused('personnummer', '2027-02-01')];

  it('silences the silence of its step', () => {
    expect(of('personnummer', stuck('2027-03-08', withWage, slow))).toEqual([]);
    expect(of('personnummer', stuck('2027-03-08', withWage, slow.slice(0, 1)))).toEqual([
      'silent personnummer 2027-02-09',
    ]);
  });

  it('silences that nobody has taken its step', () => {
    const situation = { unownedSince: { etableringssamtal: day('2027-01-11') } } as Situation;
    const events = [after('delgivning', 'served'), opened('etableringssamtal', MEETING_DAY)];
    const rests = paused('etableringssamtal', '2027-01-12');
    expect(of('etableringssamtal', stuck('2027-01-18', withWage, events, situation))).toHaveLength(1);
    expect(of('etableringssamtal', stuck('2027-01-18', withWage, [...events, rests], situation))).toEqual([]);
  });

  it('does not silence a coming loss of income, nor a duty', () => {
    const found = stuck('2027-03-08', adult(), [...slow, paused('sfi', '2027-01-12')]);
    expect(found?.reasons[0]).toMatchObject({ kind: 'gap', gap: { from: '2027-01-04' } });
    const late = stuck('2027-04-20', withWage, [...slow, paused('sfi', '2027-01-12')]);
    expect(of('sfi', late)).toEqual(['overdue sfi 2027-04-06']);
  });
});

describe('a case that waits within what is usual', () => {
  it.each([
    ['2027-02-08', []],
    ['2027-02-09', ['silent personnummer 2027-02-09']],
  ])('is not stuck for it: on %s %j', (on, expected) => {
    expect(of('personnummer', stuck(on, withWage, [waitingForPersonnummer()]))).toEqual(expected);
  });

  it('is not stuck at all on the day of its meetings', () => {
    expect(stuck(MEETING_DAY, withWage, [waitingForPersonnummer()])).toBeUndefined();
  });

  it('is silent only when the usual time has run once more since something last happened', () => {
    const heard = { lastEventOn: { personnummer: day('2027-02-20') } } as Situation;
    const at = (on: string) => of('personnummer', stuck(on, withWage, [waitingForPersonnummer()], heard));
    expect(at('2027-03-20')).toEqual([]);
    expect(at('2027-03-21')).toEqual(['silent personnummer 2027-03-21']);
  });

  it('with a 13-month permit in its fourth month is not stuck for the permit', () => {
    const facts = adult({
      ...earning,
      permit: { ground: 'alternativeProtection', validTo: day('2028-02-04') },
    });
    expect(reasons(stuck('2027-05-10', facts, [metAll()])).join()).not.toMatch('expiring');
  });
});

describe('a duty', () => {
  const asked = (by: string) => [
    waitingForPersonnummer('2027-03-01'),
    after('personnummer', 'completionRequested', '2027-03-05', { fields: { by } }),
  ];

  it.each([
    ['that an agency set to Good Friday', '2027-03-26', '2027-03-29', '2027-03-30'],
    ['that passed on a Saturday', '2027-03-20', '2027-03-21', '2027-03-22'],
    ['that passed on a Wednesday', '2027-03-24', '2027-03-24', '2027-03-25'],
  ])('%s makes stuck from the next working day', (_, by, notYet, from) => {
    expect(of('personnummer', stuck(notYet, withWage, asked(by)))).toEqual([]);
    expect(of('personnummer', stuck(from, withWage, asked(by)))).toEqual([`overdue personnummer ${from}`]);
  });

  it('that the law moves from a holiday makes stuck from the day after the moved one, and names whose it is', () => {
    const facts = adult({
      ...earning,
      arrival: { arrivedOn: day('2027-03-04') },
      permit: { ground: 'family' },
    });
    const events = [after('delgivning', 'served'), opened('flyttningsanmalan', '2027-03-04')];
    const [due] = wholePlanOn('2027-03-05', facts, ...events).steps.flatMap(({ dues }) =>
      dues.filter(({ rule }) => rule === 'folkbokforingAnmalan'),
    );
    expect(due).toMatchObject({ date: '2027-06-11' });
    const found = stuck('2027-06-14', facts, events);
    expect(found?.reasons).toContainEqual(
      expect.objectContaining({
        kind: 'overdue',
        step: 'flyttningsanmalan',
        whose: 'newcomer',
        since: '2027-06-14',
      }),
    );
    expect(of('flyttningsanmalan', stuck('2027-06-13', facts, events))).not.toContainEqual(
      expect.stringContaining('overdue'),
    );
  });
});

describe('two candidates', () => {
  it('give as root the one with the nearest loss to the person', () => {
    const found = stuck('2027-03-08', adult({ ...earning, permit: { validTo: day('2027-03-20') } }), [
      waitingForPersonnummer(),
    ]);
    expect(found?.root).toBe('forlangning');
    expect(found?.reasons[0]).toMatchObject({ kind: 'expiring', validTo: '2027-03-20', since: '2026-12-21' });
    expect(of('personnummer', found)).toHaveLength(1);
    expect(found).toMatchObject({ since: '2026-12-21', days: 77 });
  });

  it('are a gap that is there before a permit that is to end', () => {
    const found = stuck('2027-03-08', adult({ permit: { validTo: day('2027-03-20') } }), [
      waitingForPersonnummer(),
    ]);
    expect(found?.reasons.slice(0, 2).map(({ kind }) => kind)).toEqual(['gap', 'expiring']);
  });

  it('without any loss give the step that has been open longest', () => {
    const events = [
      after('delgivning', 'served'),
      opened('kommunmote', '2027-01-11'),
      opened('etableringssamtal', '2027-01-05'),
    ];
    const found = stuck('2027-01-25', withWage, events);
    expect(of('kommunmote', found)).toHaveLength(1);
    expect(found?.root).toBe('etableringssamtal');
  });

  it('are a right that runs out before what only waits', () => {
    const events = [
      waitingForPersonnummer(),
      reported('personnummer', 'avslag', '2027-02-25', { servedOn: '2027-03-01' }),
    ];
    const situation = {
      unownedSince: { personnummer: day('2027-03-01') },
      technical: { since: day('2027-01-02'), step: 'sfi' },
    } as unknown as Situation;
    expect(stuck('2027-03-08', withWage, events, situation)?.root).toBe('personnummer');
  });
});

describe('a passed right', () => {
  it.each([
    ['2027-07-10', []],
    ['2027-07-11', [{ step: 'personnummer', rule: 'demandDecision', since: '2027-07-11' }]],
  ])('is an action on offer and nothing overdue: on %s', (on, offers) => {
    const plan = wholePlanOn(on, withWage, waitingForPersonnummer());
    expect(offersOf(plan).filter(({ step }) => step === 'personnummer')).toEqual(offers);
    const heard = { lastEventOn: { personnummer: day('2027-07-01') } } as Situation;
    expect(of('personnummer', stuckOf(plan, withWage, heard))).toEqual([]);
  });
});

describe('nobody’s step and technical trouble', () => {
  it.each([
    ['2027-01-14', []],
    ['2027-01-15', ['unowned kommunmote 2027-01-15']],
  ])('are reasons: a step without a person more than three working days, on %s %j', (on, expected) => {
    const events = [after('delgivning', 'served'), opened('kommunmote', MEETING_DAY)];
    const situation = { unownedSince: { kommunmote: day('2027-01-11') } } as Situation;
    expect(of('kommunmote', stuck(on, withWage, events, situation))).toEqual(expected);
  });

  it('are reasons: what keeps failing, also where it is no step', () => {
    const technical = { since: day('2027-01-11') };
    const found = stuck(MEETING_DAY, withWage, [waitingForPersonnummer()], { technical });
    expect(found).toEqual({
      reasons: [{ kind: 'technical', since: '2027-01-11' }],
      since: '2027-01-11',
      days: 0,
      offers: [],
    });
  });

  it('are none of a case that is over', () => {
    const gone = adult({ departure: { leftOn: day('2027-01-20') } });
    expect(stuck('2027-03-08', gone, [metAll()])).toBeUndefined();
  });
});
