import {
  after,
  due,
  type Event,
  handOver,
  MEETING_DAY,
  opened,
  personBorn,
  reported,
  step,
  wholePlanOn,
} from '../support';

const STEP = 'pensionsformaner';
const pensioner = personBorn('1955-03-02');
const applied = [after('delgivning', 'served'), opened(STEP, MEETING_DAY), handOver(STEP, 'filed')];
const denied = (servedOn?: string) => reported(STEP, 'denied', '2027-03-01', servedOn ? { servedOn } : {});
const requested = (on = '2027-04-01') => after(STEP, 'reviewRequested', on);
const upheld = (servedOn?: string) =>
  reported(STEP, 'reviewUpheld', '2027-06-01', servedOn ? { servedOn } : {});

function planOf(on: string, ...events: readonly Event[]) {
  return wholePlanOn(on, pensioner, ...applied, ...events);
}

function pension(on: string, ...events: readonly Event[]) {
  return step(planOf(on, ...events), STEP);
}

describe('a refusal that the agency must first review (SFB 113:7, 113:10)', () => {
  it('may be reviewed, and not yet appealed', () => {
    expect(pension('2027-03-10', denied('2027-03-08'))).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['newApplication', 'letStand', 'reviewRequested'],
    });
  });

  it('has two months for it from the day it was served, with the Saturday moved', () => {
    expect(due(planOf('2027-03-10', denied('2027-03-08')), STEP, 'review')).toEqual({
      date: '2027-05-10',
      kind: 'right',
      rule: 'review',
      law: 'SFB 113:7, 113:19',
      whose: 'newcomer',
      movedBy: 'lördag → måndag, lag 1930:173 2 §',
    });
  });

  it.each([
    ['2027-05-09', 'open'],
    ['2027-05-10', 'open'],
    ['2027-05-11', 'done'],
  ])('stands when they have run out: on %s it is %s', (on, kind) => {
    expect(pension(on, denied('2027-03-08')).status.kind).toBe(kind);
  });

  it('never stands while nobody knows when it was served: its time has not begun', () => {
    expect(pension('2030-01-01', denied())).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer' },
      allowed: ['decisionServed', 'newApplication', 'letStand', 'reviewRequested'],
      dues: [],
    });
    const served = after(STEP, 'decisionServed', '2027-03-08');
    expect(due(planOf('2027-03-10', denied(), served), STEP, 'review')?.date).toBe('2027-05-10');
  });

  it('takes no request that came after the time, whatever the record says', () => {
    expect(pension('2027-05-12', denied('2027-03-08'), requested('2027-05-11'))).toMatchObject({
      status: { kind: 'done', refusal: true, on: '2027-05-11' },
    });
  });

  it('still takes a request that came in time and is told late', () => {
    expect(pension('2027-06-01', denied('2027-03-08'))).toMatchObject({
      allowed: ['reopening', 'reviewRequested'],
      notAfter: '2027-05-10',
    });
    expect(pension('2027-06-01', denied('2027-03-08'), requested('2027-05-10')).status).toMatchObject({
      kind: 'open',
      why: 'underReview',
    });
  });
});

describe('under omprövning', () => {
  const underReview = [denied('2027-03-08'), requested()];

  it('waits for the agency, without a day', () => {
    expect(pension('2027-04-02', ...underReview)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'underReview' },
      allowed: ['reviewUpheld', 'reviewChanged'],
      dues: [],
    });
  });

  it('outlives the time to ask for it', () => {
    expect(pension('2027-12-01', ...underReview).status).toMatchObject({ why: 'underReview' });
  });

  it('goes back to the agency when the decision is to be changed', () => {
    const changed = [...underReview, reported(STEP, 'reviewChanged', '2027-06-01')];
    expect(pension('2027-06-02', ...changed)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      handOver: 'pensionsmyndigheten',
      filing: 1,
    });
    const granted = reported(STEP, 'granted', '2027-06-10');
    expect(pension('2027-06-11', ...changed, granted).status).toMatchObject({ outcome: 'granted' });
  });
});

describe('a refusal upheld on omprövning', () => {
  const reviewed = [denied('2027-03-08'), requested(), upheld('2027-06-03')];

  it('may now be appealed, within two months of being served anew', () => {
    const plan = planOf('2027-06-04', ...reviewed);
    expect(step(plan, STEP)).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
    expect(due(plan, STEP, 'review')).toBeUndefined();
    expect(due(plan, STEP, 'appeal')).toMatchObject({ date: '2027-08-03', law: 'SFB 113:10, 113:20' });
  });

  it.each([
    ['2027-08-03', 'open'],
    ['2027-08-04', 'done'],
  ])('stands when they have run out: on %s it is %s', (on, kind) => {
    expect(pension(on, ...reviewed).status.kind).toBe(kind);
  });

  it('still takes an appeal told late, and no second omprövning', () => {
    expect(pension('2027-09-01', ...reviewed)).toMatchObject({
      status: { refusal: true, on: '2027-08-04' },
      allowed: ['reopening', 'appealFiled'],
      notAfter: '2027-08-03',
    });
  });

  it('has no time to appeal while it has not been served', () => {
    const unserved = [denied('2027-03-08'), requested(), upheld()];
    expect(pension('2029-01-01', ...unserved)).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer' },
      allowed: ['decisionServed', 'appealFiled', 'newApplication', 'letStand'],
      dues: [],
    });
  });

  it('is tried by the court', () => {
    const appealed = [...reviewed, after(STEP, 'appealFiled', '2027-07-01')];
    expect(pension('2028-01-01', ...appealed).status).toMatchObject({ kind: 'open', why: 'underAppeal' });
    const judged = (outcome: string) =>
      pension('2028-02-02', ...appealed, after(STEP, outcome, '2028-02-01'));
    expect(judged('appealUpheld').status).toMatchObject({ kind: 'done', refusal: true, on: '2028-02-01' });
    expect(judged('appealChanged')).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      handOver: 'pensionsmyndigheten',
    });
  });
});
