import { adult, personBorn } from '../support';
import { caseOf, jsonLines, written } from './cases';
import { type ChangedDomain, changedDomain } from './changed-domain';

const THROWS = {
  file: 'process/plan.ts',
  from: 'const today = stockholmDay(now);',
  to: "const today = stockholmDay(now); if (facts.birth?.bornOn === '1990-05-14') throw new TypeError(facts.birth.bornOn);",
};

describe('comparing', () => {
  let changed: ChangedDomain;
  let file: string;

  beforeAll(() => {
    changed = changedDomain();
    file = written(changed.root, 'cases.jsonl', jsonLines(caseOf('adult', adult())));
  });

  it.each(['nosuch', 'HEAD~5', '--help', 'HEAD:domain', ''])(
    'refuses %j as a ref, naming it',
    async (ref) => {
      await expect(changed.rules(['diff', '--file', file, '--', ref])).rejects.toThrow(
        `"${ref}" names no commit of ${changed.root}`,
      );
    },
  );

  it('says so where there is no database', async () => {
    await expect(changed.rules(['diff', 'HEAD'])).rejects.toThrow('no DATABASE_URL is set');
  });

  it.each([
    [['differ']],
    [['diff']],
    [['diff', 'HEAD', 'HEAD']],
    [['diff', 'HEAD', '--on', '2027-02-30']],
    [['diff', 'HEAD', '--file', 'cases.jsonl', '--database']],
    [['export', '--json']],
    [[]],
  ])('explains itself when called by %j', async (args) => {
    await expect(changed.rules(args)).rejects.toThrow('usage: ');
  });

  it('explains itself when asked to', async () => {
    expect(await changed.rules(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('usage: '),
    });
  });
});

describe('a version that cannot plan', () => {
  it('is refused by name when it does not compile, or has no planner', async () => {
    const changed = changedDomain({
      file: 'process/plan.ts',
      from: 'export function',
      to: 'export funktion',
    });
    const file = written(changed.root, 'cases.jsonl', '');
    const unreadable = changed.rules(['diff', 'HEAD', '--file', file]);
    await expect(unreadable).rejects.toThrow(
      /^the working tree does not compile: domain\/process\/plan\.ts\(/,
    );
    changed.git('rm', '-r', '--quiet', '--force', 'domain');
    written(changed.root, 'readme', 'nothing');
    changed.git('add', 'readme');
    changed.git('commit', '--quiet', '--message=without a domain');
    await expect(changed.rules(['diff', 'HEAD', '--file', file])).rejects.toThrow(/has no domain\/$/);
  });

  it('is told for each case on which it throws, and does not hide the others or quote a person', async () => {
    const changed = changedDomain(THROWS);
    const cases = jsonLines(caseOf('thrown', adult()), caseOf('planned', personBorn('1995-01-01')));
    const file = written(changed.root, 'cases.jsonl', cases);
    const { out, code } = await changed.rules(['diff', 'HEAD', '--file', file, '--on', '2027-01-12']);
    expect(code).toBe(2);
    expect(out).toMatch(
      /^case thrown on 2027-01-12 failed \(after: TypeError at domain\/process\/plan\.js:\d+\)\n/,
    );
    expect(out).toMatch(/0 of 2 cases affected; 1 failed\n$/);
    expect(out).not.toContain('1990-05-14');
  });

  it('ends the comparison when it ends by itself', async () => {
    const changed = changedDomain({ file: 'process/plan.ts', from: /$/, to: '\nprocess.exit(3);\n' });
    const file = written(changed.root, 'cases.jsonl', jsonLines(caseOf('adult', adult())));
    await expect(changed.rules(['diff', 'HEAD', '--file', file])).rejects.toThrow(
      'the planner of the working tree ended by itself',
    );
  });
});
