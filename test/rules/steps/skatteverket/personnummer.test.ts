import { stepDefinition } from '../../../../domain/process/steps/catalogue';
import {
  adult,
  after,
  due,
  MEETING_DAY,
  metAll,
  planOn,
  reported,
  step,
  waitingForPersonnummer,
} from '../../support';

const waiting = waitingForPersonnummer();

describe('personnummer', () => {
  it('waits for the notice, then for Skatteverket', () => {
    expect(step(planOn(MEETING_DAY, adult()), 'personnummer').status).toMatchObject({
      kind: 'blocked',
      by: ['flyttningsanmalan'],
    });
    expect(step(planOn('2027-01-12', adult(), waiting), 'personnummer')).toMatchObject({
      agency: 'skatteverket',
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited', since: MEETING_DAY },
      allowed: [
        'registered',
        'avslag',
        'avvisad',
        'completionRequested',
        'delayNotified',
        'applicationWithdrawn',
        'avskriven',
      ],
      handOver: 'skatteverket',
    });
  });

  it('is expected within four weeks, and notice of delay after eighteen (FL 11 §)', () => {
    const plan = planOn('2027-01-12', adult(), waiting);
    expect(due(plan, 'personnummer', 'personnummerExpected')?.date).toBe('2027-02-08');
    expect(due(plan, 'personnummer', 'noticeOfDelay')).toMatchObject({ date: '2027-05-17', law: 'FL 11 §' });
  });

  it('is done on the day of the decision and registers the person in a kommun', () => {
    const plan = planOn('2027-02-09', adult(), waiting, reported('personnummer', 'registered', '2027-02-08'));
    expect(step(plan, 'personnummer').status).toEqual({
      kind: 'done',
      outcome: 'registered',
      on: '2027-02-08',
    });
    const facts = stepDefinition('personnummer')?.outcomes.registered?.facts;
    expect(facts?.({ kommun: '0484', from: '2027-01-11' }, '2027-02-08' as never)).toEqual([
      { kind: 'registration', kommun: '0484', from: '2027-01-11' },
    ]);
    expect(facts?.({}, '2027-02-08' as never)).toEqual([]);
  });

  describe('a demand for a decision (FL 12 §)', () => {
    it.each([
      ['2027-07-10', false],
      ['2027-07-11', true],
      ['2027-07-12', true],
    ])('may be made from six months after the notice: on %s %s', (on, may) => {
      const plan = planOn(on, adult(), waiting);
      expect(step(plan, 'personnummer').allowed.includes('decisionDemanded')).toBe(may);
      expect(plan.passed.some(({ rule }) => rule === 'demandDecision')).toBe(may);
    });

    it('counts from the day the notice was filed, not from the day the case learned of it', () => {
      const plan = planOn('2027-02-10', adult(), metAll('2027-02-01'));
      expect(due(plan, 'personnummer', 'demandDecision')).toMatchObject({
        date: '2027-08-01',
        kind: 'right',
      });
    });

    const demanded = after('personnummer', 'decisionDemanded', '2027-07-14');

    it('may be made once, is passed on, and gives Skatteverket four weeks', () => {
      const plan = planOn('2027-07-14', adult(), waiting, demanded);
      expect(step(plan, 'personnummer').allowed).not.toContain('decisionDemanded');
      expect(due(plan, 'personnummer', 'demandDecision')).toBeUndefined();
      expect(due(plan, 'personnummer', 'answerDemand')).toMatchObject({
        date: '2027-08-11',
        kind: 'duty',
        whose: 'skatteverket',
      });
      expect(plan.errands).toContainEqual({
        stepId: 'personnummer',
        agency: 'skatteverket',
        filing: 1,
        kind: 'demand',
        n: 1,
      });
    });

    it.each([
      ['2027-08-11', 0],
      ['2027-08-12', 1],
    ])('passes its four weeks the day after the last: on %s', (on, count) => {
      const plan = planOn(on, adult(), waiting, demanded);
      expect(plan.passed.filter(({ rule }) => rule === 'answerDemand')).toHaveLength(count);
    });

    it('begins anew with a new application', () => {
      const plan = planOn(
        '2027-09-06',
        adult(),
        waiting,
        demanded,
        reported('personnummer', 'avslag', '2027-08-02', { servedOn: '2027-08-30' }),
        after('personnummer', 'newApplication', '2027-09-06'),
      );
      expect(due(plan, 'personnummer', 'demandDecision')?.date).toBe('2028-03-06');
    });
  });
});
