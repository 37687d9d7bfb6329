import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { ApiClient } from '../api-client';
import type { WalkedCase, WalkedStep } from './system';

type Answer = Readonly<Record<string, string>>;

/** What the staff of the agencies say of a step that has been open for its usual time, by the step; `on` is that day. */
const USUAL: Readonly<Record<string, (on: string, walked: WalkedCase) => Answer>> = {
  uppehallstillstandskort: () => ({ outcome: 'received' }),
  anvisningKommun: (_, { kommun }) => ({ outcome: 'assigned', kommun: kommun ?? '0484' }),
  mottagande: () => ({ outcome: 'received' }),
  utskrivningLma: () => ({ outcome: 'discharged' }),
  afInskrivning: () => ({ outcome: 'enrolled' }),
  anvisningEtableringsprogrammet: (on) => ({ outcome: 'assigned', from: on }),
  handlingsplan: () => ({ outcome: 'made' }),
  aktivitetsrapport: () => ({ outcome: 'filed' }),
  idKort: () => ({ outcome: 'issued' }),
  akutboende: (on) => ({ outcome: 'granted', to: lastOfMonth(on) }),
  ekonomisktBistand: (on) => ({ outcome: 'granted', to: lastOfMonth(on) }),
  forskola: () => ({ outcome: 'placed' }),
  skola: () => ({ outcome: 'placed' }),
  samhallsorientering: () => ({ outcome: 'done' }),
  etableringscentrum: () => ({ outcome: 'accepted', group: '1' }),
  bostadsvagledning: () => ({ outcome: 'accepted' }),
  godMan: () => ({ outcome: 'appointed' }),
  vardnadshavare: () => ({ outcome: 'appointed' }),
};

/**
 * Records what is usual for every step of a case that waits for staff or the newcomer and whose usual time has passed,
 * on the case's own day; one after another, since one answer may settle the next.
 */
export async function recordUsual(api: ApiClient, caseId: string, run: string): Promise<void> {
  for (;;) {
    const walked = await api.get<WalkedCase>('coordinator', `/cases/${caseId}`);
    const today = stockholmDayAt(Date.parse(walked.caseTime));
    const step = walked.steps.find((candidate) => isStaffsTurn(candidate) && usualDay(candidate) < today);
    if (!step) return;
    const answer = USUAL[baseOf(step.stepId)]?.(today, walked);
    const path = `/cases/${caseId}/steps/${encodeURIComponent(step.stepId)}/completion`;
    await api.post(
      staffOf(step.agency, walked),
      path,
      { ...answer, on: today },
      `${run}-${caseId}-${step.stepId}-${today}`,
    );
  }
}

function isStaffsTurn({ stepId, status }: WalkedStep): boolean {
  if (status.kind !== 'open' || USUAL[baseOf(stepId)] === undefined) return false;
  return status.waitingFor === 'caseworker' || status.waitingFor === 'newcomer';
}

/** The day by which it usually is answered. */
function usualDay({ dues }: WalkedStep): string {
  return dues.find(({ kind }) => kind === 'expectation')?.date ?? '';
}

function staffOf(agency: string, { kommun }: WalkedCase): string {
  const isSundsvall = agency === 'kommun' && kommun === '2281';
  return isSundsvall ? 'caseworker-kommun-sundsvall' : `caseworker-${agency}`;
}

function baseOf(stepId: string): string {
  return stepId.split(':')[0] ?? stepId;
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
