import {
  adult,
  after,
  day,
  FIRST_CUT,
  handOver,
  MEETING_DAY,
  metAll,
  noon,
  opened,
  personBorn,
  planOn,
  reported,
  restarted,
  step,
  waitingForPersonnummer,
} from '../support';

const registered = reported('personnummer', 'registered', '2027-02-08');
const started = reported('sfi', 'started', '2027-02-15');
const whole = [waitingForPersonnummer(), registered, handOver('sfi', 'filed'), started];

describe('the end of a case', () => {
  it.each([
    ['2027-02-28', false],
    ['2027-03-01', true],
    ['2027-03-02', true],
  ])('comes 14 days after the last step ended: on %s finished is %s', (on, finished) => {
    const plan = planOn(on, adult(), ...whole);
    expect(plan.finishOn).toBe('2027-03-01');
    expect(plan.finished).toBe(finished);
    expect(plan.milestones.some(({ kind }) => kind === 'avslutad')).toBe(finished);
  });

  it('waits for a nineteen-year-old’s family to be told, or the twentieth birthday', () => {
    const talkLess = [
      after('delgivning', 'served'),
      after('kommunmote', 'held'),
      after('flyttningsanmalan', 'filed'),
      registered,
      started,
    ];
    const nineteen = (family?: { parentsInSweden: boolean }) => personBorn('2007-06-01', { family });
    const untold = planOn('2027-03-01', nineteen(), ...talkLess);
    expect([untold.finishOn, untold.wakeOn]).toEqual([undefined, '2027-06-01']);
    expect(planOn('2027-03-01', nineteen({ parentsInSweden: true }), ...talkLess).finished).toBe(true);
  });

  it('is told as a milestone with its result', () => {
    expect(planOn('2027-03-01', adult(), ...whole).milestones.at(-1)).toEqual({
      kind: 'avslutad',
      on: '2027-03-01',
      result: 'pathDone',
    });
  });

  it('wakes the case on its day', () => {
    expect(planOn('2027-02-16', adult(), ...whole).wakeOn).toBe('2027-03-01');
  });

  it('is not in sight while a step is open, blocked or paused', () => {
    expect(planOn('2027-06-01', adult(), waitingForPersonnummer(), registered).finishOn).toBeUndefined();
  });

  it('moves away when a step is opened again', () => {
    const plan = planOn('2027-02-20', adult(), ...whole, restarted('sfi', 'reopenings', '2027-02-20'));
    expect(plan.finishOn).toBeUndefined();
  });

  it('counts an end told late from the day it was told, so that it can still be corrected', () => {
    const late = after('sfi', 'started', '2027-02-15', { at: noon('2027-03-20') });
    const plan = planOn('2027-03-20', adult(), waitingForPersonnummer(), registered, late);
    expect(step(plan, 'sfi').status).toMatchObject({ on: '2027-02-15' });
    expect(plan.finishOn).toBe('2027-04-03');
  });

  it('comes for a child when what applies to a child is done', () => {
    const events = [
      after('delgivning', 'served'),
      after('kommunmote', 'held'),
      after('flyttningsanmalan', 'filed'),
      registered,
    ];
    expect(planOn('2027-02-09', personBorn('2019-04-02'), ...events).finishOn).toBe('2027-02-22');
  });

  it.each([
    ['running', false],
    ['retracting', false],
    ['retracted', true],
    ['filed', true],
  ] as const)('waits for what is on its way: a booking that is %s lets it finish %s', (state, finished) => {
    expect(planOn('2027-03-01', adult(), ...whole, handOver('kommunmote', state)).finished).toBe(finished);
  });

  it('waits for what is still to be taken back', () => {
    const byHand = [metAll(), handOver('sfi', 'filed'), after('sfi', 'started', '2027-02-15'), registered];
    expect(planOn('2027-03-01', adult(), ...byHand).finished).toBe(false);
    expect(planOn('2027-03-01', adult(), ...byHand, handOver('sfi', 'retracted')).finished).toBe(true);
  });
});

describe('a withdrawal', () => {
  const withdrawn = { withdrawal: { reason: 'left the country', since: day('2027-02-01') } as never };

  it('cancels every step under way or held back, and leaves what is done and what never applied', () => {
    const plan = planOn('2027-02-01', personBorn('2019-04-02', withdrawn), after('delgivning', 'served'));
    const carried = plan.steps.filter(({ stepId }) => FIRST_CUT.includes(stepId));
    expect(carried.map(({ stepId, status }) => `${stepId} ${status.kind}`)).toEqual([
      'delgivning done',
      'kommunmote cancelled',
      'etableringssamtal notApplicable',
      'flyttningsanmalan cancelled',
      'personnummer cancelled',
      'sfi notApplicable',
    ]);
    expect(step(plan, 'kommunmote').status).toEqual({
      kind: 'cancelled',
      why: 'withdrawn',
      on: '2027-02-01',
    });
    expect(plan.steps.flatMap(({ allowed }) => allowed)).toEqual(['reopening']);
  });

  it('ends the case that day, once all hand-overs are back', () => {
    const pending = planOn('2027-02-01', adult(withdrawn), waitingForPersonnummer());
    expect(pending).toMatchObject({ finishOn: '2027-02-01', finished: false });
    const back = planOn(
      '2027-02-01',
      adult(withdrawn),
      waitingForPersonnummer(),
      handOver('personnummer', 'retracted'),
    );
    expect(back).toMatchObject({ finishOn: '2027-02-01', finished: true });
    expect(back.milestones.at(-1)).toEqual({ kind: 'avslutad', on: '2027-02-01', result: 'withdrawn' });
    expect(back.errands).toEqual([]);
    expect(back.wakeOn).toBeUndefined();
  });
});

describe('the day a case wakes by itself', () => {
  it.each([
    [
      'the day after an expectation',
      '2027-01-11',
      adult(),
      [opened('delgivning', MEETING_DAY)],
      '2027-01-22',
    ],
    ['a reminder', '2027-02-13', adult(), [waitingForPersonnummer(), started], '2027-03-08'],
    [
      'the day after a duty',
      '2027-03-13',
      adult(),
      [metAll(), registered, opened('sfi', MEETING_DAY)],
      '2027-04-06',
    ],
    ['the opening of a right', '2027-05-18', adult(), [waitingForPersonnummer(), started], '2027-07-11'],
  ])('is %s', (_, on, facts, events, wakeOn) => {
    expect(planOn(on, facts, ...events).wakeOn).toBe(wakeOn);
  });

  it.each([
    ['1 July of the year one turns 16', '2011-01-15', '2027-07-01'],
    ['the 18th birthday', '2009-04-02', '2027-04-02'],
    ['the 20th birthday', '2007-04-02', '2027-04-02'],
    ['riktåldern', '1960-04-02', '2027-04-02'],
  ])('is %s', (_, bornOn, wakeOn) => {
    const onAppeal = [
      waitingForPersonnummer(),
      after('sfi', 'started', '2027-01-11'),
      reported('personnummer', 'avslag', '2027-01-12'),
      after('personnummer', 'appealFiled', '2027-01-13'),
    ];
    expect(planOn('2027-02-01', personBorn(bornOn), ...onAppeal).wakeOn).toBe(wakeOn);
  });
});
