import fc from 'fast-check';
import type { CaseFacts } from '../../../domain/model/facts';
import type { Plan } from '../../../domain/model/plan';
import { gapBefore } from '../../../domain/process/income/gap';
import { UNTOUCHED_RECORD } from '../../../domain/process/planner/step-records';
import { anyDay, likelyFacts } from '../properties/any-facts';
import { anyMoves, planPlayed, play } from '../properties/histories';
import { adult, after, day, type Event, metAll, opened, personBorn, wholePlanOn } from '../support';

const PERMIT = { decidedOn: day('2027-03-01'), validFrom: day('2027-03-01') };
const underLma = { registered: true, housing: 'own' } as const;
/** Permit on 1 March, own housing: aid under LMA to 1 April. */
const own = adult({ permit: PERMIT, lma: underLma });

const enrolled = [metAll('2027-03-03'), after('afInskrivning', 'enrolled', '2027-03-04')];
const assigned = after('anvisningEtableringsprogrammet', 'assigned', '2027-04-02');
const registered = after('personnummer', 'registered', '2027-03-29', { fields: { from: '2027-03-03' } });
const inProgramme = [...enrolled, assigned, registered];
const planned = [...inProgramme, after('handlingsplan', 'made', '2027-04-06')];
const paid = [...planned, after('etableringsersattning', 'granted', '2027-05-15')];

function gap(on: string, facts: CaseFacts, ...events: readonly Event[]): string {
  return shown(wholePlanOn(on, facts, ...events).gap);
}

function shown(found: Plan['gap']): string {
  return found === undefined ? 'none' : `${found.from} to ${found.to ?? 'no end in sight'}`;
}

describe('the gap between LMA and etableringsersättning', () => {
  it.each([
    ['2027-04-07', 'before the month of the plan is over'],
    ['2027-05-07', 'on the last day to apply'],
  ])('lasts, seen on %s, %s, from the day after LMA to the day before the first payment', (on) => {
    expect(gap(on, own, ...planned)).toBe('2027-04-02 to 2027-05-25');
  });

  it('grows by a month when nothing was applied for by the 7th, to the payment before Midsummer', () => {
    expect(gap('2027-05-08', own, ...planned, opened('etableringsersattning', '2027-05-01'))).toBe(
      '2027-04-02 to 2027-06-23',
    );
  });

  it.each([
    ['2027-05-25', '2027-04-02 to 2027-05-25'],
    ['2027-05-26', 'none'],
  ])('is over when the money comes: on %s it is %s', (on, expected) => {
    expect(gap(on, own, ...paid)).toBe(expected);
  });

  it('counts the money that Good Friday puts off', () => {
    const early = [...enrolled, after('anvisningEtableringsprogrammet', 'assigned', '2027-02-01')];
    const february = [...early, registered, after('handlingsplan', 'made', '2027-02-10')];
    const facts = adult({ lma: underLma });
    const events = [...february, after('etableringsersattning', 'granted', '2027-03-20')];
    expect(gap('2027-03-21', facts, ...events)).toBe('2027-02-01 to 2027-03-29');
  });

  it('is covered from the grant of the allowance for kartläggning until a plan is made', () => {
    const granted = after('etableringsersattningKartlaggning', 'granted', '2027-04-20');
    expect(gap('2027-04-19', own, ...inProgramme)).toBe('2027-04-02 to 2027-05-08');
    expect(gap('2027-04-20', own, ...inProgramme, granted)).toBe('none');
    const later = [granted, after('handlingsplan', 'made', '2027-04-28')];
    expect(gap('2027-04-28', own, ...inProgramme, ...later)).toBe('2027-04-28 to 2027-05-25');
  });
});

describe('the first day without income', () => {
  it.each([
    ['the day after LMA by law', own, '2027-04-02'],
    [
      'the day after the last that was paid',
      adult({ permit: PERMIT, lma: underLma, lmaAid: { paidUntil: day('2027-04-15') } }),
      '2027-04-16',
    ],
    ['the day of the permit, for one never under LMA', adult({ permit: PERMIT }), '2027-03-01'],
    [
      'the arrival of a quota refugee',
      adult({
        permit: { ...PERMIT, ground: 'quota', servedOn: day('2027-03-02') },
        arrival: { arrivedOn: day('2027-03-20') },
      }),
      '2027-03-20',
    ],
    [
      'the arrival of a relative',
      adult({ permit: { ...PERMIT, ground: 'family' }, arrival: { arrivedOn: day('2027-03-18') } }),
      '2027-03-18',
    ],
    ['the 18th birthday', personBorn('2009-03-10', { permit: PERMIT }), '2027-03-10'],
  ])('is %s', (_, facts, from) => {
    expect(wholePlanOn('2027-03-22', facts).gap?.from).toBe(from);
  });

  it('is the first day in the programme, which ends aid under LMA', () => {
    const early = after('anvisningEtableringsprogrammet', 'assigned', '2027-03-15');
    expect(wholePlanOn('2027-03-16', own, ...enrolled, early).gap?.from).toBe('2027-03-15');
  });

  it.each([
    ['a child', personBorn('2009-03-23', { permit: PERMIT })],
    [
      'someone in asylboende without a place',
      adult({ permit: PERMIT, lma: { registered: true, housing: 'asylboende' } }),
    ],
    [
      'temporary protection under LMA',
      adult({ permit: { ...PERMIT, ground: 'temporaryProtection' }, lma: underLma }),
    ],
    [
      'someone served abroad who has not come',
      adult({ permit: { ...PERMIT, servedOn: day('2027-03-02') }, arrival: undefined }),
    ],
    [
      'someone for whom another of the household applies',
      adult({ permit: PERMIT, applicant: { isApplicant: false } }),
    ],
    ['someone who has left', adult({ permit: PERMIT, departure: { leftOn: day('2027-03-22') } })],
  ])('is none for %s', (_, facts) => {
    expect(gap('2027-03-22', facts)).toBe('none');
  });
});

describe('what covers a day', () => {
  const wage = (from: string, until?: string) =>
    adult({
      permit: PERMIT,
      lma: underLma,
      income: { source: 'wage', from: day(from), ...(until ? { until: day(until) } : {}) },
    });

  it.each([
    ['a wage with no end', wage('2027-04-02'), 'none'],
    ['a wage that begins later', wage('2027-04-12'), '2027-04-02 to 2027-04-11'],
    ['a wage that ends', wage('2027-03-15', '2027-06-30'), '2027-07-01 to no end in sight'],
  ])('is %s', (_, facts, expected) => {
    expect(gap('2027-03-22', facts)).toBe(expected);
  });

  it('is the wage of a full-time occupation, and not of one in part', () => {
    const at = (extent: 'full' | 'part') =>
      adult({ permit: PERMIT, occupation: { activity: 'work', extent, since: day('2027-03-15') } as never });
    expect(gap('2027-03-22', at('full'))).toBe('none');
    expect(wholePlanOn('2027-03-22', at('part')).gap?.from).toBe('2027-03-01');
  });

  it('is what the programme ended with, work or studies', () => {
    const end = (outcome: string) => [...paid, after('programuppfoljning', outcome, '2027-09-10')];
    expect(gap('2027-09-11', own, ...end('work'))).toBe('none');
    expect(gap('2027-09-11', own, ...end('studies'))).toBe('none');
    expect(gap('2027-09-11', own, ...end('ended'))).toBe('2027-11-05 to no end in sight');
  });

  it('is a pension benefit from its grant, and none that is only expected', () => {
    const pensioner = personBorn('1955-04-02', { permit: PERMIT });
    expect(wholePlanOn('2027-04-01', pensioner, metAll('2027-03-03')).gap?.from).toBe('2027-03-01');
    const granted = after('pensionsformaner', 'granted', '2027-04-01');
    expect(gap('2027-04-01', pensioner, metAll('2027-03-03'), granted)).toBe('none');
  });

  it('is what parents give a pupil until 21', () => {
    const pupil = (bornOn: string) =>
      personBorn(bornOn, {
        permit: PERMIT,
        family: { parentsInSweden: true },
        occupation: { activity: 'gymnasium', extent: 'full' },
      });
    expect(gap('2027-03-22', pupil('2008-06-01'))).toBe('none');
    expect(gap('2027-03-22', pupil('2006-06-01'))).toBe('2027-06-01 to no end in sight');
  });

  it('is granted bistånd to the day that the decision names, in whole or in part', () => {
    const grant = (outcome: string) =>
      after('ekonomisktBistand', outcome, '2027-03-20', { fields: { to: '2027-04-30' } });
    const facts = adult({ permit: PERMIT, lma: underLma, family: undefined });
    const waiting = [...enrolled, opened('ekonomisktBistand', '2027-03-10')];
    expect(wholePlanOn('2027-04-02', facts, ...waiting).gap?.from).toBe('2027-04-02');
    expect(wholePlanOn('2027-04-02', facts, ...waiting, grant('granted')).gap?.from).toBe('2027-05-01');
    expect(wholePlanOn('2027-04-02', facts, ...waiting, grant('partly')).gap?.from).toBe('2027-05-01');
  });
});

describe('etableringsersättning that runs', () => {
  const firstYear = [...paid, opened('etableringsersattning:2027-05', '2027-06-01')];

  it('covers a coming month that nobody has decided yet', () => {
    expect(gap('2027-06-10', own, ...firstYear)).toBe('none');
  });

  it('leaves a gap between two payments where a month was refused', () => {
    const refused = after('etableringsersattning:2027-05', 'denied', '2027-06-15', {
      servedOn: '2027-06-17',
    });
    expect(gap('2027-06-18', own, ...firstYear, refused)).toBe('2027-06-24 to 2027-07-25');
  });

  it.each([
    ['2028-05-25', 'none'],
    ['2028-05-26', '2029-05-26 to no end in sight'],
  ])('ends with the last payment after the programme, seen a year ahead: on %s %s', (on, expected) => {
    expect(gap(on, own, ...paid)).toBe(expected);
    expect(wholePlanOn('2028-05-25', own, ...paid).wakeOn).toBe('2028-05-26');
  });
});

describe('the gap before bistånd, as the step for it sees it', () => {
  it('is that of the plan until bistånd is granted', () => {
    const played = fc
      .tuple(likelyFacts, anyDay, anyMoves)
      .map(([facts, from, moves]) => play(facts, from, moves));
    fc.assert(
      fc.property(played, (history) => {
        const plan = planPlayed(history);
        const granted = plan.steps.some(
          ({ stepId, status }) => stepId.startsWith('ekonomisktBistand') && status.kind === 'done',
        );
        fc.pre(!granted);
        const { facts, today } = history;
        const seen = (id: string) => plan.steps.find(({ stepId }) => stepId === id);
        expect(gapBefore({ facts, today, record: UNTOUCHED_RECORD, planned: seen })).toEqual(plan.gap);
      }),
    );
  });
});
