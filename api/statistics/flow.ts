import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import { crossTable, type Place, withheldAt } from '../../domain/statistics/cross-table';
import { weekName } from '../../domain/statistics/periods';
import type { Register } from '../../register/database';
import { type FlowSide, type PlacedFlow, readFlow } from '../../register/statistics/flow';
import type { FlowAnswer } from './answers';
import type { Table } from '../exports/table';
import { requireReadable } from './query';
import type { Reach } from './reach';
import { rowsAndTotals, type Sides } from './rows';
import { nameOn } from './sides';
import { ABOUT_WITHHELD, figure, named } from './values';

/** The Mondays of the first and the last week. */
type Weeks = { readonly from: PlainDate; readonly to: PlainDate };
type Row = FlowAnswer['rows'][number];

const STEP_FIGURES = ['stepsOpened', 'stepsEnded', 'stepsStopped'] as const;
const CASE_FIGURES = ['casesOpened', 'casesClosed'] as const;
type Figure = (typeof STEP_FIGURES)[number] | (typeof CASE_FIGURES)[number];

/**
 * Work in and out by week within a caller's reach, told apart by one more side or none. Cases are told of only with
 * `withCases`: they are of no step and no agency. A week in which nothing happened has a row of zeros.
 */
export async function tellFlow(
  register: Register,
  reach: Reach,
  weeks: Weeks,
  { side, withCases }: { readonly side?: Sides[1]; readonly withCases: boolean },
): Promise<FlowAnswer> {
  const { steps, kommuner } = reach;
  const apart = keptApart(side);
  const flows = [
    ...(await readFlow(register, { steps, kommuner, ...weeks }, apart)),
    ...(withCases ? await readFlow(register, { kommuner, ...weeks }, apart) : []),
    ...(side === undefined ? emptyWeeks(weeks) : []),
  ];
  const columnOf = side && ((flow: PlacedFlow) => nameOn(side, flow));
  const places = crossTable(flows, (flow) => flow.week, columnOf);
  requireReadable(places.length);
  const figures = [...STEP_FIGURES, ...(withCases ? CASE_FIGURES : [])];
  const numbers = figures.map((name) => [name, (place: Place<PlacedFlow>) => countOf(place, name)]);
  const withheld = withheldAt(places, Object.fromEntries(numbers));
  const { rows, totals } = rowsAndTotals(places, ['week', side]);
  const told = ({ place, names }: (typeof rows)[number]) =>
    rowOf(place, names, figures, withheld.get(place) ?? []);
  const groupBy = side === undefined ? [] : [side];
  const to = addDays(weeks.to, 6);
  return { from: weeks.from, to, groupBy, rows: rows.map(told), totals: totals.map(told) };
}

function keptApart(side: Sides[1]): FlowSide[] {
  if (side === 'kommun') return ['kommun'];
  return side === 'step' || side === 'agency' ? ['step'] : [];
}

function* emptyWeeks({ from, to }: Weeks): Generator<PlacedFlow> {
  for (let week = from; week <= to; week = addDays(week, 7)) {
    yield { measure: 'stepsOpened', week, step: null, kommun: null, count: 0 };
  }
}

function countOf({ items }: Place<PlacedFlow>, name: Figure): number {
  return items.reduce((sum, { measure, count }) => sum + (measure === name ? count : 0), 0);
}

function rowOf(
  place: Place<PlacedFlow>,
  { week, ...names }: Readonly<Record<string, string | null>>,
  figures: readonly Figure[],
  withheld: readonly string[],
): Row {
  const counts = figures.map((name) => [name, withheld.includes(name) ? null : countOf(place, name)]);
  const monday = week as PlainDate | undefined;
  return {
    ...(monday && { week: weekName(monday), monday }),
    ...names,
    ...Object.fromEntries(counts),
    withheld: [...withheld],
  } as Row;
}

/** Flow as a table for people. */
export function flowTable({ to, groupBy, rows, totals }: FlowAnswer): Table {
  const sides = (['step', 'agency', 'kommun'] as const).filter(
    (side) => groupBy.includes(side) || (side === 'agency' && groupBy.includes('step')),
  );
  const withCases = totals.some((row) => row.casesOpened !== undefined);
  const figures = [...STEP_FIGURES, ...(withCases ? CASE_FIGURES : [])];
  return {
    name: `flode-${to}`,
    columns: ['Vecka', 'Måndag', ...[...sides, ...figures].map((name) => HEADINGS[name])],
    rows: [...rows, ...totals].map((row) => [
      named('week', row),
      row.monday ?? null,
      ...sides.map((side) => named(side, row)),
      ...figures.map((name) => figure(row[name] ?? null, name, row.withheld)),
    ]),
    about: [
      ['Till och med', to],
      [
        'Avbrutna steg',
        'Steg som upphörde utan utfall: återkallat, inte längre aktuellt eller påbörjat på nytt.',
      ],
      ABOUT_WITHHELD,
    ],
  };
}

const HEADINGS = {
  step: 'Steg',
  agency: 'Myndighet',
  kommun: 'Kommun',
  stepsOpened: 'Öppnade steg',
  stepsEnded: 'Avslutade steg',
  stepsStopped: 'Avbrutna steg',
  casesOpened: 'Öppnade ärenden',
  casesClosed: 'Avslutade ärenden',
} as const;
