import type { Due } from '../../../domain/model/plan';
import type { CalendarEntry } from '../../../register/calendar/entries';

const KINDS = {
  duty: 'skyldighet',
  right: 'rättighet',
  target: 'mål',
  expectation: 'förväntan',
} as const satisfies Record<Due['kind'], string>;

/** What an event says; of a protected person's case nothing but that it is one. */
export function eventText({ caseId, stepId, agency, date, due, isProtected }: CalendarEntry, apiUrl: string) {
  if (isProtected) return { summary: 'Skyddat ärende' };
  const what = due ? KINDS[due.kind] : 'uppföljning';
  const lines = [
    `Ärende: ${caseId}`,
    `Steg: ${stepId}`,
    `Myndighet: ${agency}`,
    `Datum: ${date}`,
    `Slag: ${what}`,
  ];
  return {
    summary: `${stepId}, ${agency}: ${what}`,
    description: [
      ...lines,
      ...(due ? [`Lag: ${due.law}`] : []),
      ...(due?.movedBy ? [`Flyttad: ${due.movedBy}`] : []),
    ].join('\n'),
    url: `${apiUrl}/api/v1/cases/${caseId}`,
  };
}
