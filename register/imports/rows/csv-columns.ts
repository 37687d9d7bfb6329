import type { Fact, FactKind } from '../../../domain/model/facts';

/** The cells of a CSV row by column, without empty ones. */
export type Cells = Readonly<Record<string, string>>;

/** A row in the form of the row schema, and the column of each of its paths. */
export type ReadCells = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly columnAt: (path: readonly PropertyKey[]) => string;
};

/** Columns that together state one fact; `from` is the one with the fact's first day. */
type FactColumns = {
  readonly kind: FactKind;
  readonly of: 'facts' | 'householdFacts';
  readonly fields: Readonly<Record<string, string>>;
  readonly from?: string;
};

const PERSON_COLUMNS = [
  'household',
  'givenName',
  'familyName',
  'dossiernummer',
  'personnummer',
  'role',
  'relation',
];
const REQUIRED_COLUMNS = ['household', 'givenName', 'familyName', 'dossiernummer', 'role', 'bornOn'];

/** The first day of a fact without a day of its own; when it is empty, the day of the permit's decision. */
const GENERAL_FROM = ['factsFrom', 'permitDecidedOn'] as const;

/**
 * Every fact that CSV can state, each once per row; others need JSON lines. The same as in
 * `docs/operations/imports.md`.
 */
const FACTS: readonly FactColumns[] = [
  factOf('birth', { bornOn: 'bornOn' }, 'bornOn'),
  factOf('origin', { bornIn: 'bornIn', citizenship: 'citizenship' }, 'bornOn'),
  factOf('arrival', { arrivedOn: 'arrivedOn' }, 'arrivedOn'),
  factOf(
    'permit',
    {
      permitGround: 'ground',
      permitDecidedOn: 'decidedOn',
      permitValidFrom: 'validFrom',
      permitValidTo: 'validTo',
      permitServedOn: 'servedOn',
      permitRefuses: 'refuses',
    },
    'permitDecidedOn',
  ),
  factOf('registration', { registrationKommun: 'kommun', registeredFrom: 'from' }, 'registeredFrom'),
  factOf('protectedIdentity', { protection: 'level' }),
  factOf('lmaAid', { lmaPaidUntil: 'paidUntil' }),
  factOf('family', { parentsInSweden: 'parentsInSweden' }),
  factOf('applicant', { isApplicant: 'isApplicant' }),
  factOf('language', { lacksSwedish: 'lacksSwedish' }),
  factOf('education', { foreignGrades: 'foreignGrades', regulatedProfession: 'regulatedProfession' }),
  factOf('occupation', { activity: 'activity', activityExtent: 'extent' }),
  factOf('income', { incomeSource: 'source', incomeFrom: 'from', incomeUntil: 'until' }, 'incomeFrom'),
  factOf('preschoolRequest', { preschoolRequestedOn: 'requestedOn' }, 'preschoolRequestedOn'),
  factOf('bistandRequest', { bistandRequestedOn: 'requestedOn' }, 'bistandRequestedOn'),
  factOf('anchor', {
    anchorReceivedOn: 'receivedOn',
    anchorAppliedOn: 'appliedOn',
    anchorIsSwedishCitizen: 'isSwedishCitizen',
    anchorFormerlyUnaccompanied: 'formerlyUnaccompanied',
  }),
  ofHousehold(
    factOf(
      'stay',
      { stayKommun: 'kommun', stayDwelling: 'dwelling', stayMovedInOn: 'movedInOn' },
      'stayMovedInOn',
    ),
  ),
  ofHousehold(factOf('settlement', { settlement: 'form' })),
  ofHousehold(factOf('lma', { lmaRegistered: 'registered', lmaHousing: 'housing' })),
];

/** Every column that a file may have, in the order of the documentation. */
export const CSV_COLUMNS: readonly string[] = [
  ...PERSON_COLUMNS,
  'factsFrom',
  ...FACTS.flatMap(({ fields }) => Object.keys(fields)),
];

function factOf<K extends FactKind>(
  kind: K,
  fields: Readonly<Record<string, Exclude<keyof Extract<Fact, { kind: K }>, 'kind'> & string>>,
  from?: string,
): FactColumns {
  return { kind, of: 'facts', fields, from };
}

function ofHousehold(fact: FactColumns): FactColumns {
  return { ...fact, of: 'householdFacts' };
}

/**
 * Returns the faults of a file's header, in words. An unknown column is named by its position: when the header was
 * forgotten, the first line is a person.
 */
export function headerFaults(header: readonly string[]): string[] {
  const unknown = header.flatMap((name, place) =>
    CSV_COLUMNS.includes(name) ? [] : [`column ${place + 1} is not a column of an import`],
  );
  const twice = header.filter((name, place) => CSV_COLUMNS.includes(name) && header.indexOf(name) < place);
  const missing = REQUIRED_COLUMNS.filter((name) => !header.includes(name));
  return [
    ...unknown,
    ...twice.map((name) => `${name} is there twice`),
    ...missing.map((name) => `${name} is missing`),
  ];
}

/** Returns a CSV row in the form of the row schema: its columns combined to facts. */
export function readCells(cells: Cells): ReadCells {
  const present = FACTS.filter(
    ({ kind, fields }) => kind === 'birth' || Object.keys(fields).some((column) => column in cells),
  );
  const ofPerson = present.filter(({ of }) => of === 'facts');
  const ofHome = present.filter(({ of }) => of === 'householdFacts');
  const value = {
    ...Object.fromEntries(
      PERSON_COLUMNS.flatMap((column) => (column in cells ? [[column, cells[column]]] : [])),
    ),
    facts: ofPerson.map((fact) => statedFact(fact, cells)),
    householdFacts: ofHome.map((fact) => statedFact(fact, cells)),
  };
  return { value, columnAt: (path) => columnAt({ facts: ofPerson, householdFacts: ofHome }, path) };
}

function statedFact({ kind, fields, from }: FactColumns, cells: Cells) {
  const told = Object.entries(fields).flatMap(([column, field]) =>
    column in cells ? [[field, truth(cells[column])]] : [],
  );
  const day = [...(from ? [from] : []), ...GENERAL_FROM].find((column) => column in cells);
  return { fact: { kind, ...Object.fromEntries(told) }, validFrom: day && cells[day] };
}

/** Reads `true` and `false` as booleans; no text field of a fact may have these values. */
function truth(cell: string | undefined): unknown {
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

function columnAt(
  present: Readonly<Record<FactColumns['of'], readonly FactColumns[]>>,
  [first, place, part, field]: readonly PropertyKey[],
): string {
  if (first !== 'facts' && first !== 'householdFacts') return String(first ?? 'row');
  const fact = present[first][Number(place)];
  if (!fact) return first;
  const column = Object.entries(fact.fields).find(([, named]) => part === 'fact' && named === field)?.[0];
  return column ?? (part === 'validFrom' ? (fact.from ?? GENERAL_FROM[0]) : fact.kind);
}
