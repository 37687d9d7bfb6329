import type { CaseFacts } from '../../../domain/model/facts';
import {
  firstRegisteredOn,
  programmePeriod,
} from '../../../domain/process/steps/arbetsformedlingen/programme';
import { assigned, enrolled, registered } from '../programme-events';
import { adult, after, day, type Event, personBorn, wholePlanOn } from '../support';

function contextOn(on: string, facts: CaseFacts, ...events: readonly Event[]) {
  const { steps } = wholePlanOn(on, facts, ...events);
  return { facts, planned: (id: string) => steps.find(({ stepId }) => stepId === id) };
}

function periodOn(on: string, facts: CaseFacts, ...events: readonly Event[]) {
  return programmePeriod(contextOn(on, facts, ...events));
}

describe('the days of the programme', () => {
  it('are not there for one who is not assigned', () => {
    expect(periodOn('2027-01-18', adult(), enrolled())).toBeUndefined();
  });

  it('begin on the day of the assignment and last 24 months from when a plan could be made', () => {
    expect(periodOn('2027-01-18', adult(), assigned('2027-01-18'))).toEqual({
      from: '2027-01-18',
      lastDay: '2029-01-17',
    });
    expect(periodOn('2027-02-08', adult(), assigned('2027-01-18'), registered('2027-02-08'))).toEqual({
      from: '2027-01-18',
      lastDay: '2029-02-07',
    });
  });

  it('end on the day the follow-up ended, and go on when that is taken back', () => {
    const events = [assigned('2027-01-18'), registered('2027-02-08')];
    const work = after('programuppfoljning', 'work', '2027-05-20');
    expect(periodOn('2027-06-01', adult(), ...events, work)?.lastDay).toBe('2027-05-20');
  });

  it('last as long as the follow-up was prolonged', () => {
    const prolonged = after('programuppfoljning', 'prolonged', '2028-12-01', {
      fields: { to: '2029-06-30' },
    });
    const events = [assigned('2027-01-18'), registered('2027-02-08'), prolonged];
    expect(periodOn('2028-12-02', adult(), ...events)?.lastDay).toBe('2029-06-30');
  });

  it('end on the day before riktåldern', () => {
    const events = [assigned('2027-01-18'), registered('2027-02-08')];
    expect(periodOn('2027-03-01', personBorn('1960-09-01'), ...events)?.lastDay).toBe('2027-08-31');
    expect(periodOn('2028-03-01', personBorn('1960-09-01'), ...events)?.lastDay).toBe('2027-08-31');
  });
});

describe('the first registration', () => {
  const decided = registered('2027-02-08');
  const registeredFrom = (from: string) => adult({ registration: { from: day(from) } });

  it('is the day it is valid from, and not a later move to another kommun', () => {
    expect(
      firstRegisteredOn(contextOn('2027-03-01', registeredFrom('2027-01-11'), enrolled(), decided)),
    ).toBe('2027-01-11');
    expect(
      firstRegisteredOn(contextOn('2028-03-01', registeredFrom('2028-02-01'), enrolled(), decided)),
    ).toBe('2027-02-08');
    expect(firstRegisteredOn(contextOn('2027-03-01', adult(), enrolled()))).toBeUndefined();
  });

  it('is the reception in the kommun for one who lived in asylboende till then', () => {
    const facts = adult({
      registration: { from: day('2027-01-11') },
      settlement: { form: 'anvisad' },
      lma: { registered: true, housing: 'asylboende' },
    });
    const events = [
      enrolled(),
      decided,
      after('anvisningKommun', 'assigned', '2027-01-20'),
      after('mottagande', 'received', '2027-03-01'),
    ];
    expect(firstRegisteredOn(contextOn('2027-03-02', facts, ...events))).toBe('2027-03-01');
  });
});
