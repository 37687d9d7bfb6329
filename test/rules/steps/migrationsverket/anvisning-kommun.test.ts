import { stepDefinition } from '../../../../domain/process/steps/catalogue';
import { adult, after, day, due, opened, personBorn, step, wholePlanOn } from '../../support';

const anvisad = { settlement: { form: 'anvisad' } } as const;
const assigned = after('anvisningKommun', 'assigned', '2027-01-14', { fields: { kommun: '0484' } });

describe('anvisning to a kommun', () => {
  it.each(['anvisad', 'kvot'] as const)('is for the %s', (form) => {
    const plan = wholePlanOn('2027-01-11', adult({ settlement: { form } }));
    expect(step(plan, 'anvisningKommun')).toMatchObject({
      status: { kind: 'open' },
      allowed: ['assigned', 'noneYet', 'notUsable'],
    });
  });

  it.each([
    ['own housing', adult({ settlement: { form: 'egenbosatt' } }), 'notForAssignment'],
    ['a relative', adult({ settlement: { form: 'anhorig' } }), 'notForAssignment'],
    ['one of whom it is not known', adult(), 'notForAssignment'],
    [
      'a child alone here',
      personBorn('2012-05-01', { ...anvisad, family: { parentsInSweden: false } }),
      'assignedAsUnaccompanied',
    ],
  ])('is not for %s, and neither is mottagande', (_, facts, why) => {
    const plan = wholePlanOn('2027-01-11', facts);
    const expected = { kind: 'notApplicable', why, law: 'lag 2016:38 2-5 §§' };
    expect(step(plan, 'anvisningKommun').status).toEqual(expected);
    expect(step(plan, 'mottagande').status).toEqual(expected);
  });

  it.each([
    ['2027-03-04', 'blocked'],
    ['2027-03-05', 'open'],
    ['2027-03-06', 'open'],
  ])('is for temporary protection after 12 months: on %s %s', (on, kind) => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2026-03-05'),
      validTo: day('2028-03-04'),
    } as const;
    expect(step(wholePlanOn(on, adult({ ...anvisad, permit })), 'anvisningKommun').status.kind).toBe(kind);
  });

  it('stays open while there is no place yet', () => {
    const plan = wholePlanOn('2027-02-11', adult(anvisad), after('anvisningKommun', 'noneYet', '2027-02-10'));
    expect(step(plan, 'anvisningKommun').status.kind).toBe('open');
    expect(step(plan, 'mottagande').status).toMatchObject({ kind: 'blocked', by: ['anvisningKommun'] });
  });

  it('ends with the kommun, and may not be appealed', () => {
    const plan = wholePlanOn('2027-01-15', adult(anvisad), assigned);
    expect(step(plan, 'anvisningKommun')).toMatchObject({
      status: { kind: 'done', outcome: 'assigned', on: '2027-01-14' },
      allowed: ['reopening'],
    });
  });

  it('ends when no place can be used: from then the person is egenbosatt and nobody is to receive', () => {
    const notUsable = after('anvisningKommun', 'notUsable', '2027-02-10');
    const plan = wholePlanOn('2027-02-11', adult({ settlement: { form: 'egenbosatt' } }), notUsable);
    expect(step(plan, 'anvisningKommun').status).toMatchObject({ kind: 'done', outcome: 'notUsable' });
    expect(step(plan, 'mottagande').status).toEqual({
      kind: 'notApplicable',
      why: 'placeNotUsable',
      law: 'lag 2016:38 2-5 §§',
    });
    const facts = stepDefinition('anvisningKommun')?.outcomes.notUsable?.facts;
    expect(facts?.({}, day('2027-02-10'))).toEqual([{ kind: 'settlement', form: 'egenbosatt' }]);
  });
});

describe('mottagande in the kommun', () => {
  it.each([
    ['the assigned', adult(anvisad), '2027-03-15'],
    ['quota', adult({ settlement: { form: 'kvot' } }), undefined],
  ])('has a last day two months after the assignment: %s %s', (_, facts, date) => {
    const plan = wholePlanOn('2027-01-15', facts, assigned);
    expect(step(plan, 'mottagande')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open' },
      allowed: ['received', 'declined'],
    });
    expect(due(plan, 'mottagande', 'receiveAssigned')?.date).toBe(date);
  });

  it.each(['received', 'declined'])('ends with %s', (outcome) => {
    const plan = wholePlanOn(
      '2027-03-02',
      adult(anvisad),
      assigned,
      opened('mottagande', '2027-01-14'),
      after('mottagande', outcome, '2027-03-01'),
    );
    expect(step(plan, 'mottagande')).toMatchObject({
      status: { kind: 'done', outcome, on: '2027-03-01' },
      dues: [],
    });
  });
});
