import { after, day, due, MEETING_DAY, opened, personBorn, step, wholePlanOn } from '../../support';

const asked = { preschoolRequest: { requestedOn: day('2027-01-11') } };
const registered = { registration: { kommun: '0484' as never, from: day('2027-02-01') } };

describe('förskola', () => {
  it('opens for a child of one and more when the guardians ask, before any personnummer', () => {
    const plan = wholePlanOn(MEETING_DAY, personBorn('2025-03-01', asked));
    expect(step(plan, 'forskola')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open', waitingFor: 'caseworker' },
      allowed: ['queued', 'placed', 'declinedOffer'],
    });
    expect(due(plan, 'forskola', 'preschoolWithinFourMonths')).toMatchObject({ date: '2027-05-11' });
  });

  it.each([
    ['2027-06-14', { kind: 'blocked', until: '2027-06-15', rule: 'preschoolFromAgeOne' }],
    ['2027-06-15', { kind: 'open' }],
    ['2027-06-16', { kind: 'open' }],
  ])('is held to the first birthday of a child asked for before: on %s', (on, status) => {
    const plan = wholePlanOn(on, personBorn('2026-06-15', asked));
    expect(step(plan, 'forskola').status).toMatchObject(status);
  });

  it('counts four months from the request also when the plan opens it later', () => {
    const facts = personBorn('2025-03-01', asked);
    const plan = wholePlanOn('2027-03-01', facts, opened('forskola', '2027-03-01'));
    expect(due(plan, 'forskola', 'preschoolWithinFourMonths')).toMatchObject({ date: '2027-05-11' });
  });

  it.each([
    ['2027-07-31', { kind: 'notApplicable', why: 'noPreschoolRequest' }],
    ['2027-08-01', { kind: 'open' }],
    ['2027-08-02', { kind: 'open' }],
  ])('is offered unasked from the autumn one turns three: on %s', (on, status) => {
    const plan = wholePlanOn(on, personBorn('2024-11-30', registered));
    expect(step(plan, 'forskola').status).toMatchObject(status);
    expect(due(plan, 'forskola', 'preschoolWithinFourMonths')).toBeUndefined();
  });

  it('is not offered unasked to a child who is not registered', () => {
    const plan = wholePlanOn('2027-08-01', personBorn('2024-11-30'));
    expect(step(plan, 'forskola').status).toEqual({
      kind: 'notApplicable',
      why: 'notRegistered',
      law: 'skollagen 8:14 b',
    });
  });

  it.each(['1990-05-14', '2020-12-31'])('is not for a person born %s', (bornOn) => {
    const plan = wholePlanOn(MEETING_DAY, personBorn(bornOn, asked));
    expect(step(plan, 'forskola').status).toMatchObject({ why: 'overPreschoolAge' });
  });

  it('wakes the case for the autumn in which it begins to apply', () => {
    const done = after('kommunmote', 'held');
    const plan = wholePlanOn('2027-07-31', personBorn('2024-11-30', registered), done);
    expect(plan.wakeOn).toBe('2027-08-01');
  });

  it('follows the stay, so it waits until that is known, also with skyddad folkbokföring (29:6)', () => {
    const unknown = wholePlanOn(MEETING_DAY, personBorn('2025-03-01', { ...asked, stay: undefined }));
    expect(step(unknown, 'forskola').status).toMatchObject({ kind: 'blocked', facts: ['stay'] });
    const hidden = personBorn('2025-03-01', {
      ...asked,
      registration: { kommun: '2281' as never, from: day('2027-01-04') },
      protectedIdentity: { level: 'skyddadFolkbokforing' },
    });
    const plan = wholePlanOn(MEETING_DAY, hidden);
    expect(step(plan, 'forskola').status.kind).toBe('open');
    expect(plan.kommun).toBe('0484');
  });

  it('stays open in the queue, and ends with a place or when the offer is declined', () => {
    const facts = personBorn('2025-03-01', asked);
    const queued = after('forskola', 'queued', '2027-01-20', { fields: { from: '2027-04-01' } });
    expect(step(wholePlanOn('2027-01-21', facts, queued), 'forskola').status.kind).toBe('open');
    const placed = wholePlanOn('2027-04-02', facts, queued, after('forskola', 'placed', '2027-04-01'));
    expect(step(placed, 'forskola').status).toMatchObject({ kind: 'done', outcome: 'placed' });
    const declined = wholePlanOn('2027-02-02', facts, after('forskola', 'declinedOffer', '2027-02-01'));
    expect(step(declined, 'forskola').status).toMatchObject({ kind: 'done', outcome: 'declinedOffer' });
  });

  it('is for children with temporary protection too, who are resident by LMA (29:2)', () => {
    const permit = { ground: 'temporaryProtection', validFrom: day('2027-01-04') } as const;
    const plan = wholePlanOn(MEETING_DAY, personBorn('2025-03-01', { ...asked, permit }));
    expect(step(plan, 'forskola').status.kind).toBe('open');
  });
});
