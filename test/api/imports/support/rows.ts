import { addDays } from '../../../../domain/law/calendar';
import { newDossiernummer, today } from '../../support/household';

/** A row of CSV by column. */
export type Row = Readonly<Record<string, string>>;

let rows = 0;

/** An adult refugee in Eskilstuna, in a household of their own; each born on another day. */
export function row(changes: Row = {}): Row {
  rows += 1;
  const decidedOn = addDays(today, -10);
  return {
    household: `H-${rows}`,
    givenName: 'Test',
    familyName: `Testsson-${spoken(rows)}`,
    dossiernummer: newDossiernummer(),
    role: 'adult',
    bornOn: addDays('1970-01-02' as typeof today, rows * 2),
    arrivedOn: addDays(today, -400),
    permitGround: 'refugee',
    permitDecidedOn: decidedOn,
    permitValidFrom: decidedOn,
    permitValidTo: addDays(today, 1085),
    protection: 'none',
    lacksSwedish: 'true',
    stayKommun: '0484',
    stayDwelling: 'fixed',
    ...changes,
  };
}

/** A name that folds to itself and is no other's. */
function spoken(number: number): string {
  const syllables = ['ba', 'di', 'fu', 'ga', 'li', 'mu', 'na', 'ri', 'su', 'ta'];
  return [...String(number).padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');
}

/** Rows as CSV, with every column that one of them has. */
export function csvOf(lines: readonly Row[], delimiter = ','): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const written = lines.map((line) => columns.map((column) => quoted(line[column] ?? '')).join(delimiter));
  return [columns.join(delimiter), ...written, ''].join('\n');
}

function quoted(cell: string): string {
  return /[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The same person as `row` tells, as a line of JSON. */
export function jsonLine(changes: Readonly<Record<string, unknown>> = {}): string {
  const { household, givenName, familyName, dossiernummer, role, bornOn = '' } = row();
  const facts = [{ fact: { kind: 'birth', bornOn }, validFrom: bornOn }];
  const stay = { fact: { kind: 'stay', kommun: '0484', dwelling: 'fixed' }, validFrom: addDays(today, -10) };
  return JSON.stringify({
    household,
    givenName,
    familyName,
    dossiernummer,
    role,
    facts,
    householdFacts: [stay],
    ...changes,
  });
}
