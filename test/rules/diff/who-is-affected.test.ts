import { adult, personBorn, waitingForPersonnummer } from '../support';
import { caseOf, jsonLines, written } from './cases';
import { type ChangedDomain, changedDomain } from './changed-domain';

/** Skatteverket is reminded after three weeks instead of four. */
const SOONER = { file: 'process/steps/skatteverket/personnummer.ts', from: '[4, 8, 18]', to: '[3, 8, 18]' };

const REGISTERED = adult({ registration: { kommun: '0484' as never, from: '2027-01-05' as never } });

describe('a changed number of weeks', () => {
  let changed: ChangedDomain;
  let file: string;

  beforeAll(() => {
    changed = changedDomain(SOONER);
    const cases = jsonLines(
      caseOf('waiting', adult(), waitingForPersonnummer('2027-01-11')),
      caseOf('registered', REGISTERED),
    );
    file = written(changed.root, 'cases.jsonl', cases);
  });

  it('is told for each case that it reaches, with totals', async () => {
    const { out, code } = await changed.rules(['diff', 'HEAD', '--file', file, '--on', '2027-02-03']);
    expect(code).toBe(0);
    expect(out).toContain('case waiting on 2027-02-03\n');
    expect(out).toContain('  personnummer errand reminder 3: none → to be sent\n');
    expect(out).not.toContain('registered');
    expect(out).toMatch(/cases by change:\n(.*\n)* {2}1 {2}personnummer errand reminder 3\n/);
    expect(out).toMatch(
      /HEAD \([0-9a-f]{7}\) compared with the working tree, 2027-02-03\n1 of 2 cases affected; 0 failed\n$/,
    );
  });

  it('is told to programs as one JSON document', async () => {
    const { out } = await changed.rules(['diff', 'HEAD', '--file', file, '--on', '2027-02-03', '--json']);
    const told = JSON.parse(out) as { cases: object[]; totals: object };
    expect(told).toMatchObject({ compared: { after: 'the working tree', on: '2027-02-03' } });
    expect(told.cases).toHaveLength(1);
    expect(told.cases[0]).toMatchObject({ caseId: 'waiting', kind: 'affected', day: '2027-02-03' });
    expect(told.totals).toMatchObject({ cases: 2, affected: 1, failed: 0 });
    expect(told.cases[0]).toHaveProperty(
      'changes',
      expect.arrayContaining([
        { step: 'personnummer', kind: 'errand', what: 'reminder 3', after: 'to be sent' },
      ]),
    );
  });

  it('is tried on the last day that a case has seen, where that lies ahead of today', async () => {
    const ahead = { ...caseOf('ahead', adult(), waitingForPersonnummer('2027-01-11')), asOf: '2198-02-03' };
    const cases = written(changed.root, 'ahead.jsonl', jsonLines(ahead));
    const { out } = await changed.rules(['diff', 'HEAD', '--file', cases]);
    expect(out).toContain('case ahead on 2198-02-03\n');
    expect(out).toContain('each case on its own day\n');
  });

  it('reaches nobody once it is committed', async () => {
    const same = changedDomain();
    const { out, code } = await same.rules(['diff', 'HEAD', '--file', file, '--on', '2027-02-03']);
    expect(code).toBe(0);
    expect(out).toMatch(/0 of 2 cases affected; 0 failed\n$/);
    expect(out).not.toContain('cases by change');
  });
});

describe('a step that no longer applies', () => {
  it('is told by its status, its dates and what may not be said any more', async () => {
    const changed = changedDomain({
      file: 'process/steps/skatteverket/personnummer.ts',
      from: 'appliesTo: notYetRegistered',
      to: "appliesTo: () => ({ kind: 'notApplicable', why: 'abolished' })",
    });
    const cases = [caseOf('adult', adult()), caseOf('child', personBorn('2020-03-01'))];
    const file = written(changed.root, 'cases.json', JSON.stringify(cases, null, 2));
    const { out } = await changed.rules(['diff', 'HEAD', '--file', file, '--on', '2027-01-12', '--json']);
    const { cases: told, totals } = JSON.parse(out) as {
      cases: { changes: object[] }[];
      totals: { changes: object[] };
    };
    expect(told).toHaveLength(2);
    expect(told[0]?.changes).toContainEqual({
      step: 'flyttningsanmalan',
      kind: 'status',
      before: 'blocked(by delgivning)',
      after: 'notApplicable(abolished)',
    });
    expect(totals.changes).toContainEqual({
      step: 'flyttningsanmalan',
      kind: 'status',
      what: 'blocked → notApplicable',
      cases: 2,
    });
  });
});
