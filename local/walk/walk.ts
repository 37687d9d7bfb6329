import { type HouseholdFile, renumbered, rolesOf } from './household';
import { bringAll, casesOf, playMeetingDay, untilQuiet, type Walker } from './meeting-day';
import { letTimePass } from './passage';
import { noteDues, pathOf, type Seen } from './path';
import type { System, WalkedCase } from './system';

/** What to walk: a household, the seed of the agencies' lead times, the meeting day, and what makes this run its own. */
export type WalkOptions = {
  readonly household: HouseholdFile;
  readonly seed: string;
  readonly day: string;
  readonly run: string;
  readonly print: (line: string) => void;
};

/**
 * Walks a household from delgivning to the end of its cases on a running system: opens it through the API, plays the
 * staff on the meeting day, lets the engine skip the waiting, and prints every person's path in case dates. Gives the
 * cases as they are at the end. The agencies' answers depend on the seed only.
 */
export async function walkHousehold(system: System, options: WalkOptions): Promise<readonly WalkedCase[]> {
  const { household, seed, day, run, print } = options;
  const walkers = await openHousehold(system, household, seed, run);
  const seen: readonly Seen[] = walkers.map(({ role }) => ({ role, dues: new Map() }));
  const look = (cases: readonly WalkedCase[]) => seen.forEach((one, index) => noteDues(one, cases[index]));
  await holdAtAgencies(system, walkers, seed);
  await untilQuiet(system, walkers);

  await playMeetingDay(system, walkers, day, `${seed}-${run}`, look);
  await bringAll(system, walkers, new Date(`${day}T18:00:00+01:00`));
  print(`Meeting day ${day}, seed ${seed}`);
  for (const line of eveningOf(walkers, await casesOf(system, walkers))) print(line);

  await letTimePass(system, walkers, `${seed}-${run}`, look);
  const cases = await casesOf(system, walkers);
  for (const line of seen.flatMap((one, index) => ['', ...pathOf(one, cases[index])])) print(line);
  return cases;
}

async function openHousehold(
  system: System,
  household: HouseholdFile,
  seed: string,
  run: string,
): Promise<Walker[]> {
  const body = renumbered(household, seed, run);
  const opened = await system.post<{ cases: { caseId: string }[] }>(
    'system-migrationsverket',
    '/households',
    body,
    `walk-${seed}-${run}`,
  );
  const roles = rolesOf(household);
  return opened.cases.map(({ caseId }, index) => ({
    role: roles[index] ?? 'member',
    caseId,
    workflowId: `case-${caseId}`,
  }));
}

async function holdAtAgencies(system: System, walkers: readonly Walker[], seed: string): Promise<void> {
  const caseIds = walkers.map(({ caseId }) => caseId);
  for (const agency of system.agencies) await system.control(agency, '/hold', { caseIds, seed });
}

function eveningOf(walkers: readonly Walker[], cases: readonly WalkedCase[]): string[] {
  return walkers.map(({ role }, index) => {
    const walked = cases[index];
    const personnummer = walked?.steps.find(({ stepId }) => stepId === 'personnummer');
    const right = personnummer?.dues.find(({ kind }) => kind === 'right');
    const pending = personnummer?.status.kind === 'open' ? 'personnummer pending' : 'no personnummer pending';
    const demand = right ? `, a decision may be demanded from ${right.date} (${right.law})` : '';
    return `  ${role.padEnd(8)} ${walked?.milestone ?? '-'}, ${pending}${demand}`;
  });
}
