import type { CaseloadAnswer } from './answers';
import type { Table } from '../exports/table';
import { ABOUT_WITHHELD, figure, named } from './values';

/** Caseload as a table for people. */
export function caseloadTable({ asOf, groupBy, rows, totals }: CaseloadAnswer): Table {
  const isOfOfficers = groupBy === 'officer';
  return {
    name: `belastning-${asOf}`,
    columns: [
      ...(isOfOfficers ? ['Handläggare'] : []),
      'Myndighet',
      ...(isOfOfficers ? [] : ['Kommun']),
      'Öppna steg',
      'Öppna ärenden',
      'Försenade steg',
    ],
    rows: [...rows, ...totals].map((row) => [
      ...(isOfOfficers ? [named('officer', row)] : []),
      named('agency', row),
      ...(isOfOfficers ? [] : [named('kommun', row)]),
      figure(row.openSteps, 'openSteps', row.withheld),
      figure(row.openCases, 'openCases', row.withheld),
      figure(row.overdueSteps, 'overdueSteps', row.withheld),
    ]),
    about: [
      ['Per', asOf],
      ['Öppna steg', 'Steg som väntar på någon eller vilar.'],
      ['Försenade steg', 'Öppna steg vars lagstadgade dag eller mål har passerat.'],
      ABOUT_WITHHELD,
    ],
  };
}
