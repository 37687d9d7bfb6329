import {
  after,
  day,
  due,
  type Event,
  handOver,
  MEETING_DAY,
  opened,
  personBorn,
  reported,
  restarted,
  step,
  wholePlanOn,
} from '../support';

const STEP = 'pensionsformaner';
const pensioner = personBorn('1955-03-02');
const applied = [after('delgivning', 'served'), opened(STEP, MEETING_DAY), handOver(STEP, 'filed')];
const granted = (supportUntil?: string) =>
  reported(STEP, 'granted', '2027-03-01', {
    fields: { from: '2027-01-01', ...(supportUntil ? { supportUntil } : {}) },
  });

function planOf(on: string, ...events: readonly Event[]) {
  return wholePlanOn(on, pensioner, ...events);
}

describe('pensionsformaner', () => {
  it('waits for the delgivning, then for Pensionsmyndigheten’s system', () => {
    expect(step(planOf(MEETING_DAY), STEP).status).toMatchObject({ kind: 'blocked', by: ['delgivning'] });
    expect(step(planOf('2027-01-12', ...applied), STEP)).toMatchObject({
      agency: 'pensionsmyndigheten',
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited', since: MEETING_DAY },
      handOver: 'pensionsmyndigheten',
      allowed: expect.arrayContaining(['granted', 'denied', 'avvisad', 'completionRequested']),
    });
  });

  it.each([
    ['2027-03-31', 'notApplicable'],
    ['2027-04-01', 'open'],
    ['2027-04-23', 'open'],
  ])('is from the first day of the month of riktåldern: born 1960-04-22, on %s it is %s', (on, kind) => {
    const plan = wholePlanOn(on, personBorn('1960-04-22'), after('delgivning', 'served'));
    expect(step(plan, STEP).status.kind).toBe(kind);
  });

  it('says that someone is too young, and wakes on that first day', () => {
    const events = [after('delgivning', 'served'), opened('kommunmote', MEETING_DAY)];
    const plan = wholePlanOn('2027-03-31', personBorn('1960-04-22'), ...events);
    expect(step(plan, STEP).status).toMatchObject({ why: 'underRiktalder', law: 'SFB 67:4, 74:7' });
    expect(plan.wakeOn).toBe('2027-04-01');
  });

  it('is not under temporary protection: nobody is then resident by SFB 5:3', () => {
    const facts = personBorn('1955-03-02', { permit: { ground: 'temporaryProtection' } });
    expect(step(wholePlanOn(MEETING_DAY, facts, after('delgivning', 'served')), STEP).status.kind).toBe(
      'notApplicable',
    );
  });

  it('is for someone served abroad from the arrival', () => {
    const permit = { ground: 'quota', servedOn: day('2026-12-01') } as const;
    const expected = personBorn('1955-03-02', { permit, arrival: { arrivedOn: day('2027-02-01') } });
    expect(step(wholePlanOn('2027-01-31', expected), STEP).status).toMatchObject({ until: '2027-02-01' });
    expect(step(wholePlanOn('2027-02-01', expected), STEP).status.kind).toBe('open');
    const unknown = personBorn('1955-03-02', { permit, arrival: undefined });
    expect(step(wholePlanOn('2027-02-01', unknown), STEP).status).toMatchObject({ facts: ['arrival'] });
  });

  it('is applied for in the first month of the right, until the agency has the application', () => {
    const opening = applied.slice(0, 2);
    expect(due(planOf('2027-01-12', ...opening), STEP, 'pensionFirstMonth')).toMatchObject({
      date: '2027-01-31',
      kind: 'right',
      law: 'SFB 56:4, 74:7',
    });
    const taken = planOf('2027-01-12', ...applied);
    expect(due(taken, STEP, 'pensionFirstMonth')).toBeUndefined();
    expect(due(taken, STEP, 'demandDecision')?.date).toBe('2027-07-11');
  });
});

describe('a decision on pension that nobody tells of', () => {
  it.each([
    ['2028-03-10', 'open'],
    ['2028-03-11', 'done'],
  ])('is waited for a year and 60 days: on %s it is %s', (on, kind) => {
    expect(step(planOf(on, ...applied), STEP).status.kind).toBe(kind);
  });

  it('may still be told after that', () => {
    expect(step(planOf('2028-04-01', ...applied), STEP)).toMatchObject({
      status: { outcome: 'notRecorded' },
      allowed: expect.arrayContaining(['granted', 'denied']),
    });
  });
});

describe('a year of äldreförsörjningsstöd', () => {
  const renewal = `${STEP}:2028-01`;
  const support = [...applied, granted('2027-12-31')];

  it.each([
    ['2027-12-31', false],
    ['2028-01-01', true],
  ])('is asked for anew the day after it: on %s there is a renewal: %s', (on, isThere) => {
    const steps = planOf(on, ...support).steps.map(({ stepId }) => stepId as string);
    expect(steps.includes(renewal)).toBe(isThere);
  });

  it('is a filing of its own, to be made in its first month', () => {
    const plan = planOf('2028-01-01', ...support);
    expect(step(plan, STEP).status).toMatchObject({ kind: 'done', outcome: 'granted' });
    expect(step(plan, renewal)).toMatchObject({
      status: { kind: 'open', waitingFor: 'agency' },
      handOver: 'pensionsmyndigheten',
      filing: 1,
    });
    expect(due(plan, renewal, 'pensionFirstMonth')?.date).toBe('2028-01-31');
  });

  it('wakes the case on the day of the renewal', () => {
    expect(planOf('2027-12-31', ...support).wakeOn).toBe('2028-01-01');
  });

  it.each([
    ['2029-03-01', 'open'],
    ['2029-03-02', 'done'],
  ])('is no longer waited for 60 days after its own year: on %s the renewal is %s', (on, kind) => {
    const open = [...support, opened(renewal, '2028-01-01')];
    expect(step(planOf(on, ...open), renewal).status.kind).toBe(kind);
  });

  it('is followed for two years, and then no more', () => {
    const plan = planOf('2029-02-01', ...support, after(renewal, 'granted', '2028-02-01'));
    const ours = plan.steps.filter(({ stepId }) => stepId.startsWith(STEP));
    expect(ours.map(({ stepId }) => stepId)).toEqual([STEP, renewal]);
  });

  it('does not come back where no such support was granted, or what was told of it cannot be read', () => {
    for (const decided of [granted(), granted('soon'), granted('0001-01-31')]) {
      const plan = planOf('2028-06-01', ...applied, decided);
      expect(plan.steps.filter(({ stepId }) => stepId.startsWith(STEP))).toHaveLength(1);
    }
  });

  it('keeps its renewals while the first decision is opened again, and loses them when it becomes a no', () => {
    const again = [...support, restarted(STEP, 'reopenings', '2028-02-01')];
    const count = (...events: readonly Event[]) =>
      planOf('2028-02-02', ...events).steps.filter(({ stepId }) => stepId.startsWith(STEP)).length;
    expect(count(...again)).toBe(2);
    expect(count(...again, reported(STEP, 'denied', '2028-02-01'))).toBe(1);
  });

  it('to come keeps no case open: it is no step before its day', () => {
    const ours = planOf('2027-06-01', ...support).steps.filter(({ stepId }) => stepId.startsWith(STEP));
    expect(ours.map(({ status }) => status.kind)).toEqual(['done']);
  });
});
