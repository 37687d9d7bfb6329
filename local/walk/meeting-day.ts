import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../api-client';
import { type System, type WalkedCase, WalkFailed } from './system';

/** A person of the household on the walk, by role and not by name. */
export type Walker = { readonly role: string; readonly caseId: string; readonly workflowId: string };

/** What the staff of one desk records for everyone whom the step concerns. */
type Station = {
  readonly hour: string;
  readonly identity: string;
  readonly stepId: string;
  readonly answer: Readonly<Record<string, string>>;
};

/** The meetings of a Mötesplats in their order (Eskilstuna 2017); hours of the day in Sweden. */
const STATIONS: readonly Station[] = [
  {
    hour: '09',
    identity: 'caseworker-migrationsverket',
    stepId: 'delgivning',
    answer: { outcome: 'served', howServed: 'in person, with interpreter' },
  },
  {
    hour: '10',
    identity: 'caseworker-arbetsformedlingen',
    stepId: 'etableringssamtal',
    answer: { outcome: 'held' },
  },
  {
    hour: '11',
    identity: 'caseworker-skatteverket',
    stepId: 'flyttningsanmalan',
    answer: { outcome: 'filed' },
  },
  { hour: '12', identity: 'caseworker-kommun', stepId: 'kommunmote', answer: { outcome: 'held' } },
];

/**
 * Plays the staff of the four desks on one day: skips every case to the desk's hour, then records the step of each
 * person whom it concerns. `look` sees the cases before each desk. They are quiet when it returns.
 */
export async function playMeetingDay(
  system: System,
  walkers: readonly Walker[],
  day: string,
  run: string,
  look: (cases: readonly WalkedCase[]) => void,
): Promise<void> {
  await recordStations(system, walkers, day, run, async (hour) => {
    await bringAll(system, walkers, new Date(`${day}T${hour}:00:00+01:00`));
    look(await casesOf(system, walkers));
  });
  await untilQuiet(system, walkers);
}

/** Records what the four desks do for these cases, in their order; `before` is called with the hour of each desk. */
export async function recordStations(
  api: ApiClient,
  cases: readonly { readonly caseId: string }[],
  day: string,
  run: string,
  before: (hour: string) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const { hour, identity, stepId, answer } of STATIONS) {
    await before(hour);
    for (const { caseId } of cases) {
      if (!(await isOpen(api, caseId, stepId))) continue;
      const completion = `/cases/${caseId}/steps/${stepId}/completion`;
      await api.post(identity, completion, { ...answer, on: day }, `${run}-${caseId}-${stepId}`);
    }
  }
}

/** Skips the time of every open case forward to a moment. */
export async function bringAll(system: System, walkers: readonly Walker[], moment: Date): Promise<void> {
  await Promise.all(walkers.map(({ workflowId }) => system.clockOf(workflowId).bringTo(moment)));
}

/** The household's cases as the API answers them now, in the walkers' order. */
export async function casesOf(api: ApiClient, walkers: readonly Walker[]): Promise<WalkedCase[]> {
  return Promise.all(walkers.map(({ caseId }) => api.get<WalkedCase>('coordinator', `/cases/${caseId}`)));
}

/** Waits until nothing is on its way in any of the workflows; half a minute at most. */
export async function untilQuiet(system: System, walkers: readonly Walker[]): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (let quiet = 0; quiet < 2;) {
    const all = await Promise.all(walkers.map(({ workflowId }) => system.isQuiet(workflowId)));
    quiet = all.every(Boolean) ? quiet + 1 : 0;
    if (Date.now() > deadline) throw new WalkFailed('the cases do not come to rest');
    await pause(20);
  }
}

async function isOpen(api: ApiClient, caseId: string, stepId: string): Promise<boolean> {
  const { steps } = await api.get<WalkedCase>('coordinator', `/cases/${caseId}`);
  return steps.some((step) => step.stepId === stepId && step.status.kind === 'open');
}
