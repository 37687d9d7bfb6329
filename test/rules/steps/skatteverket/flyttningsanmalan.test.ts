import {
  adult,
  after,
  day,
  due,
  MEETING_DAY,
  metAll,
  opened,
  planOn,
  reported,
  restarted,
  step,
} from '../../support';

const served = after('delgivning', 'served');
const registration = { kommun: '0484' as never, from: day('2027-01-11') };

describe('flyttningsanmalan', () => {
  it('is the newcomer’s to make, in person, once the permit is served', () => {
    const plan = planOn(MEETING_DAY, adult(), served);
    expect(step(plan, 'flyttningsanmalan')).toMatchObject({
      agency: 'skatteverket',
      kind: 'filing',
      status: { kind: 'open', waitingFor: 'newcomer', why: 'filingAwaited' },
      allowed: ['filed'],
      handOver: 'skatteverket',
    });
  });

  it.each([
    ['2027-01-31', 'comes', 0],
    ['2027-02-01', 'is today', 0],
    ['2027-02-02', 'has passed', 1],
  ])('has its duty of FOL 26 §: on %s the last day %s', (on, _, times) => {
    const plan = planOn(on, adult(), served, opened('flyttningsanmalan', MEETING_DAY));
    expect(due(plan, 'flyttningsanmalan', 'folkbokforingAnmalan')).toMatchObject({
      date: '2027-02-01',
      kind: 'duty',
      law: 'FOL 26 §',
      whose: 'newcomer',
    });
    expect(plan.passed.filter(({ rule }) => rule === 'folkbokforingAnmalan')).toHaveLength(times);
  });

  it('may have passed its duty when it opens', () => {
    const late = planOn('2027-05-03', adult(), after('delgivning', 'served', '2027-05-03'));
    expect(step(late, 'flyttningsanmalan').dues[0]).toMatchObject({
      rule: 'folkbokforingAnmalan',
      date: '2027-02-01',
    });
  });

  it('does not apply to someone already registered', () => {
    const plan = planOn(MEETING_DAY, adult({ registration }), served);
    expect(step(plan, 'flyttningsanmalan').status).toEqual({
      kind: 'notApplicable',
      why: 'alreadyRegistered',
      law: 'FOL 26 §',
    });
    expect(step(plan, 'personnummer').status).toMatchObject({
      kind: 'notApplicable',
      why: 'alreadyRegistered',
    });
  });

  it('stays done when the registration comes from the case itself, and can be opened again after it', () => {
    const registered = [metAll(), reported('personnummer', 'registered', '2027-02-08')];
    const done = planOn('2027-02-09', adult({ registration }), ...registered);
    expect(step(done, 'flyttningsanmalan').status.kind).toBe('done');
    expect(step(done, 'personnummer').status.kind).toBe('done');
    const again = planOn(
      '2027-02-10',
      adult({ registration }),
      ...registered,
      restarted('flyttningsanmalan', 'reopenings', '2027-02-10'),
    );
    expect(step(again, 'flyttningsanmalan')).toMatchObject({ status: { kind: 'open' }, filing: 2 });
  });

  describe('under temporary protection (lag 2024:691 5 §)', () => {
    const protectedTo = (validTo: string) =>
      adult({
        permit: { ground: 'temporaryProtection', validFrom: day('2026-03-05'), validTo: day(validTo) },
      });

    it.each([
      ['2027-03-04', 'blocked'],
      ['2027-03-05', 'open'],
      ['2027-03-06', 'open'],
    ])('on %s is %s', (on, kind) => {
      const plan = planOn(on, protectedTo('2028-03-04'), served);
      expect(step(plan, 'flyttningsanmalan').status.kind).toBe(kind);
    });

    it('says until when it is held back, and wakes then', () => {
      const plan = planOn('2027-03-04', protectedTo('2028-03-04'), metAllBut());
      expect(step(plan, 'flyttningsanmalan').status).toMatchObject({
        until: '2027-03-05',
        rule: 'lag 2024:691 5 §',
      });
      expect(plan.wakeOn).toBe('2027-03-05');
    });

    it('does not apply when the permit ends before six months more, and applies once it is extended', () => {
      const short = planOn('2027-03-10', protectedTo('2027-03-31'), served);
      expect(step(short, 'flyttningsanmalan').status).toMatchObject({ why: 'temporaryProtectionTooShort' });
      const extended = planOn('2027-03-10', protectedTo('2028-03-31'), served);
      expect(step(extended, 'flyttningsanmalan').status.kind).toBe('open');
    });
  });
});

function metAllBut() {
  const events = [served, after('etableringssamtal', 'held'), after('kommunmote', 'held')];
  return (records: Parameters<typeof served>[0]) => events.reduce((before, event) => event(before), records);
}
