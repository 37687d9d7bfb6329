import { assigned, withPlan } from '../../programme-events';
import { adult, after, day, due, handOver, opened, reported, step, wholePlanOn } from '../../support';

const AID = 'etableringsersattning';
const MAPPING = 'etableringsersattningKartlaggning';
const plan = withPlan('2027-02-10');

describe('etableringsersattningKartlaggning', () => {
  it('waits for the assignment and not for the registration, then for Försäkringskassan', () => {
    const on = wholePlanOn('2027-01-18', adult(), assigned('2027-01-18'));
    expect(step(on, MAPPING)).toMatchObject({
      agency: 'forsakringskassan',
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      handOver: 'forsakringskassan',
    });
    expect(step(on, MAPPING).allowed).toEqual(expect.arrayContaining(['granted', 'denied', 'avvisad']));
  });

  it('can be demanded a decision of after six months, and closes by itself after a year', () => {
    const events = [
      assigned('2027-01-18'),
      opened(MAPPING, '2027-01-18'),
      handOver(MAPPING, 'filed', '2027-01-18'),
    ];
    expect(due(wholePlanOn('2027-01-19', adult(), ...events), MAPPING, 'demandDecision')?.date).toBe(
      '2027-07-18',
    );
    expect(step(wholePlanOn('2028-01-17', adult(), ...events), MAPPING).status.kind).toBe('open');
    expect(step(wholePlanOn('2028-01-18', adult(), ...events), MAPPING).status).toMatchObject({
      outcome: 'notRecorded',
    });
  });

  it('is for the days before a change too', () => {
    const since = { since: day('2027-02-15') };
    const atWork = adult({ occupation: { activity: 'work', extent: 'full', ...since } as never });
    expect(step(wholePlanOn('2027-03-01', atWork, assigned('2027-01-18')), MAPPING).status.kind).toBe('open');
  });
});

describe('etableringsersattning', () => {
  it('waits for the plan', () => {
    expect(step(wholePlanOn('2027-02-09', adult()), AID).status).toMatchObject({
      kind: 'blocked',
      by: ['handlingsplan'],
    });
  });

  it('is applied for when the month is over: by the 7th for the next payment, in that month for anything', () => {
    expect(step(wholePlanOn('2027-02-28', adult(), plan), AID).status).toMatchObject({
      kind: 'blocked',
      until: '2027-03-01',
    });
    const on = wholePlanOn('2027-03-01', adult(), plan);
    expect(step(on, AID)).toMatchObject({ status: { kind: 'open' }, handOver: 'forsakringskassan' });
    expect(due(on, AID, 'applyForNextPayment')).toMatchObject({ date: '2027-03-07', kind: 'target' });
    expect(due(on, AID, 'aidForMonthBefore')).toMatchObject({ date: '2027-03-31', kind: 'right' });
  });

  it('asks for no application once Försäkringskassan has it, but for a decision in time', () => {
    const on = wholePlanOn(
      '2027-03-02',
      adult(),
      plan,
      opened(AID, '2027-03-01'),
      handOver(AID, 'filed', '2027-03-01'),
    );
    expect(due(on, AID, 'applyForNextPayment')).toBeUndefined();
    expect(due(on, AID, 'demandDecision')?.date).toBe('2027-09-01');
  });

  it.each([
    ['2027-12-31', 'etableringsersattning:2027-12', 'blocked'],
    ['2028-01-01', 'etableringsersattning:2027-12', 'open'],
    ['2028-03-01', 'etableringsersattning:2028-02', 'open'],
  ])('has one application a month: on %s %s is %s', (on, id, kind) => {
    expect(step(wholePlanOn(on, adult(), plan), id).status.kind).toBe(kind);
  });

  it('has a decision of its own for each month', () => {
    const granted = reported(AID, 'granted', '2027-03-20', {
      fields: { from: '2027-02-10', firstPayment: '2027-03-30' },
    });
    const on = wholePlanOn('2027-04-05', adult(), plan, granted);
    expect(step(on, AID).status).toMatchObject({ kind: 'done', outcome: 'granted' });
    expect(step(on, 'etableringsersattning:2027-03').status.kind).toBe('open');
  });

  it('is reviewed within two months of service, then appealed', () => {
    const denied = reported(AID, 'denied', '2027-03-20', { servedOn: '2027-03-22' });
    const on = wholePlanOn('2027-03-23', adult(), plan, denied);
    expect(due(on, AID, 'review')).toMatchObject({ date: '2027-05-24', law: '2017:819 11:1; SFB 113:19' });
    expect(step(on, AID).allowed).toContain('reviewRequested');
    expect(step(on, 'etableringsersattning:2027-03').status.kind).toBe('blocked');
  });

  it('may be told of for a year after its last day', () => {
    const events = [plan, opened(AID, '2027-03-01')];
    expect(step(wholePlanOn('2028-03-30', adult(), ...events), AID).status.kind).toBe('open');
    expect(step(wholePlanOn('2028-03-31', adult(), ...events), AID).status).toMatchObject({
      kind: 'done',
      outcome: 'notRecorded',
    });
  });

  it('is owed for the month in which the programme ended, and applied for after it', () => {
    const ended = after('programuppfoljning', 'work', '2027-04-20');
    const on = wholePlanOn('2027-05-01', adult(), plan, ended);
    expect(step(on, 'etableringsersattning:2027-04').status.kind).toBe('open');
    expect(on.steps.some(({ stepId }) => stepId === 'etableringsersattning:2027-05')).toBe(false);
  });
});
