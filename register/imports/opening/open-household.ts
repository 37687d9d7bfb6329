import type { Instant } from '../../../domain/model/plain-date';
import type { Planner } from '../../assessment/planner';
import type { Register } from '../../database';
import type { NumberInUse } from '../../intake/in-use';
import { type Intake, openCases, type Opened } from '../../intake/open-cases';
import type { StatedFact } from '../../intake/member';
import { bodyHash, importMessageId } from '../../message-id';
import { type ImportAtWork, lockImport } from '../at-work';
import { CLEARED, settleRow } from '../checking/settle';
import { skipHouseholds } from '../checking/skip-households';
import { type ImportRow, readRow } from '../rows/import-row';

/** What became of a household: its cases are there, with what starts them; or its rows say why not. */
export type HouseholdResult = { readonly opened?: Opened };

type Line = { readonly line: number; readonly row: ImportRow };

/**
 * Opens the cases of one household of an import as an intake would, or settles its rows where somebody has opened a case
 * for a member meanwhile. The rows change in the same transaction as the cases are opened, and the message's id comes from
 * the import and the household, so that nothing is opened twice whoever repeats it.
 */
export async function openHousehold(
  register: Register,
  planner: Planner,
  file: ImportAtWork,
  household: string,
): Promise<HouseholdResult> {
  const lines = await readHousehold(register, file, household);
  if (lines.length === 0) return {};
  const result = await openCases(register, planner, intakeOf(file, household, lines));
  switch (result.kind) {
    case 'opened':
      return { opened: result.opened };
    case 'repeated':
      return {};
    case 'inUse':
      await settleInUse(register, file.id, household, lines, result.numbers);
      return {};
  }
}

/** The household's rows, if every one of them waits. Rules may have changed since they were checked: then they are not opened. */
async function readHousehold(register: Register, file: ImportAtWork, household: string): Promise<Line[]> {
  const rows = await register
    .selectFrom('import_rows')
    .select(['line', 'content', 'state'])
    .where('import_id', '=', file.id)
    .where('household', '=', household)
    .orderBy('line')
    .execute();
  if (rows.some(({ state }) => state !== 'waiting')) return [];
  const read = rows.map(({ line, content }) => ({ line, ...readRow(file.format, content ?? '') }));
  const faulty = read.flatMap(({ line, faults }) => (faults ? [{ line, faults }] : []));
  if (faulty.length === 0) return read.flatMap(({ line, row }) => (row ? [{ line, row }] : []));
  await register.transaction().execute(async (trx) => {
    for (const { line, faults } of faulty) await settleRow(trx, file.id, { line, state: 'invalid', faults });
    await skipHouseholds(trx, file.id, household);
  });
  return [];
}

function intakeOf(file: ImportAtWork, household: string, lines: readonly Line[]): Intake {
  const { id, caller, source } = file;
  const members = lines.map(({ row }) => memberOf(row));
  const householdFacts = factsOfHousehold(lines);
  const body = { importId: id, source, facts: householdFacts, members };
  return {
    messageId: importMessageId(id, household),
    caller,
    bodyHash: bodyHash(body),
    body,
    source,
    householdFacts,
    members,
    now: new Date().toISOString() as Instant,
    respond: (opened) => ({
      status: 201,
      body: {
        householdId: opened.householdId,
        cases: opened.cases.map(({ caseId, personId }) => ({ caseId, personId })),
      },
    }),
    alongside: (trx, opened) => keepOpened(trx, id, lines, opened),
  };
}

function memberOf({ givenName, familyName, dossiernummer, personnummer, role, relation, facts }: ImportRow) {
  return { givenName, familyName, dossiernummer, personnummer, role, relation, facts };
}

/** Told once by some row, or the same by several. */
function factsOfHousehold(lines: readonly Line[]): readonly StatedFact[] {
  const told = lines.flatMap(({ row }) => row.householdFacts ?? []);
  return [...new Map(told.map((stated) => [bodyHash(stated), stated])).values()];
}

async function keepOpened(
  trx: Register,
  importId: string,
  lines: readonly Line[],
  opened: Opened,
): Promise<void> {
  if (!(await lockImport(trx, importId, 'opening'))) throw new Error('the import has ended meanwhile');
  for (const [place, { line }] of lines.entries()) {
    await trx
      .updateTable('import_rows')
      .set({
        ...CLEARED,
        state: 'opened',
        case_id: opened.cases[place]?.caseId ?? null,
        settled_at: new Date(),
      })
      .where('import_id', '=', importId)
      .where('line', '=', line)
      .execute();
  }
}

async function settleInUse(
  register: Register,
  importId: string,
  household: string,
  lines: readonly Line[],
  numbers: readonly NumberInUse[],
): Promise<void> {
  await register.transaction().execute(async (trx) => {
    for (const { position, number } of numbers) {
      const { line = 0, row } = lines[position] ?? {};
      const held = await caseThatHolds(trx, number, row?.[number]);
      const faults = [{ column: number, rule: 'is held by an open case, or by another person' }];
      await settleRow(trx, importId, { line, state: 'duplicate', faults, caseId: held });
    }
    await skipHouseholds(trx, importId, household);
  });
}

async function caseThatHolds(trx: Register, type: NumberInUse['number'], value = '') {
  const row = await trx
    .selectFrom('identifiers')
    .innerJoin('cases', 'cases.person_id', 'identifiers.person_id')
    .select('cases.id')
    .where('type', '=', type)
    .where('value', '=', value)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.id;
}

/** Ends the rows of a household that cannot be opened for a fault of ours, so that others are. */
export async function giveUp(register: Register, importId: string, household: string): Promise<void> {
  const faults = [
    { column: 'household', rule: 'could not be opened: a fault of the system, for its operator' },
  ];
  await register
    .updateTable('import_rows')
    .set({ ...CLEARED, state: 'skipped', faults: JSON.stringify(faults), settled_at: new Date() })
    .where('import_id', '=', importId)
    .where('household', '=', household)
    .where('state', '=', 'waiting')
    .execute();
}
