import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UNTOUCHED_RECORD } from '../../../domain/process/planner/step-records';
import type { CaseInput } from '../../../rules/cases/cases-of-register';
import { casesOfFile } from '../../../rules/cases/cases-file';
import { adult, metAll } from '../support';
import { caseOf, jsonLines, written } from './cases';

const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-cases-'));

afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string): Promise<readonly (readonly CaseInput[])[]> {
  const pages: (readonly CaseInput[])[] = [];
  for await (const page of casesOfFile(written(folder, 'cases.json', text))) pages.push(page);
  return pages;
}

describe('a file of cases', () => {
  const cases = [caseOf('a', adult(), metAll()), caseOf('b', adult())];

  it('is one case a line, or one array', async () => {
    expect(await read(jsonLines(...cases))).toEqual([cases]);
    expect(await read(JSON.stringify(cases, null, 2))).toEqual([cases]);
    expect(await read(`${jsonLines(cases[0] ?? {})}\n\n${JSON.stringify(cases[1])}`)).toEqual([cases]);
  });

  it('comes in pages, whatever its size', async () => {
    const many = Array.from({ length: 450 }, (_, n) => caseOf(`case-${n}`, adult()));
    const pages = await read(jsonLines(...many));
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50]);
    expect(pages.flat()).toEqual(many);
  });

  it.each(['', '[]', '\n\n'])('may be empty: %j', async (text) => {
    expect(await read(text)).toEqual([]);
  });

  it('may leave out of a record what has not happened', async () => {
    const [page] = await read('{"caseId":"a","facts":[],"records":{"sfi":{"openedOn":"2027-01-11"}}}');
    expect(page?.[0]?.records).toEqual({ sfi: { ...UNTOUCHED_RECORD, openedOn: '2027-01-11' } });
  });

  it.each([
    ['{"caseId":"a"', 'line 1 is not JSON'],
    ['[{"caseId":"a"', 'is not JSON'],
    ['\n{"caseId":"a","facts":[],"records":7}', 'line 2 is no case: records '],
    ['{"caseId":"a","facts":[{}],"records":{}}', 'line 1 is no case: facts.0.fact '],
    ['[{"caseId":"a","facts":[],"records":{}},{"facts":[],"records":{}}]', 'case 2 is no case: caseId '],
  ])('is refused by name and place when it is %j', async (text, fault) => {
    await expect(read(text)).rejects.toThrow(`${path.join(folder, 'cases.json')} ${fault}`);
  });

  it('is refused at once when it is not there', () => {
    const missing = path.join(folder, 'missing.json');
    expect(() => casesOfFile(missing)).toThrow(`${missing} cannot be read: ENOENT`);
  });
});
