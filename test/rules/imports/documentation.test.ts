import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { repositoryRoot } from '../../../platform/root';
import { CSV_COLUMNS, headerFaults } from '../../../register/imports/rows/csv-columns';
import { readRow } from '../../../register/imports/rows/import-row';

const read = (file: string) => readFileSync(path.join(repositoryRoot(), file), 'utf8');

describe('the page about imports', () => {
  it('names every column, and no other', () => {
    const page = read('docs/operations/imports.md');
    const table = page.slice(page.indexOf('### Columns'), page.indexOf('\\* must be there'));
    const first = table.split('\n').flatMap((line) => /^\| (`[^|]+)\|/.exec(line)?.[1] ?? []);
    const named = first.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(new Set(CSV_COLUMNS));
  });
});

describe('examples/import.csv', () => {
  it('holds rows that nothing is wrong with', () => {
    const [header = [], ...records] = parse(read('examples/import.csv')) as string[][];
    expect(headerFaults(header)).toEqual([]);
    const faults = records.flatMap((record) => {
      const cells = Object.fromEntries(
        header.flatMap((column, place) => (record[place] ? [[column, record[place]]] : [])),
      );
      return readRow('csv', JSON.stringify(cells)).faults ?? [];
    });
    expect([records.length, faults]).toEqual([5, []]);
  });
});
