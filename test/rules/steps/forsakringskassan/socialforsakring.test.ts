import { adult, after, day, due, handOver, MEETING_DAY, opened, step, wholePlanOn } from '../../support';

const served = after('delgivning', 'served');
const INSURANCE = 'socialforsakring';

describe('socialforsakring', () => {
  it('waits for delgivning, then for Försäkringskassan', () => {
    expect(step(wholePlanOn(MEETING_DAY, adult()), INSURANCE).status).toMatchObject({
      kind: 'blocked',
      by: ['delgivning'],
    });
    expect(step(wholePlanOn(MEETING_DAY, adult(), served), INSURANCE)).toMatchObject({
      agency: 'forsakringskassan',
      status: { kind: 'open', waitingFor: 'agency' },
      handOver: 'forsakringskassan',
    });
  });

  it('shows how long a notice loses nothing, until one is in or the person is registered', () => {
    const rule = 'insuredFromTheFirstDay';
    expect(due(wholePlanOn(MEETING_DAY, adult(), served), INSURANCE, rule)).toMatchObject({
      date: '2027-04-30',
      kind: 'right',
      law: 'SFB 5:11-12',
    });
    const filed = [served, opened(INSURANCE, MEETING_DAY), handOver(INSURANCE, 'filed')];
    const taken = wholePlanOn('2027-01-12', adult(), ...filed);
    expect(due(taken, INSURANCE, rule)).toBeUndefined();
    expect(due(taken, INSURANCE, 'demandDecision')?.date).toBe('2027-07-11');
    const registered = adult({ registration: { from: day('2027-01-11') } });
    expect(due(wholePlanOn(MEETING_DAY, registered, served), INSURANCE, rule)).toBeUndefined();
  });

  it('does not apply with temporary protection, also when registered', () => {
    const permit = { ground: 'temporaryProtection', validFrom: day('2025-06-01') } as const;
    const registration = { from: day('2026-06-01') };
    for (const facts of [adult({ permit }), adult({ permit, registration })]) {
      expect(step(wholePlanOn(MEETING_DAY, facts, served), INSURANCE).status).toEqual({
        kind: 'notApplicable',
        why: 'temporaryProtectionNotResident',
        law: 'SFB 5:3 andra stycket',
      });
    }
  });

  it('is for children and pensioners too', () => {
    for (const bornOn of ['2020-01-01', '1950-01-01']) {
      const facts = adult({ birth: { bornOn: day(bornOn) } });
      expect(step(wholePlanOn(MEETING_DAY, facts, served), INSURANCE).status.kind).toBe('open');
    }
  });

  it('opens on arrival for one served abroad', () => {
    const permit = { ground: 'quota', servedOn: day('2026-11-30') } as const;
    const at = (arrivedOn: string) =>
      step(wholePlanOn(MEETING_DAY, adult({ permit, arrival: { arrivedOn: day(arrivedOn) } })), INSURANCE)
        .status;
    expect(at('2027-01-12')).toMatchObject({ kind: 'blocked', until: '2027-01-12' });
    expect(at('2027-01-11').kind).toBe('open');
  });

  it('is reviewed within two months when it says not insured', () => {
    const refused = after(INSURANCE, 'notInsured', '2027-02-01', { servedOn: '2027-02-03' });
    const plan = wholePlanOn('2027-02-04', adult(), served, refused);
    expect(due(plan, INSURANCE, 'review')?.date).toBe('2027-04-05');
  });
});
