import { setTimeout as pause } from 'node:timers/promises';
import { bringAll, casesOf, untilQuiet, type Walker } from './meeting-day';
import { recordUsual } from './staff';
import { type System, type WalkedCase, WalkFailed } from './system';

/** A walk gives up after this many turns: three years of daily dates would not need them. */
const MOST_TURNS = 1_000;

/**
 * Lets time pass until every case is closed: again and again to the earliest of the cases' own next dates and the
 * agencies' next answers; whatever has had its usual time is then recorded by the staff. `onTurn` sees the cases after
 * each turn.
 */
export async function letTimePass(
  system: System,
  walkers: readonly Walker[],
  run: string,
  onTurn: (cases: readonly WalkedCase[]) => void,
): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const cases = await casesOf(system, walkers);
    onTurn(cases);
    const open = walkers.filter((_, index) => cases[index]?.state === 'open');
    if (open.length === 0) return;
    const moment = await nextMoment(system, walkers, cases);
    await bringAll(system, open, moment);
    await untilQuiet(system, open);
    await advanceAgencies(system, walkers, moment);
    await untilQuiet(system, open);
    for (const { caseId } of open) await recordUsual(system, caseId, run);
    await untilQuiet(system, open);
  }
  throw new WalkFailed(`the cases are still open after ${MOST_TURNS} turns`);
}

async function nextMoment(
  system: System,
  walkers: readonly Walker[],
  cases: readonly WalkedCase[],
): Promise<Date> {
  const caseIds = walkers.map(({ caseId }) => caseId).join(',');
  const dues = await Promise.all(
    system.agencies.map((agency) =>
      system.control<{ nextDue: string | null }>(agency, `/due?caseIds=${caseIds}`),
    ),
  );
  const moments = [...dues.map(({ nextDue }) => nextDue), ...cases.map(({ nextWakeAt }) => nextWakeAt)]
    .filter((moment) => moment !== null)
    .sort();
  if (!moments[0]) throw new WalkFailed('the cases are open and wait for nothing');
  return new Date(moments[0]);
}

/** Moves the agencies' clocks and waits until the cases have what they answered. */
async function advanceAgencies(system: System, walkers: readonly Walker[], to: Date): Promise<void> {
  const caseIds = walkers.map(({ caseId }) => caseId);
  const before = await reportsTaken(system, caseIds);
  let delivered = 0;
  for (const agency of system.agencies) {
    const body = { to: to.toISOString(), caseIds };
    const answer = await system.control<{ delivered: number; failed: number }>(agency, '/advance', body);
    if (answer.failed > 0)
      throw new WalkFailed(`${answer.failed} answers of ${agency} could not be delivered`);
    delivered += answer.delivered;
  }
  const deadline = Date.now() + 30_000;
  while ((await reportsTaken(system, caseIds)) < before + delivered) {
    if (Date.now() > deadline) throw new WalkFailed('an answer of an agency did not reach its case');
    await pause(25);
  }
}

type TimelinePage = {
  readonly items: readonly { readonly kind: string; readonly actor: string }[];
  readonly nextCursor: string | null;
};

/** How many answers the agencies' systems have sent. What the project polls for is not among them. */
async function reportsTaken(system: System, caseIds: readonly string[]): Promise<number> {
  const counts = await Promise.all(caseIds.map((caseId) => reportsTakenBy(system, caseId)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function reportsTakenBy(system: System, caseId: string): Promise<number> {
  const told = ['report', 'late', 'misfit'];
  const path = `/cases/${caseId}/timeline?limit=200`;
  let page = await system.get<TimelinePage>('coordinator', path);
  let entries = [...page.items];
  while (page.nextCursor !== null) {
    page = await system.get('coordinator', `${path}&cursor=${encodeURIComponent(page.nextCursor)}`);
    entries = [...entries, ...page.items];
  }
  return entries.filter(({ kind, actor }) => told.includes(kind) && actor.startsWith('webhook:')).length;
}
