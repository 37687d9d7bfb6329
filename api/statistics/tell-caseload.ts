import type { Register } from '../../register/database';
import {
  type CaseloadQuestion,
  readOfficerLoads,
  readOpenCases,
  readTeamLoads,
} from '../../register/statistics/caseload';
import { readPastDay } from '../../register/statistics/past-day';
import type { CaseloadAnswer } from './answers';
import type { Caller } from '../auth/caller';
import { Problem } from '../problem';
import { officerRows, teamRows } from './caseload';
import { dayOf } from './query';

/** The work of each team: today's and coming days' from the waits, an earlier day's as counted. Throws 404 where it was not. */
export async function tellTeams(register: Register, question: CaseloadQuestion): Promise<CaseloadAnswer> {
  const { agency, asOf } = question;
  const told = { asOf, groupBy: 'team' } as const;
  if (asOf >= dayOf(undefined)) {
    const teams = await readTeamLoads(register, question);
    const cases = agency ? undefined : await readOpenCases(register, question);
    return { ...told, countedAt: null, ...teamRows(teams, cases) };
  }
  const past = await readPastDay(register, question);
  if (!past) throw new Problem('not-found', 'That day has not been counted.');
  const countedAt = past.countedAt.toISOString() as CaseloadAnswer['countedAt'];
  return { ...told, countedAt, ...teamRows(past.teams, agency ? undefined : past.cases) };
}

/** The work of each officer now. Throws 403 for who does not lead them. */
export async function tellOfficers(
  register: Register,
  { role }: Caller,
  question: CaseloadQuestion,
): Promise<CaseloadAnswer> {
  if (role === 'caseworker') {
    throw new Problem('not-allowed', 'The work of each officer is told to managers and coordinators.');
  }
  const rows = officerRows(await readOfficerLoads(register, question));
  return { asOf: question.asOf, groupBy: 'officer', countedAt: null, ...rows };
}
