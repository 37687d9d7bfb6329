import fc from 'fast-check';
import { SUM, type TableCell } from '../../../domain/statistics/table';
import { LEAST_PUBLISHED, withheldCells } from '../../../domain/statistics/withheld';
import { columnOf, imaginable, tableOf } from './tables';

/** The withheld numbers by place, in order. */
function withheldIn(cells: readonly TableCell[]): string[] {
  return [...withheldCells(cells)].map(({ row, column }) => `${row} ${column}`).toSorted();
}

describe('the numbers of a table of rows', () => {
  it('are all told when none is under 5', () => {
    expect(withheldIn(columnOf([5, 0, 17, 203]))).toEqual([]);
  });

  it('under 5 are withheld, and never a 0', () => {
    expect(withheldIn(columnOf([0, 4, 3, 2, 50]))).toEqual(['r1 *', 'r2 *', 'r3 *']);
  });

  it('take another along where one alone would follow from the sum, and that is the smallest', () => {
    expect(withheldIn(columnOf([3, 40, 12, 90]))).toEqual(['r0 *', 'r2 *']);
  });

  it('take another along where what the sum leaves for two says that both are small', () => {
    expect(withheldIn(columnOf([1, 2, 12, 90]))).toEqual(['r0 *', 'r1 *', 'r2 *']);
  });

  it('take the sum along where nothing else is left', () => {
    expect(withheldIn(columnOf([1, 1, 1, 1, 1]))).toEqual(['* *', 'r0 *', 'r1 *', 'r2 *', 'r3 *', 'r4 *']);
    expect(withheldIn(columnOf([0, 3]))).toEqual(['* *', 'r1 *']);
  });
});

describe('the numbers of a table of rows and columns', () => {
  it('are withheld so that neither the row nor the column tells', () => {
    const cells = tableOf([
      [3, 20, 30],
      [15, 12, 40],
      [50, 60, 11],
    ]);
    // Row 0 gives up its 20, column 0 its 15, and the corner between them follows from neither.
    expect(withheldIn(cells)).toEqual(['r0 c0', 'r0 c1', 'r1 c0', 'r1 c1']);
  });

  it('do not follow from several sums together', () => {
    // Two squares of withheld numbers joined by the 30: adding up rows 0 and 1 and columns 0 and 1 would leave it alone.
    const cells = tableOf([
      [4, 4, 50, 60],
      [4, 4, 30, 70],
      [80, 90, 4, 4],
      [85, 95, 4, 4],
    ]);
    const joined = cells.map((cell) =>
      cell.row === 'r1' && cell.column === 'c2' ? { ...cell, value: 3 } : cell,
    );
    const inner = joined.filter(({ row, column }) => row !== SUM && column !== SUM);
    const whole = tableOf(rowsOf(inner));
    expect(withheldIn(whole).length).toBeGreaterThan(9);
  });

  it('may be of things that do not add up: then only the small ones are withheld', () => {
    const cells = [
      { row: 'kommun', column: 'each', value: 3 },
      { row: 'skatteverket', column: 'each', value: 40 },
      { row: 'all', column: 'each', value: 41 },
    ];
    expect(withheldIn(cells)).toEqual(['kommun each']);
  });
});

function rowsOf(inner: readonly TableCell[]): number[][] {
  const rows = [...new Set(inner.map(({ row }) => row))];
  return rows.map((name) => inner.filter(({ row }) => row === name).map(({ value }) => value));
}

const anyNumber = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 60 }));
const anyTable = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(anyNumber, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )
  .map(tableOf);
const smallTable = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(tableOf);

describe('any table', () => {
  it('tells no number from 1 to 4, and every 0', () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const withheld = withheldCells(cells);
        const told = cells.filter((cell) => !withheld.has(cell));
        expect(told.filter(({ value }) => value > 0 && value < LEAST_PUBLISHED)).toEqual([]);
        expect([...withheld].filter(({ value }) => value === 0)).toEqual([]);
      }),
    );
  });

  it('withholds the same whatever order its numbers come in, as far as the small ones go', () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const small = (of: ReadonlySet<TableCell>) =>
          [...of].filter(({ value }) => value < LEAST_PUBLISHED).length;
        expect(small(withheldCells(cells.toReversed()))).toBe(small(withheldCells(cells)));
      }),
    );
  });

  it('leaves each withheld small number open to whoever tries every table that fits what is told', () => {
    fc.assert(
      fc.property(smallTable, (cells) => {
        const withheld = withheldCells(cells);
        const small = [...withheld].filter(({ value }) => value < LEAST_PUBLISHED);
        const seen = new Map(small.map((cell) => [cell, new Set<number>()]));
        for (const table of imaginable(cells, withheld, 12)) {
          for (const [cell, values] of seen) values.add(table.get(cell) ?? 0);
        }
        for (const values of seen.values()) {
          expect(values.size).toBeGreaterThan(1);
          expect(Math.max(...values)).toBeGreaterThanOrEqual(LEAST_PUBLISHED);
        }
      }),
      { numRuns: 100 },
    );
  });
});
