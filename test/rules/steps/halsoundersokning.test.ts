import { adult, after, day, due, type Event, handOver, opened, step, wholePlanOn } from '../support';

const STEP = 'halsoundersokning';
const START = '2027-01-11';
const offered = [opened(STEP, START), handOver(STEP, 'filed', START)];
const received = adult({
  lma: { registered: true, housing: 'own' },
  stay: { kommun: '0484' as never, dwelling: 'fixed', movedInOn: day('2027-01-20') },
});

function examination(on: string, facts = received, ...events: readonly Event[]) {
  return step(wholePlanOn(on, facts, ...offered, ...events), STEP);
}

describe('halsoundersokning', () => {
  it('is offered by the region to everyone who is here, whatever else they wait for', () => {
    expect(examination(START)).toMatchObject({
      agency: 'region',
      kind: 'meeting',
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      allowed: ['done', 'doneBefore', 'declined'],
      handOver: 'region',
    });
    expect(examination(START, adult({ birth: { bornOn: day('2026-05-01') } })).status.kind).toBe('open');
  });

  it('needs to know where the person stays', () => {
    expect(step(wholePlanOn(START, adult({ stay: undefined })), STEP).status).toMatchObject({
      kind: 'blocked',
      facts: ['stay'],
    });
  });

  it('waits for someone chosen abroad to come', () => {
    const quota = { permit: { ground: 'quota', servedOn: day('2026-12-01') } } as const;
    const coming = adult({ ...quota, arrival: { arrivedOn: day('2027-02-01') } });
    expect(step(wholePlanOn('2027-01-31', coming), STEP).status).toMatchObject({ until: '2027-02-01' });
    expect(step(wholePlanOn('2027-02-01', coming), STEP).status.kind).toBe('open');
    const unknown = adult({ ...quota, arrival: undefined });
    expect(step(wholePlanOn(START, unknown), STEP).status).toMatchObject({ facts: ['arrival'] });
  });

  it.each(['done', 'doneBefore', 'declined'])('ends well: %s', (outcome) => {
    expect(examination('2027-02-02', received, after(STEP, outcome, '2027-02-01')).status).toEqual({
      kind: 'done',
      outcome,
      on: '2027-02-01',
    });
  });

  it('is paid by the state for twelve months from the first reception, the region’s right (2010:1122 34 §)', () => {
    const plan = wholePlanOn('2027-02-01', received, ...offered);
    expect(due(plan, STEP, 'healthExaminationPaid')).toMatchObject({
      date: '2028-01-20',
      kind: 'right',
      whose: 'region',
    });
    const family = adult({ permit: { ground: 'family' } });
    expect(due(wholePlanOn('2027-02-01', family, ...offered), STEP, 'healthExaminationPaid')).toBeUndefined();
  });

  it.each([
    ['2028-03-19', 'open'],
    ['2028-03-20', 'done'],
  ])('is no longer waited for 60 days after that: on %s it is %s', (on, kind) => {
    expect(examination(on).status.kind).toBe(kind);
  });

  it.each([
    ['2027-07-09', 'open'],
    ['2027-07-10', 'done'],
  ])('is waited for half a year where the reception is not known: on %s it is %s', (on, kind) => {
    expect(examination(on, adult({ permit: { ground: 'family' } })).status.kind).toBe(kind);
  });

  it('may still be told afterwards', () => {
    expect(examination('2028-06-01')).toMatchObject({
      status: { kind: 'done', outcome: 'notRecorded', on: '2028-03-20' },
      allowed: ['reopening', 'done', 'doneBefore', 'declined'],
    });
  });
});
