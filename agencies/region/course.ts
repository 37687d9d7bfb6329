import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Matter } from '../kernel/dossiers';

/** Days from the booking to the visit, of our own making: no public figure. */
export const WAIT_DAYS = 28;

/** The course of a booking: the visit is told on its day, or that there was no need or no wish for it. */
export function courseOfAppointment(
  matter: Matter,
  { timetable, behaviour }: Circumstances,
): readonly PlannedAnswer[] {
  const visit = timetable.after(matter.came, behaviour.leadDays ?? WAIT_DAYS, 'visit');
  const write = (versionId: string, today: string | undefined): object => ({
    ...matter.receipt,
    meta: { versionId, lastUpdated: today ?? visit.day },
    ...howItWent(behaviour),
  });
  return [{ name: 'visit', due: visit.due, write }];
}

function howItWent({ avslag, avvisad }: Circumstances['behaviour']): object {
  if (avvisad) return { status: 'cancelled', cancellationReason: 'examined-before' };
  if (avslag) return { status: 'cancelled', cancellationReason: 'patient-declined' };
  return { status: 'fulfilled' };
}
