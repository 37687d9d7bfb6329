import path from 'node:path';
import { readHousehold } from '../../local/walk/household';
import { connectSystem, type System, type WalkedCase } from '../../local/walk/system';
import { walkHousehold } from '../../local/walk/walk';
import { repositoryRoot } from '../../platform/root';
import { startSystem, type TestSystem } from '../support/system';
import { nextWednesday } from './next-wednesday';

describe('the Eskilstuna family walks the whole path', () => {
  let running: TestSystem;
  let system: System;
  let cases: readonly WalkedCase[];

  beforeAll(async () => {
    running = await startSystem();
    system = await connectSystem(running);
    const household = readHousehold(path.join(repositoryRoot(), 'examples', 'eskilstuna-family.json'));
    const options = { household, seed: '1', day: nextWednesday(), run: 'whole', print: () => undefined };
    cases = await walkHousehold(system, options);
  }, 600_000);
  afterAll(async () => {
    await system.close();
    await running.stop();
  });

  it('to the end of every case, no step left open', () => {
    for (const walked of cases) {
      expect(walked.state).toBe('closed');
      const kinds = walked.steps.map(({ status }) => status.kind);
      expect(kinds.filter((kind) => kind !== 'done' && kind !== 'notApplicable')).toEqual([]);
    }
  });

  it.each([0, 1])('adult %i through two years of the programme, until its time has ended', (index) => {
    const { milestones } = walkedCase(index);
    expect(milestones.map(({ kind }) => kind)).toEqual([
      'inskriven',
      'folkbokford',
      'iProgrammet',
      'avslutad',
    ]);
    expect(milestones.at(-1)?.result).toBe('timeEnded');
    expect(occurrencesOf(index, 'aktivitetsrapport').length).toBeGreaterThanOrEqual(20);
    expect(occurrencesOf(index, 'handlingsplan').length).toBeGreaterThanOrEqual(4);
  });

  it('with one application for the household until the first allowance comes', () => {
    const [bistand] = occurrencesOf(0, 'ekonomisktBistand');
    const [allowance] = occurrencesOf(0, 'etableringsersattning');
    expect(occurrencesOf(1, 'ekonomisktBistand')[0]?.status.why).toBe('appliedForByHousehold');
    expect(bistand?.status.outcome).toBe('granted');
    expect(allowance?.status.outcome).toBe('granted');
    expect(String(bistand?.status.on) < String(allowance?.status.on)).toBe(true);
  });

  it('the children to a place in school and preschool, and none of the steps of adults', () => {
    expect(outcomeOf(2, 'skola')).toBe('placed');
    expect(outcomeOf(3, 'forskola')).toBe('placed');
    for (const child of [2, 3]) {
      expect(walkedCase(child).milestones.at(-1)?.result).toBe('pathDone');
      expect(occurrencesOf(child, 'ekonomisktBistand').map(({ status }) => status.why)).toEqual([
        'householdBenefit',
      ]);
    }
  });

  function walkedCase(index: number): WalkedCase {
    const walked = cases[index];
    if (!walked) throw new Error(`the household has no member ${index}`);
    return walked;
  }

  function occurrencesOf(index: number, step: string) {
    return walkedCase(index).steps.filter(({ stepId }) => stepId === step || stepId.startsWith(`${step}:`));
  }

  function outcomeOf(index: number, step: string): string | undefined {
    return occurrencesOf(index, step)[0]?.status.outcome;
  }
});
