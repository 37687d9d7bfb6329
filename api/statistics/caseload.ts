import { crossTable, withheldAt } from '../../domain/statistics/cross-table';
import { SUM } from '../../domain/statistics/table';
import type { Load, OfficerLoad, OpenCases, TeamLoad } from '../../register/statistics/caseload';
import type { CaseloadAnswer } from './answers';
import { requireReadable } from './query';
import { rowsAndTotals } from './rows';
import { nameOn } from './sides';

type Row = CaseloadAnswer['rows'][number];
type Rows = Pick<CaseloadAnswer, 'rows' | 'totals'>;
type Placed = Load & { readonly row: string; readonly column: string };

/** Where numbers stand side by side and add up to nothing: a case may lie with several agencies and officers. */
const APART = 'apart';

/**
 * The work of teams by kommun and agency, with the sum over the kommuner for each agency. With `cases`, all agencies are
 * asked about: then there are sums over the agencies too, in which every open case counts once.
 */
export function teamRows(teams: readonly TeamLoad[], cases?: readonly OpenCases[]): Rows {
  const ofTeams = crossTable(
    teams,
    (team) => nameOn('kommun', team),
    ({ agency }) => agency,
  );
  const loads = ofTeams
    .filter(({ column }) => column !== SUM || cases !== undefined)
    .map(({ row, column, items }): Placed => ({ row, column, ...summed(items) }));
  const counted = cases ? withOpenCases(loads, cases) : loads;
  requireReadable(counted.length);
  const steps = withheldAt(counted, {
    openSteps: ({ openSteps }) => openSteps,
    overdueSteps: ({ overdueSteps }) => overdueSteps,
  });
  // Cases add up over kommuner, but not over agencies.
  const places = counted.map((load) => ({
    ...load,
    column: load.column === SUM ? APART : load.column,
    load,
  }));
  const ofCases = withheldAt(places, { openCases: ({ openCases }) => openCases });
  const hidden = new Map(
    places.map((place) => [place.load, [...(steps.get(place.load) ?? []), ...(ofCases.get(place) ?? [])]]),
  );
  const { rows, totals } = rowsAndTotals(counted, ['kommun', 'agency']);
  const told = ({ place, names }: (typeof rows)[number]) => rowOf(place, names, hidden.get(place) ?? []);
  return { rows: rows.map(told), totals: totals.map(told) };
}

/** The work of officers, each for one agency. Nothing is summed up: who has what is all there is to see. */
export function officerRows(officers: readonly OfficerLoad[]): Rows {
  requireReadable(officers.length);
  const loads = officers.map((load): Placed & OfficerLoad => ({ ...load, row: APART, column: APART }));
  const withheld = withheldAt(loads, {
    openSteps: ({ openSteps }) => openSteps,
    openCases: ({ openCases }) => openCases,
    overdueSteps: ({ overdueSteps }) => overdueSteps,
  });
  const sorted = loads.toSorted(
    (one, other) => one.officer.localeCompare(other.officer) || one.agency.localeCompare(other.agency),
  );
  const rows = sorted.map((load) => {
    const { officer, agency } = load;
    return rowOf(load, { officer, agency }, withheld.get(load) ?? []);
  });
  return { rows, totals: [] };
}

function summed(loads: readonly Load[]): Load {
  const sum = { openSteps: 0, openCases: 0, overdueSteps: 0 };
  for (const { openSteps, openCases, overdueSteps } of loads) {
    sum.openSteps += openSteps;
    sum.openCases += openCases;
    sum.overdueSteps += overdueSteps;
  }
  return sum;
}

/** Puts every open case once in the sums over agencies, also where a kommun's cases have no open step at the moment. */
function withOpenCases(loads: readonly Placed[], cases: readonly OpenCases[]): readonly Placed[] {
  const ofKommun = crossTable(cases, (each) => nameOn('kommun', each));
  const open = new Map(
    ofKommun.map(({ row, items }) => [row, items.reduce((sum, each) => sum + each.openCases, 0)]),
  );
  const known = loads.map((load) =>
    load.column === SUM ? { ...load, openCases: open.get(load.row) ?? 0 } : load,
  );
  const rows = new Set(loads.map(({ row }) => row));
  const others = [...open].filter(([row]) => !rows.has(row));
  return [
    ...known,
    ...others.map(([row, openCases]) => ({ row, column: SUM, openCases, openSteps: 0, overdueSteps: 0 })),
  ];
}

function rowOf(
  { openSteps, openCases, overdueSteps }: Load,
  names: Readonly<Record<string, string | null>>,
  withheld: readonly string[],
): Row {
  const told = (name: string, value: number) => (withheld.includes(name) ? null : value);
  return {
    ...names,
    openSteps: told('openSteps', openSteps),
    openCases: told('openCases', openCases),
    overdueSteps: told('overdueSteps', overdueSteps),
    withheld: [...withheld],
  } as Row;
}
