import path from 'node:path';
import { readHousehold } from '../../local/walk/household';
import { connectSystem, type System, type WalkedCase } from '../../local/walk/system';
import { walkHousehold } from '../../local/walk/walk';
import { repositoryRoot } from '../../platform/root';
import { FIRST_CUT } from '../rules/support';
import { startSystem, type TestSystem } from '../support/system';
import { nextWednesday } from './next-wednesday';

describe('the Eskilstuna family walks from delgivning to SFI, where only these steps are carried', () => {
  let running: TestSystem;
  let system: System;
  let lines: string[];
  let cases: readonly WalkedCase[];
  const day = nextWednesday();

  beforeAll(async () => {
    running = await startSystem({ variables: { STEPS: FIRST_CUT.join(','), NAVET_POLL_SECONDS: '1' } });
    system = await connectSystem(running);
    ({ lines, cases } = await walk('first'));
  });
  afterAll(async () => {
    await system.close();
    await running.stop();
  });

  async function walk(run: string) {
    const printed: string[] = [];
    const household = readHousehold(path.join(repositoryRoot(), 'examples', 'eskilstuna-family.json'));
    const options = { household, seed: '1', day, run, print: (line: string) => printed.push(line) };
    return { cases: await walkHousehold(system, options), lines: printed };
  }

  it('is inskriven that evening, all four, while the personnummer is pending', () => {
    const evening = lines.filter((line) => line.includes('inskriven, personnummer pending'));
    expect(evening).toHaveLength(4);
    expect(evening.every((line) => line.includes('12 §'))).toBe(true);
  });

  it.each([
    ['adult 1', 0],
    ['adult 2', 1],
  ])('takes %s through the whole path, SFI started', (_, index) => {
    expect(pathwayOf(cases[index])).toEqual({
      delgivning: 'served',
      etableringssamtal: 'held',
      kommunmote: 'held',
      flyttningsanmalan: 'filed',
      personnummer: 'registered',
      sfi: 'started',
    });
  });

  it.each([
    ['child 1', 2],
    ['child 2', 3],
  ])('takes %s to a personnummer, without the steps of adults', (_, index) => {
    expect(pathwayOf(cases[index])).toEqual({
      delgivning: 'served',
      etableringssamtal: 'notApplicable',
      kommunmote: 'held',
      flyttningsanmalan: 'filed',
      personnummer: 'registered',
      sfi: 'notApplicable',
    });
  });

  it('closes every case with its path done, 14 days after the last step', () => {
    for (const walked of cases) {
      expect(walked.state).toBe('closed');
      expect(walked.milestones.map(({ kind }) => kind)).toEqual(['inskriven', 'folkbokford', 'avslutad']);
      expect(walked.milestones.at(-1)?.result).toBe('pathDone');
    }
  });

  it('names the law of every due date', () => {
    const dues = lines.filter((line) => /^ {4}\d{4}-\d{2}-\d{2}/.test(line));
    expect(dues.length).toBeGreaterThan(12);
    expect(dues.some((line) => line.includes('FOL'))).toBe(true);
    expect(dues.some((line) => line.includes('FL'))).toBe(true);
  });

  it('says the same again for another household with the same seed', async () => {
    const again = await walk('second');
    expect(again.lines).toEqual(lines);
    expect(again.cases[0]?.caseId).not.toBe(cases[0]?.caseId);
  });
});

function pathwayOf(walked: WalkedCase | undefined): Record<string, string> {
  const carried = (walked?.steps ?? []).filter(({ stepId }) => FIRST_CUT.includes(stepId));
  const entries = carried.map(({ stepId, status }) => [stepId, status.outcome ?? status.kind]);
  return Object.fromEntries(entries) as Record<string, string>;
}
