import {
  adult,
  after,
  due,
  handOver,
  opened,
  planOn,
  recorded,
  reported,
  step,
  waitingForPersonnummer,
} from '../support';

const waiting = waitingForPersonnummer();
const asked = (on: string, by?: string) =>
  reported('personnummer', 'completionRequested', on, by ? { fields: { by } } : {});
const answered = (on: string) => after('personnummer', 'completionAnswered', on);

describe('a request for completion', () => {
  it('waits for the newcomer until the day the agency named, which nothing moves', () => {
    const plan = planOn('2027-02-02', adult(), waiting, asked('2027-02-01', '2027-02-20'));
    expect(step(plan, 'personnummer').status).toMatchObject({
      waitingFor: 'newcomer',
      why: 'completionAsked',
    });
    expect(step(plan, 'personnummer').dues[0]).toEqual({
      date: '2027-02-20',
      kind: 'duty',
      rule: 'answerCompletion',
      law: 'FL 20 §',
      whose: 'newcomer',
    });
    expect(step(plan, 'personnummer').allowed).toEqual([
      'registered',
      'avslag',
      'avvisad',
      'completionRequested',
      'completionAnswered',
      'delayNotified',
      'applicationWithdrawn',
      'avskriven',
    ]);
  });

  it('has no date of its own when the agency named none', () => {
    const plan = planOn('2027-02-02', adult(), waiting, asked('2027-02-01'));
    expect(due(plan, 'personnummer', 'answerCompletion')).toBeUndefined();
    const nonsense = planOn('2027-02-02', adult(), waiting, asked('2027-02-01', 'soon'));
    expect(due(nonsense, 'personnummer', 'answerCompletion')).toBeUndefined();
  });

  it('is nobody else’s delay: the agency’s usual time is not shown meanwhile', () => {
    const plan = planOn('2027-02-02', adult(), waiting, asked('2027-02-01', '2027-02-20'));
    expect(due(plan, 'personnummer', 'personnummerExpected')).toBeUndefined();
  });
});

describe('the answer to it', () => {
  it('makes the step wait for the agency again and is passed on to it, numbered', () => {
    const plan = planOn(
      '2027-02-12',
      adult(),
      waiting,
      asked('2027-02-01', '2027-02-20'),
      answered('2027-02-12'),
    );
    expect(step(plan, 'personnummer').status).toMatchObject({ waitingFor: 'agency', why: 'answerAwaited' });
    expect(plan.errands).toEqual([
      { stepId: 'personnummer', agency: 'skatteverket', filing: 1, kind: 'completion', n: 1 },
    ]);
  });

  it('counts the second time around', () => {
    const events = [asked('2027-02-01'), answered('2027-02-03'), asked('2027-02-04'), answered('2027-02-05')];
    const plan = planOn('2027-02-05', adult(), waiting, ...events);
    expect(plan.errands.map(({ kind, n }) => `${kind}/${n}`)).toEqual(['completion/1', 'completion/2']);
  });

  it('is not passed on twice', () => {
    const sent = recorded('personnummer', { errands: ['1/completion/1'] });
    const plan = planOn('2027-02-12', adult(), waiting, asked('2027-02-01'), answered('2027-02-12'), sent);
    expect(plan.errands).toEqual([]);
  });

  it('waits to be passed on until the agency’s system has the filing', () => {
    const running = [opened('personnummer', '2027-01-11'), handOver('personnummer', 'running')];
    const plan = planOn(
      '2027-02-12',
      adult(),
      waiting,
      ...running,
      asked('2027-02-01'),
      answered('2027-02-12'),
    );
    expect(plan.errands).toEqual([]);
  });

  it('is not needed once the decision is there', () => {
    const events = [
      asked('2027-02-01'),
      answered('2027-02-03'),
      reported('personnummer', 'registered', '2027-02-04'),
    ];
    expect(planOn('2027-02-05', adult(), waiting, ...events).errands).toEqual([]);
  });
});
