import { centreAnswer, centreChanges } from '../../../domain/law/etableringscentrum';
import { adult, day } from '../support';

const fromSyria = { origin: { bornIn: 'SY' } };
const bornInGermany = { origin: { bornIn: 'DE' } };
/** Sought asylum here before the permit, so that time in Sweden after it runs from the permit. */
const arrival = { arrivedOn: day('2013-09-01') };
const granted = { arrival, permit: { decidedOn: day('2024-01-11'), validFrom: day('2024-01-11') } };

describe('group 1 of Etableringscentrum: born outside EU and EES, at most 36 months here after the permit', () => {
  it.each([
    ['2027-01-10', 1],
    ['2027-01-11', 1],
    ['2027-01-12', 2],
  ])('granted on 11 January 2024, on %s: group %s', (on, group) => {
    expect(centreAnswer(adult({ ...fromSyria, ...granted }), day(on))).toMatchObject({ group });
  });

  it('counts from the arrival of one whose permit came first', () => {
    const quota = adult({ ...fromSyria, ...granted, arrival: { arrivedOn: day('2024-02-29') } });
    expect(centreAnswer(quota, day('2027-02-28'))).toEqual({
      group: 1,
      restsOn: ['origin', 'permit', 'arrival'],
    });
    expect(centreAnswer(quota, day('2027-03-01'))).toEqual({ group: 2, restsOn: ['permit'] });
  });

  it('counts a renewed permit from the first', () => {
    const renewed = adult({
      ...fromSyria,
      arrival,
      permit: { decidedOn: day('2027-01-05'), validFrom: day('2024-01-11') },
    });
    expect(centreAnswer(renewed, day('2027-01-12'))).toMatchObject({ group: 2 });
  });

  it('rests on permit and country of birth alone while the arrival is not known', () => {
    const unknown = adult({ ...fromSyria, ...granted, arrival: undefined });
    expect(centreAnswer(unknown, day('2027-01-11'))).toEqual({ group: 1, restsOn: ['origin', 'permit'] });
  });

  it('is not for the born in EU or EES', () => {
    expect(centreAnswer(adult({ ...bornInGermany, ...granted }), day('2027-01-11'))).toEqual({
      outside: 'bornInEuEea',
      restsOn: ['origin', 'permit'],
    });
  });
});

describe('relatives of the first group', () => {
  const anchor = (receivedOn: string) => ({
    anchor: { receivedOn: day(receivedOn), appliedOn: day('2023-01-01'), isSwedishCitizen: false },
  });

  it.each([
    ['2027-02-28', { group: 'relative', restsOn: ['permit', 'anchor'] }],
    ['2027-03-01', { group: 'relative', restsOn: ['permit', 'anchor'] }],
    ['2027-03-02', { outside: 'bornInEuEea', restsOn: ['origin', 'permit'] }],
  ])('born in EU, of one received on 1 March 2024, on %s', (on, expected) => {
    const permit = { ground: 'family', decidedOn: day('2026-01-11'), validFrom: day('2026-01-11') } as const;
    const child = adult({ ...bornInGermany, permit, ...anchor('2024-03-01') });
    expect(centreAnswer(child, day(on))).toEqual(expected);
  });

  it('may be told by how they were settled', () => {
    const settled = adult({
      ...bornInGermany,
      settlement: { form: 'anhorig' },
      ...anchor('2026-03-01'),
    });
    expect(centreAnswer(settled, day('2027-01-11'))).toEqual({
      group: 'relative',
      restsOn: ['settlement', 'anchor'],
    });
  });

  it('need an anchor that is known', () => {
    const alone = adult({ ...bornInGermany, settlement: { form: 'anhorig' } });
    expect(centreAnswer(alone, day('2027-01-11'))).toMatchObject({ outside: 'bornInEuEea' });
    const noRelative = adult({ ...bornInGermany, ...anchor('2026-03-01') });
    expect(centreAnswer(noRelative, day('2027-01-11'))).toMatchObject({ outside: 'bornInEuEea' });
  });
});

describe('group 2: a permit for longer than 36 months, after an assessment of the person', () => {
  it.each([
    ['2027-01-11', { outside: 'bornInEuEea' }],
    ['2027-01-12', { group: 2 }],
    ['2027-01-13', { group: 2 }],
  ])('wherever born: on %s', (on, expected) => {
    expect(centreAnswer(adult({ ...bornInGermany, ...granted }), day(on))).toMatchObject(expected);
  });
});

describe('group 3: born outside, permit in 2015 or later, unemployed, in a genomgångsbostad of the city', () => {
  const inNeed = (permitOn: string, different = {}) =>
    adult({
      ...fromSyria,
      arrival,
      permit: { decidedOn: day(permitOn), validFrom: day(permitOn) },
      occupation: { activity: 'unemployed', extent: 'full' },
      stay: { kommun: '0180' as never, dwelling: 'genomgangsbostad' },
      ...different,
    });

  it.each([
    ['2014-12-31', 2],
    ['2015-01-01', 3],
    ['2015-01-02', 3],
  ])('granted on %s: group %s', (permitOn, group) => {
    expect(centreAnswer(inNeed(permitOn), day('2027-01-11'))).toMatchObject({ group });
  });

  it('rests on all four', () => {
    expect(centreAnswer(inNeed('2016-05-01'), day('2027-01-11'))).toEqual({
      group: 3,
      restsOn: ['origin', 'permit', 'occupation', 'stay'],
    });
  });

  it.each([
    ['with work', { occupation: { activity: 'work', extent: 'full' } }],
    ['of unknown occupation', { occupation: undefined }],
    ['with a fixed dwelling', { stay: { kommun: '0180', dwelling: 'fixed' } }],
    ['born in EU', bornInGermany],
  ])('%s: group 2 at most', (_, different) => {
    expect(centreAnswer(inNeed('2016-05-01', different), day('2027-01-11'))).toMatchObject({ group: 2 });
  });
});

describe('the answer', () => {
  it('waits for permit and country of birth', () => {
    expect(centreAnswer(adult(), day('2027-01-11'))).toBeUndefined();
    expect(centreAnswer(adult({ ...fromSyria, permit: undefined }), day('2027-01-11'))).toBeUndefined();
  });

  it('may change on the day after each 36 months', () => {
    expect(centreChanges(adult({ ...granted, arrival: { arrivedOn: day('2024-02-29') } }))).toEqual([
      '2027-01-12',
      '2027-03-01',
    ]);
    expect(centreChanges(adult({ permit: undefined }))).toEqual([]);
  });
});
