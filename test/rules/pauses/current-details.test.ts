import type { CaseId } from '../../../domain/model/ids';
import { currentDetails } from '../../../domain/process/judging/current-details';
import { digestOf, openedRecords } from '../../../domain/process/judging/digest';
import {
  adult,
  after,
  type Event,
  noon,
  paused,
  planFirstCut,
  recordsAfter,
  waitingForPersonnummer,
} from '../support';

function detailsOn(on: string, ...events: Event[]): string {
  const records = recordsAfter(...events);
  const plan = planFirstCut(adult(), records, noon(on));
  return currentDetails(digestOf(plan, adult(), 'case' as CaseId), openedRecords(plan, records));
}

describe('what Temporal shows of a case', () => {
  it('is each open step: whose, for whom it waits, since and until when; and how many wait behind', () => {
    expect(detailsOn('2027-01-05').split('\n')).toEqual([
      '- **delgivning** (migrationsverket) waits for caseworker since 2027-01-05, due 2027-01-15',
      '- **sfi** (kommun) waits for agency since 2027-01-05, due 2027-02-05',
      '',
      '4 blocked',
    ]);
  });

  it('is the same the day after when nothing has come or gone', () => {
    const opened = ['delgivning', 'sfi'].map((step): Event => (records) => ({
      ...records,
      [step]: { ...openedOn('2027-01-05', records, step) },
    }));
    expect(detailsOn('2027-01-06', ...opened)).toBe(detailsOn('2027-01-05'));
  });

  it('says which steps rest', () => {
    const details = detailsOn('2027-01-20', waitingForPersonnummer(), paused('sfi', '2027-01-12'));
    expect(details.split('\n')).toEqual([
      '- **personnummer** (skatteverket) waits for agency since 2027-01-11, due 2027-02-08',
      '- **sfi** is paused',
      '',
      '0 blocked',
    ]);
  });

  it('names the newcomer where it is the newcomer’s move', () => {
    expect(detailsOn('2027-01-11', after('delgivning', 'served'))).toContain(
      '**flyttningsanmalan** (skatteverket) waits for newcomer since 2027-01-11',
    );
  });
});

function openedOn(on: string, records: ReturnType<typeof recordsAfter>, step: string) {
  const plan = planFirstCut(adult(), records, noon(on));
  return openedRecords(plan, records)[step as never];
}
