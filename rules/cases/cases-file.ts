import { accessSync, constants, createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { UNTOUCHED_RECORD } from '../../domain/process/planner/step-records';
import type { CaseInput, CasePages } from './cases-of-register';

const PAGE = 200;

/** Only what both planners rely on: a file may hold kinds of facts and fields that one of them does not know yet. */
const Case = z.looseObject({
  caseId: z.string().min(1).max(100),
  state: z.enum(['open', 'closed']).optional(),
  asOf: PlainDate.optional(),
  facts: z.array(
    z.looseObject({
      fact: z.looseObject({ kind: z.string() }),
      of: z.union([z.object({ personId: z.string() }), z.object({ householdId: z.string() })]),
      validFrom: PlainDate,
    }),
  ),
  records: z.record(z.string(), z.looseObject({ answers: z.array(z.looseObject({})).optional() })),
});

/** The file of cases cannot be read as such; the message names file and place, and quotes nothing of a person. */
export class BadCases extends Error {
  override readonly name = 'BadCases';
}

/**
 * The cases of a file: JSON lines as `npm run rules -- export` writes them, or one JSON array. What a record leaves out
 * is taken as nothing having happened. Throws `BadCases`, at once when there is no such file.
 */
export function casesOfFile(file: string): CasePages {
  try {
    accessSync(file, constants.R_OK);
  } catch (fault) {
    throw new BadCases(`${file} cannot be read: ${(fault as NodeJS.ErrnoException).code}`, { cause: fault });
  }
  return pagesOf(file);
}

async function* pagesOf(file: string): AsyncGenerator<readonly CaseInput[]> {
  let page: CaseInput[] = [];
  for await (const [place, value] of valuesOf(file)) {
    page.push(caseOf(value, `${file} ${place}`));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

type Placed = readonly [place: string, value: unknown];

async function* valuesOf(file: string): AsyncGenerator<Placed> {
  let number = 0;
  let array: string[] | undefined;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    number += 1;
    if (array === undefined && number === 1 && line.trimStart().startsWith('[')) array = [];
    if (array) array.push(line);
    else if (line.trim() !== '') yield [`line ${number}`, parsed(line, `${file} line ${number}`)];
  }
  if (array === undefined) return;
  const values = parsed(array.join('\n'), file) as readonly unknown[];
  for (const [index, value] of values.entries()) yield [`case ${index + 1}`, value];
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new BadCases(`${place} is not JSON`, { cause: fault });
  }
}

function caseOf(value: unknown, place: string): CaseInput {
  const read = Case.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BadCases(`${place} is no case: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { records, ...rest } = read.data;
  const whole = Object.entries(records).map(([step, record]) => [step, { ...UNTOUCHED_RECORD, ...record }]);
  return { ...rest, records: Object.fromEntries(whole) } as unknown as CaseInput;
}
