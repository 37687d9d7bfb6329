import { randomUUID } from 'node:crypto';
import type { PlannedAnswer, Simulation } from './agency';
import { behaviourFor, type Behaviour } from './behaviour';
import { dayOf, later, plusMilliseconds, type Instant } from './calendar';
import { deliver, type Delivery } from './delivery';
import type { Dossier, Matter, Outgoing } from './dossiers';
import { isDemonstrated, timetableOf } from './timetable';

/** An answer that has not been delivered. */
export type Pending = PlannedAnswer & {
  readonly dossier: Dossier;
  readonly matter: Matter;
  readonly behaviour: Behaviour;
};

/** Result of moving clocks: the number of answers delivered, of those that failed, and when the next one is due. */
export type Advanced = { delivered: number; failed: number; nextDue: Instant | null };

/** Returns the dossiers of these cases, or all that no walk holds. */
export function dossiersOf(simulation: Simulation, caseIds: readonly string[] | undefined): Dossier[] {
  const { dossiers, held } = simulation.file.state;
  if (!caseIds) return Object.values(dossiers).filter(({ caseId }) => !held[caseId]);
  return caseIds.flatMap((caseId) => dossiers[caseId] ?? []);
}

/** Returns the answers still to be delivered for these dossiers, the earliest first. */
export function pendingOf(simulation: Simulation, dossiers: readonly Dossier[]): Pending[] {
  return dossiers
    .flatMap((dossier) =>
      Object.values(dossier.matters).flatMap((matter) => comingOf(simulation, dossier, matter)),
    )
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
}

/** A cached result for a matter and its inputs, so that a tick of the demonstration is cheap. */
type WorkedOut = { readonly from: readonly unknown[]; readonly coming: Pending[] };
const workedOut = new WeakMap<Matter, WorkedOut>();

function comingOf(simulation: Simulation, dossier: Dossier, matter: Matter): Pending[] {
  const { behaviours, held, retracted } = simulation.file.state;
  if (retracted[matter.reference]) return [];
  const sent = Object.values(matter.outgoing).map(({ state, notBefore }) => `${state} ${notBefore}`);
  const from = [behaviours, held[matter.key.caseId], Object.keys(matter.errands).length, sent.join()];
  const known = workedOut.get(matter);
  if (known?.from.every((part, place) => part === from[place])) return known.coming;
  const coming = workOut(simulation, dossier, matter);
  workedOut.set(matter, { from, coming });
  return coming;
}

function workOut({ agency, settings, file }: Simulation, dossier: Dossier, matter: Matter): Pending[] {
  const behaviour = behaviourFor(file.state.behaviours, matter.key);
  const timetable = timetableOf(matter, file.state, settings);
  const coming = agency
    .course(matter, { timetable, behaviour, state: file.state })
    .filter(({ name }) => !isSettled(matter.outgoing[name]))
    .map((answer) => {
      const due = timetable.delayed(answer.due, behaviour.lateDays ?? 0);
      const notBefore = matter.outgoing[answer.name]?.notBefore;
      return { ...answer, due: notBefore ? later(due, notBefore) : due, dossier, matter, behaviour };
    });
  return behaviour.outOfOrder ? lastFirst(coming) : coming;
}

function isSettled(outgoing: Outgoing | undefined): boolean {
  return outgoing?.state === 'delivered' || outgoing?.state === 'lost';
}

/** The last answer keeps its time; the earlier ones are sent a minute after it, each with its own day in the body. */
function lastFirst(coming: readonly Pending[]): Pending[] {
  const last = coming.at(-1);
  if (!last) return [];
  return coming.map((answer) =>
    answer === last ? answer : { ...answer, due: plusMilliseconds(last.due, 60_000) },
  );
}

/**
 * Moves the clocks of these dossiers to `to` (never back) and sends every due answer, one by one in order of time, also
 * those that become due through an earlier one. An answer that cannot be delivered is kept and counts as due now.
 */
export async function advance(
  simulation: Simulation,
  to: Instant,
  caseIds?: readonly string[],
): Promise<Advanced> {
  const kept = new Set<string>();
  let delivered = 0;
  for (;;) {
    const dossiers = dossiersOf(simulation, caseIds);
    for (const dossier of dossiers) dossier.clock = later(dossier.clock, to);
    const pending = pendingOf(simulation, dossiers);
    const due = pending.find(
      (answer) => answer.due <= nowOf(simulation, answer, to) && !kept.has(nameOf(answer)),
    );
    const nextDue = nextDueOf(simulation, pending, to);
    if (!due) return { delivered, failed: kept.size, nextDue };
    const outcome = await send(simulation, due, to);
    if (outcome === 'delivered') delivered += 1;
    else kept.add(nameOf(due));
    // The receiver is unreachable: each of the rest would time out too.
    if (outcome === 'unreachable') return { delivered, failed: kept.size, nextDue };
  }
}

function nextDueOf(simulation: Simulation, pending: readonly Pending[], to: Instant): Instant | null {
  const moments = pending.map((answer) => later(answer.due, nowOf(simulation, answer, to)));
  return moments.toSorted()[0] ?? null;
}

/** The clock that decides whether an answer is due: the dossier's, or at demonstration speed the wall clock. */
function nowOf({ settings, file }: Simulation, { dossier, matter }: Pending, to: Instant): Instant {
  return isDemonstrated(matter, file.state, settings) ? to : dossier.clock;
}

function nameOf(answer: Pending): string {
  return `${answer.matter.reference} ${answer.name}`;
}

/** Sends one answer. Body and id are on disk before it is sent, so that a crash or a retry changes neither. */
async function send(simulation: Simulation, answer: Pending, to: Instant): Promise<Delivery> {
  const { settings, file } = simulation;
  const { matter, behaviour } = answer;
  if (behaviour.down) return 'refused';
  const today = isDemonstrated(matter, file.state, settings) ? dayOf(to) : undefined;
  const outgoing = (matter.outgoing[answer.name] ??= written(answer, today));
  if (behaviour.loseWebhook) {
    outgoing.state = 'lost';
    await file.save();
    return 'delivered';
  }
  outgoing.tries += 1;
  await file.save();
  if (!settings.webhook) return 'unreachable';
  const outcome = await deliver(settings.webhook, outgoing.id, outgoing.body);
  if (outcome !== 'delivered') return outcome;
  outgoing.state = 'delivered';
  await file.save();
  const repeat = behaviour.twice === 'restated' ? written(answer, today) : outgoing;
  if (behaviour.twice) await deliver(settings.webhook, repeat.id, repeat.body);
  return outcome;
}

function written(answer: Pending, today: string | undefined): Outgoing {
  const id = randomUUID();
  return { id, body: JSON.stringify(answer.write(id, today)), state: 'kept', tries: 0 };
}
