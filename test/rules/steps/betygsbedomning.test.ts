import {
  adult,
  after,
  day,
  due,
  type Event,
  handOver,
  opened,
  reported,
  step,
  wholePlanOn,
} from '../support';

const STEP = 'betygsbedomning';
const START = '2027-01-11';
const learned = adult({ education: { foreignGrades: true } });
const sent = [opened(STEP, START), handOver(STEP, 'filed', START)];

function assessment(on: string, ...events: readonly Event[]) {
  return step(wholePlanOn(on, learned, ...sent, ...events), STEP);
}

describe('betygsbedomning', () => {
  it('is for those with grades from abroad, and needs no personnummer', () => {
    expect(assessment('2027-01-12')).toMatchObject({
      agency: 'uhr',
      status: { kind: 'open', waitingFor: 'agency' },
      handOver: 'uhr',
      allowed: expect.arrayContaining(['assessed', 'noEquivalent', 'completionRequested']),
    });
  });

  it.each([
    ['noForeignGradesKnown', undefined],
    ['noForeignGradesKnown', { foreignGrades: false }],
    ['regulatedProfession', { foreignGrades: true, regulatedProfession: true }],
  ])('does not apply and holds nothing up: %s', (why, education) => {
    const plan = wholePlanOn(START, adult({ education }));
    expect(step(plan, STEP).status).toEqual({ kind: 'notApplicable', why });
  });

  it('is for a profession that is not regulated', () => {
    const facts = adult({ education: { foreignGrades: true, regulatedProfession: false } });
    expect(step(wholePlanOn(START, facts), STEP).status.kind).toBe('open');
  });

  it.each(['assessed', 'noEquivalent'])('ends with a statement that nobody appeals: %s', (outcome) => {
    expect(assessment('2027-05-02', reported(STEP, outcome, '2027-05-01'))).toMatchObject({
      status: { kind: 'done', outcome },
      allowed: ['reopening', 'corrected'],
    });
  });

  it('takes five months from the day the application was complete', () => {
    const expected = (...events: readonly Event[]) =>
      due(wholePlanOn('2027-03-02', learned, ...sent, ...events), STEP, 'assessedFromComplete')?.date;
    const asked = reported(STEP, 'completionRequested', '2027-02-01', { fields: { by: '2027-03-01' } });
    expect(expected()).toBe('2027-06-10');
    expect(expected(asked)).toBeUndefined();
    expect(expected(asked, after(STEP, 'completionAnswered', '2027-03-01'))).toBe('2027-07-29');
  });

  it('is not ended by a request for completion', () => {
    expect(
      assessment('2027-02-02', reported(STEP, 'completionRequested', '2027-02-01')).status,
    ).toMatchObject({
      kind: 'open',
      waitingFor: 'newcomer',
    });
  });

  it.each([
    ['2028-01-10', 'open'],
    ['2028-01-11', 'done'],
  ])('is not waited for longer than a year: on %s it is %s', (on, kind) => {
    expect(assessment(on).status.kind).toBe(kind);
  });

  it('waits for the arrival of someone who is known to come later', () => {
    const facts = adult({
      education: { foreignGrades: true },
      arrival: { arrivedOn: day('2027-02-01') },
    });
    expect(step(wholePlanOn('2027-01-31', facts), STEP).status).toMatchObject({ until: '2027-02-01' });
  });
});
