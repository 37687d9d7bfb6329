import type { Register } from '../database';
import type { CaseloadQuestion, OpenCases, TeamLoad } from './caseload';
import type { DailyMeasure } from './tables';

/** The counts of a past day, for the whole country or some kommuner. */
export type PastDay = {
  readonly countedAt: Date;
  readonly teams: readonly TeamLoad[];
  readonly cases: readonly OpenCases[];
};

type Count = Pick<TeamLoad, 'kommun'> & {
  readonly measure: DailyMeasure;
  readonly agency: TeamLoad['agency'] | null;
  readonly value: number;
};

/** Returns the workload of each team on a past day; undefined when that day has not been counted. */
export async function readPastDay(
  register: Register,
  question: CaseloadQuestion,
): Promise<PastDay | undefined> {
  const counted = await register
    .selectFrom('counted_days')
    .select('counted_at as countedAt')
    .where('day', '=', question.asOf)
    .executeTakeFirst();
  if (!counted) return undefined;
  const counts = await countsOf(register, question);
  const ofAgency = counts.filter(({ agency }) => agency !== null && agency === (question.agency ?? agency));
  return { ...counted, teams: teamsIn(ofAgency), cases: casesIn(counts) };
}

/** The counts of one day, steps summed up by agency and kommun. */
async function countsOf(register: Register, { asOf, kommuner }: CaseloadQuestion): Promise<Count[]> {
  let query = register
    .selectFrom('daily_counts')
    .select((eb) => ['measure', 'kommun', 'agency', eb.fn.sum<string>('value').as('value')])
    .where('day', '=', asOf)
    .where('measure', 'in', ['openSteps', 'overdueSteps', 'openCases'])
    .groupBy(['measure', 'kommun', 'agency']);
  if (kommuner) query = query.where('kommun', 'in', [...kommuner]);
  return (await query.execute()).map((row) => ({ ...row, value: Number(row.value) }));
}

function teamsIn(counts: readonly Count[]): TeamLoad[] {
  const teams = new Map<string, TeamLoad>();
  for (const { agency, kommun, measure, value } of counts) {
    if (agency === null) continue;
    const name = `${agency} ${kommun}`;
    const known = teams.get(name) ?? { agency, kommun, openSteps: 0, openCases: 0, overdueSteps: 0 };
    teams.set(name, { ...known, [measure]: value });
  }
  return [...teams.values()];
}

function casesIn(counts: readonly Count[]): OpenCases[] {
  return counts
    .filter(({ agency, measure }) => agency === null && measure === 'openCases')
    .map(({ kommun, value }) => ({ kommun, openCases: value }));
}
