import type { PlainDate } from '../../domain/model/plain-date';
import { crossTable, type Place, withheldAt } from '../../domain/statistics/cross-table';
import { type LeadTimeFigures, leadTimeFigures } from '../../domain/statistics/lead-time';
import type { Register } from '../../register/database';
import { type LeadTimeSide, type PlacedLeadTimes, readLeadTimes } from '../../register/statistics/lead-times';
import type { LeadTimesAnswer } from './answers';
import type { Table } from '../exports/table';
import { requireReadable } from './query';
import type { Reach } from './reach';
import { rowsAndTotals, type Sides } from './rows';
import { nameOn } from './sides';
import { ABOUT_WITHHELD, figure, named } from './values';

type Time = { readonly from?: PlainDate; readonly to?: PlainDate; readonly asOf: PlainDate };
type Row = LeadTimesAnswer['rows'][number];
type Figured = Place<PlacedLeadTimes> & { readonly figures: LeadTimeFigures };

/** Lead times within a caller's reach, in a table with these sides. Throws 400 when it would be too large. */
export async function tellLeadTimes(
  register: Register,
  reach: Reach,
  time: Time,
  sides: Sides,
): Promise<LeadTimesAnswer> {
  const [rowSide, columnSide] = sides;
  const times = await readLeadTimes(register, { ...reach, ...time }, sides.flatMap(keptApart));
  const places = crossTable(
    times,
    (each) => nameOn(rowSide, each),
    columnSide && ((each) => nameOn(columnSide, each)),
  );
  requireReadable(places.length);
  const figured = places.map((place) => ({ ...place, figures: leadTimeFigures(place.items) }));
  const withheld = withheldAt(figured, {
    open: ({ figures }) => figures.open,
    done: ({ figures }) => figures.done,
    stopped: ({ figures }) => figures.stopped,
  });
  const { rows, totals } = rowsAndTotals(figured, sides);
  const told = ({ place, names }: (typeof rows)[number]) => rowOf(place, names, withheld.get(place) ?? []);
  return {
    asOf: time.asOf,
    groupBy: sides.filter((side) => side !== undefined),
    rows: rows.map(told),
    totals: totals.map(told),
  };
}

function keptApart(side: Sides[number]): LeadTimeSide[] {
  if (side === 'agency') return ['step'];
  return side === 'step' || side === 'kommun' || side === 'month' ? [side] : [];
}

/** The lengths of fewer than five waits are those persons' own: their percentiles go with their number. */
function rowOf(
  { figures }: Figured,
  { month, ...names }: Readonly<Record<string, string | null>>,
  withheld: readonly string[],
): Row {
  const isTold = (name: string) => !withheld.includes(name);
  const row = {
    ...names,
    ...(month && { month: month.slice(0, 7) }),
    open: isTold('open') ? figures.open : null,
    done: isTold('done') ? figures.done : null,
    stopped: isTold('stopped') ? figures.stopped : null,
    leadTime: isTold('done') ? figures.ofDone : null,
    corrected: isTold('done') ? figures.corrected : null,
    withheld: [...withheld, ...(isTold('done') ? [] : ['leadTime', 'corrected'])],
  };
  return row as Row;
}

/** Lead times as a table for people. */
export function leadTimesTable({ asOf, groupBy, rows, totals }: LeadTimesAnswer): Table {
  const sides = ['step', 'agency', 'kommun', 'month'] as const;
  const shown = sides.filter(
    (side) => groupBy.includes(side) || (side === 'agency' && groupBy.includes('step')),
  );
  return {
    name: `ledtider-${asOf}`,
    columns: [...shown.map((side) => HEADINGS[side]), ...FIGURE_HEADINGS],
    rows: [...rows, ...totals].map((row) => [...shown.map((side) => named(side, row)), ...figuresOf(row)]),
    about: [
      ['Per', asOf],
      ['Ledtid', 'Dagar från att steget öppnades till att det avslutades med ett utfall.'],
      ['Av avslutade', 'Median och 90:e percentil bland dem som har avslutats.'],
      [
        'Med pågående',
        'Kaplan–Meier: pågående och avbrutna räknas så länge de har pågått. Tomt: så många har inte avslutats än.',
      ],
      ABOUT_WITHHELD,
    ],
  };
}

const HEADINGS = { step: 'Steg', agency: 'Myndighet', kommun: 'Kommun', month: 'Öppnat' } as const;
const FIGURE_HEADINGS = [
  'Pågående',
  'Avslutade',
  'Avbrutna',
  'Median, av avslutade',
  'P90, av avslutade',
  'Median, med pågående',
  'P90, med pågående',
];

function figuresOf({ open, done, stopped, leadTime, corrected, withheld }: Row) {
  return [
    figure(open, 'open', withheld),
    figure(done, 'done', withheld),
    figure(stopped, 'stopped', withheld),
    figure(leadTime?.median ?? null, 'leadTime', withheld),
    figure(leadTime?.p90 ?? null, 'leadTime', withheld),
    figure(corrected?.median ?? null, 'corrected', withheld),
    figure(corrected?.p90 ?? null, 'corrected', withheld),
  ];
}
