import { CSV_COLUMNS, headerFaults } from '../../../register/imports/rows/csv-columns';
import { readRow } from '../../../register/imports/rows/import-row';

const REQUIRED = {
  household: 'H-1',
  givenName: 'Amira',
  familyName: 'Exempel',
  dossiernummer: '12-345678',
  role: 'adult',
  bornOn: '1991-05-14',
};
const WHOLE = {
  ...REQUIRED,
  personnummer: '19910514-2393',
  relation: 'maka',
  bornIn: 'SY',
  arrivedOn: '2026-03-16',
  permitGround: 'refugee',
  permitDecidedOn: '2026-11-02',
  permitValidFrom: '2026-11-02',
  permitValidTo: '2029-11-01',
  protection: 'none',
  lacksSwedish: 'true',
  foreignGrades: 'false',
  activity: 'unemployed',
  activityExtent: 'full',
  stayKommun: '0484',
  stayDwelling: 'fixed',
  settlement: 'anvisad',
  lmaRegistered: 'true',
  lmaHousing: 'asylboende',
};

function ofCsv(cells: object) {
  return readRow('csv', JSON.stringify(cells));
}

function without<T extends object>(cells: T, column: keyof T): Partial<T> {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => name !== column)) as Partial<T>;
}

describe('a row of CSV', () => {
  it('tells a person, and the facts that its columns make together', () => {
    const { row } = ofCsv(WHOLE);
    expect(row).toMatchObject({ household: 'H-1', personnummer: '199105142393', relation: 'maka' });
    const facts = Object.fromEntries((row?.facts ?? []).map((stated) => [stated.fact.kind, stated]));
    expect(facts.permit).toEqual({
      fact: {
        kind: 'permit',
        ground: 'refugee',
        decidedOn: '2026-11-02',
        validFrom: '2026-11-02',
        validTo: '2029-11-01',
      },
      validFrom: '2026-11-02',
    });
    expect(facts.language?.fact).toEqual({ kind: 'language', lacksSwedish: true });
    expect(Object.keys(facts)).toHaveLength(8);
    expect(row?.householdFacts?.map(({ fact }) => fact.kind)).toEqual(['stay', 'settlement', 'lma']);
  });

  it('dates each fact by its own day, else by factsFrom, else by the permit', () => {
    const fromOf = (cells: object, kind: string) => {
      const { row } = ofCsv(cells);
      const all = [...(row?.facts ?? []), ...(row?.householdFacts ?? [])];
      return all.find(({ fact }) => fact.kind === kind)?.validFrom;
    };
    expect(fromOf(WHOLE, 'birth')).toBe('1991-05-14');
    expect(fromOf(WHOLE, 'arrival')).toBe('2026-03-16');
    expect(fromOf(WHOLE, 'stay')).toBe('2026-11-02');
    expect(fromOf({ ...WHOLE, stayMovedInOn: '2026-11-09' }, 'stay')).toBe('2026-11-09');
    expect(fromOf({ ...WHOLE, factsFrom: '2026-10-01' }, 'language')).toBe('2026-10-01');
  });

  it.each([
    ['no dossier number', without(REQUIRED, 'dossiernummer'), 'dossiernummer', 'is missing'],
    ['no birth date', without(REQUIRED, 'bornOn'), 'bornOn', 'is missing'],
    ['no household', without(REQUIRED, 'household'), 'household', 'is missing'],
    ['a day that does not exist', { ...REQUIRED, bornOn: '1991-02-30' }, 'bornOn', 'Invalid ISO date'],
    ['a role that nobody has', { ...REQUIRED, role: 'cousin' }, 'role', /^Invalid option/],
    [
      'a check digit that is wrong',
      { ...REQUIRED, personnummer: '19910514-2394' },
      'personnummer',
      /check digit/,
    ],
    ['a number of another form', { ...REQUIRED, dossiernummer: '1' }, 'dossiernummer', /two digits/],
    ['half a permit', { ...REQUIRED, permitDecidedOn: '2026-11-02' }, 'permitGround', 'is missing'],
    [
      'a kommun without its dwelling',
      { ...REQUIRED, factsFrom: '2026-11-02', stayKommun: '0484' },
      'stayDwelling',
      'is missing',
    ],
    ['a fact without a day', { ...REQUIRED, lacksSwedish: 'true' }, 'factsFrom', 'is missing'],
    [
      'a word for yes',
      { ...REQUIRED, factsFrom: '2026-11-02', lacksSwedish: 'ja' },
      'lacksSwedish',
      /boolean/,
    ],
    [
      'a household that a spreadsheet would reckon',
      { ...REQUIRED, household: '=1+1' },
      'household',
      /must be/,
    ],
  ])('with %s is refused, naming the column and the rule', (_, cells, column, rule) => {
    const { faults = [] } = ofCsv(cells);
    const fault = faults.find((one) => one.column === column);
    expect(fault?.rule).toMatch(rule);
  });

  it('is told everything that is wrong with it at once, each once, and none of what it holds', () => {
    const { faults = [] } = ofCsv({ household: 'H-1', givenName: 'Hemligsson', bornOn: '19910514' });
    expect(faults.map(({ column }) => column)).toEqual(['familyName', 'dossiernummer', 'role', 'bornOn']);
    expect(JSON.stringify(faults)).not.toMatch(/Hemligsson|1991/);
  });
});

describe('a line of JSON', () => {
  const line = {
    ...without(REQUIRED, 'bornOn'),
    facts: [{ fact: { kind: 'birth', bornOn: '1991-05-14' }, validFrom: '1991-05-14' }],
  };

  it('is a member of an intake with a household', () => {
    expect(readRow('jsonLines', JSON.stringify(line)).row).toEqual(line);
  });

  it.each([
    ['no JSON', 'Amira;Exempel', 'row', 'is not a JSON object'],
    ['a list', '[]', 'row', 'is not a JSON object'],
    ['an unknown field', JSON.stringify({ ...line, Hemligsson: 1 }), 'row', 'has a field that is not known'],
    ['no facts', JSON.stringify({ ...line, facts: [] }), 'facts', 'must hold one birth fact'],
    [
      'a wrong day',
      JSON.stringify({ ...line, facts: [{ fact: { kind: 'birth', bornOn: 'x' }, validFrom: '1991-05-14' }] }),
      'facts.0.fact.bornOn',
      'Invalid ISO date',
    ],
  ])('with %s is refused, naming the field', (_, content, column, rule) => {
    const { faults } = readRow('jsonLines', content);
    expect(faults).toContainEqual({ column, rule });
    expect(JSON.stringify(faults)).not.toMatch(/Hemligsson|Amira/);
  });
});

describe('the header of CSV', () => {
  it('may have every column, in any order', () => {
    expect(headerFaults(CSV_COLUMNS.toReversed())).toEqual([]);
  });

  it('has what every person must have; others are named by their place, for they may be a person', () => {
    expect(headerFaults(['household', 'Hemligsson', 'role', 'role'])).toEqual([
      'column 2 is not a column of an import',
      'role is there twice',
      'givenName is missing',
      'familyName is missing',
      'dossiernummer is missing',
      'bornOn is missing',
    ]);
  });
});
