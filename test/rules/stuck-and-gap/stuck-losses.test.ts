import type { CaseFacts } from '../../../domain/model/facts';
import { stuckOf } from '../../../domain/process/stuck/stuck';
import type { StuckReason } from '../../../domain/process/stuck/reason';
import { adult, after, day, type Event, metAll, opened, personBorn, wholePlanOn } from '../support';

const facts = adult({
  income: { source: 'wage', from: day('2027-01-01') },
  permit: { validTo: day('2028-02-04') },
});

function stuckFor(kind: StuckReason['kind'], on: string, of: CaseFacts, ...events: readonly Event[]) {
  const found = stuckOf(wholePlanOn(on, of, ...events), of)?.reasons ?? [];
  return found
    .filter((reason) => reason.kind === kind)
    .map(({ step, since }) => `${kind} ${step ?? '-'} ${since}`);
}

describe('a permit that comes to its end', () => {
  const filed = after('forlangning', 'filed', '2027-11-20');
  const only = (on: string, ...events: Event[]) => stuckFor('expiring', on, facts, metAll(), ...events);

  it.each([
    ['2027-11-04', []],
    ['2027-11-05', ['expiring forlangning 2027-11-05']],
    ['2028-03-01', ['expiring forlangning 2027-11-05']],
  ])('is a reason with less than three months left: on %s %j', (on, expected) => {
    expect(only(on)).toEqual(expected);
  });

  it('is none once an extension is filed or granted, and one again when it is withdrawn', () => {
    expect(only('2027-11-21', filed)).toEqual([]);
    expect(only('2027-12-21', filed, after('forlangning', 'granted', '2027-12-20'))).toEqual([]);
    expect(only('2027-12-21', filed, after('forlangning', 'applicationWithdrawn', '2027-12-20'))).toEqual([
      'expiring forlangning 2027-11-05',
    ]);
  });
});

describe('a gap in income', () => {
  const underLma = adult({
    lma: { registered: true, housing: 'own' },
    lmaAid: { paidUntil: day('2027-03-31') },
  });
  const filed = [metAll(), after('afInskrivning', 'enrolled', '2027-01-13')];

  it.each([
    ['2027-03-01', []],
    ['2027-03-02', ['gap anvisningEtableringsprogrammet 2027-03-02']],
    ['2027-05-01', ['gap anvisningEtableringsprogrammet 2027-03-02']],
  ])('is a reason from 30 days before it begins: on %s %j', (on, expected) => {
    expect(stuckFor('gap', on, underLma, ...filed)).toEqual(expected);
  });

  it('lies at the pension for one past riktåldern, and at the bistånd for one with neither', () => {
    const pensioner = personBorn('1955-04-02');
    expect(stuckFor('gap', '2027-01-12', pensioner, metAll())).toEqual(['gap pensionsformaner 2027-01-04']);
    const pupil = personBorn('2008-06-01', { family: { parentsInSweden: true } });
    expect(stuckFor('gap', '2027-01-12', pupil, metAll(), opened('ekonomisktBistand', '2027-01-11'))).toEqual(
      ['gap ekonomisktBistand 2027-01-04'],
    );
  });

  it('is no reason once bistånd is granted for more than 30 days', () => {
    const granted = after('ekonomisktBistand', 'granted', '2027-03-20', { fields: { to: '2027-05-31' } });
    expect(stuckFor('gap', '2027-04-10', underLma, ...filed, granted)).toEqual([]);
  });
});
