import {
  adult,
  after,
  day,
  due,
  handOver,
  MEETING_DAY,
  opened,
  personBorn,
  planOn,
  reported,
  step,
} from '../../support';

const waiting = [opened('sfi', MEETING_DAY), handOver('sfi', 'filed', '2027-01-13')];

describe('sfi', () => {
  it('is open from the day the kommun of stay is known, before delgivning and before any personnummer', () => {
    expect(step(planOn(MEETING_DAY, adult()), 'sfi')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open', waitingFor: 'agency', why: 'answerAwaited' },
      allowed: ['received', 'notReceived', 'started'],
      handOver: 'kommun',
    });
    expect(step(planOn(MEETING_DAY, adult({ stay: undefined })), 'sfi').status).toMatchObject({
      kind: 'blocked',
      facts: ['stay'],
    });
  });

  it.each([
    ['2011-12-31', '2027-06-30', 'notApplicable'],
    ['2011-12-31', '2027-07-01', 'open'],
    ['2011-12-31', '2027-07-02', 'open'],
    ['2012-01-01', '2027-07-01', 'notApplicable'],
  ])('born %s, on %s: %s (skollagen 20:31)', (bornOn, on, kind) => {
    expect(step(planOn(on, personBorn(bornOn)), 'sfi').status.kind).toBe(kind);
  });

  it('is not for someone who has Swedish', () => {
    expect(step(planOn(MEETING_DAY, adult({ language: { lacksSwedish: false } })), 'sfi').status).toEqual({
      kind: 'notApplicable',
      why: 'hasSwedish',
      law: 'skollagen 20:31',
    });
    const lacking = planOn(MEETING_DAY, adult({ language: { lacksSwedish: true } }));
    expect(step(lacking, 'sfi').status.kind).toBe('open');
  });

  it('is not for temporary protection before the right arises', () => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2026-03-05'),
      validTo: day('2028-03-04'),
    };
    const on = (date: string) => step(planOn(date, adult({ permit: permit as never })), 'sfi').status;
    expect(on('2027-03-04')).toMatchObject({ kind: 'blocked', until: '2027-03-05' });
    expect(on('2027-03-05').kind).toBe('open');
  });

  it('opens on arrival for someone served abroad, and not before the day of arrival', () => {
    const permit = { ground: 'quota', servedOn: day('2026-11-30') } as const;
    const arriving = (arrivedOn?: string) => {
      const facts = adult({ permit, arrival: arrivedOn ? { arrivedOn: day(arrivedOn) } : undefined });
      return step(planOn(MEETING_DAY, facts), 'sfi');
    };
    expect(arriving().status).toEqual({ kind: 'blocked', by: [], facts: ['arrival'] });
    expect(arriving('2027-01-12')).toMatchObject({
      status: { kind: 'blocked', by: [], facts: [], until: '2027-01-12', rule: 'arrival' },
      dues: [],
    });
    expect(arriving('2027-01-12').handOver).toBeUndefined();
    expect(arriving('2027-01-11').status.kind).toBe('open');
  });

  it('needs no day of arrival of someone who is served here', () => {
    expect(step(planOn(MEETING_DAY, adult({ arrival: undefined })), 'sfi').status.kind).toBe('open');
  });

  it('is to begin within a month of the day the kommun got the application', () => {
    const plan = planOn('2027-01-14', adult(), ...waiting);
    expect(due(plan, 'sfi', 'sfiWithinOneMonth')).toMatchObject({ date: '2027-02-13', kind: 'target' });
    expect(due(plan, 'sfi', 'sfiWithinThreeMonths')).toMatchObject({ date: '2027-04-05', kind: 'duty' });
  });

  it('stays open when the person is received, and is done when it started', () => {
    const received = reported('sfi', 'received', '2027-01-20');
    expect(step(planOn('2027-01-21', adult(), ...waiting, received), 'sfi').status.kind).toBe('open');
    const started = reported('sfi', 'started', '2027-02-15');
    const plan = planOn('2027-02-16', adult(), ...waiting, received, started);
    expect(step(plan, 'sfi')).toMatchObject({
      status: { kind: 'done', outcome: 'started', on: '2027-02-15' },
      allowed: ['reopening', 'interrupted', 'resumed', 'ended'],
    });
  });

  it('does not count later news of the course as its end', () => {
    const plan = planOn(
      '2027-09-01',
      adult(),
      ...waiting,
      reported('sfi', 'started', '2027-02-15'),
      reported('sfi', 'interrupted', '2027-03-01'),
      reported('sfi', 'ended', '2027-08-31'),
    );
    expect(step(plan, 'sfi').status).toEqual({ kind: 'done', outcome: 'started', on: '2027-02-15' });
  });

  it('may be refused, and the refusal appealed to Skolväsendets överklagandenämnd', () => {
    const refused = reported('sfi', 'notReceived', '2027-01-20', { servedOn: '2027-01-25' });
    const plan = planOn('2027-01-26', adult(), ...waiting, refused);
    expect(step(plan, 'sfi')).toMatchObject({
      status: { kind: 'open', waitingFor: 'newcomer', why: 'refused' },
      allowed: ['appealFiled', 'newApplication', 'letStand'],
    });
    expect(due(plan, 'sfi', 'appeal')).toMatchObject({ date: '2027-02-15', law: 'skollagen 28:12; FL 44 §' });
  });

  it('takes an answer by a caseworker as well', () => {
    const plan = planOn('2027-02-16', adult(), after('sfi', 'started', '2027-02-15'));
    expect(step(plan, 'sfi').status.kind).toBe('done');
  });
});
