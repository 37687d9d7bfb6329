import { randomUUID } from 'node:crypto';
import { CLEARED } from '../../../register/imports/checking/settle';
import { household, member, newDossiernummer } from '../support/household';
import { type ImportDesk, openImportDesk } from './support/import-desk';
import { csvOf, jsonLine, row } from './support/rows';

/** Published by Skatteverket for tests. */
const NUMBER = '199105142393';

describe('the rows of a file', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await openImportDesk();
    desk.startsWorker();
  });

  afterAll(() => desk.close());

  const outcomes = async (address: string, identity?: string) =>
    (await desk.result(address, identity)).map(({ outcome, errors }) => [outcome, errors]);

  it('are opened when nothing is wrong with them, and each says which case', async () => {
    const address = await desk.imports([row(), row()]);
    const result = await desk.result(address);
    expect(result.map(({ line, outcome, errors }) => [line, outcome, errors])).toEqual([
      [2, 'opened', ''],
      [3, 'opened', ''],
    ]);
    const read = await desk.get('coordinator', `/api/v1/cases/${result[0]?.caseId}`);
    expect(read.body).toMatchObject({ kommun: '0484', state: 'open' });
  });

  it('are told every fault of theirs, and no value', async () => {
    const address = await desk.imports([
      row({ bornOn: '1991-02-30', role: 'cousin' }),
      row({ dossiernummer: 'Hemligsson' }),
      row({ household: '=1+1' }),
    ]);
    expect(await outcomes(address)).toEqual([
      ['invalid', expect.stringMatching(/role: Invalid option.*bornOn: Invalid ISO date/)],
      ['invalid', 'dossiernummer: must be two digits, a hyphen and six digits'],
      ['invalid', 'household: must be letters, digits, spaces, . _ / or -, 100 at most'],
    ]);
    const { text } = await desk.get('coordinator', `${address}/result`);
    expect(text).not.toMatch(/Hemligsson|1991-02-30|cousin|=1/);
  });

  it('of another length than the header are faulty, and so is what is no JSON', async () => {
    const csv = csvOf([row(), row()]).trimEnd();
    expect(await outcomes(await desk.imports(`${csv},x`))).toEqual([
      ['opened', ''],
      ['invalid', expect.stringMatching(/^row: has 16 cells where the first line has 15$/)],
    ]);
    const lines = `${jsonLine()}\nHemligsson\n${jsonLine({ facts: [] })}`;
    expect(await outcomes(await desk.imports(lines, { type: 'application/x-ndjson' }))).toEqual([
      ['opened', ''],
      ['invalid', 'row: is not a JSON object'],
      ['invalid', 'facts: must hold one birth fact'],
    ]);
  });

  it('hold up their whole household when one of them is faulty, saying which line', async () => {
    const family = row();
    const address = await desk.imports([
      family,
      row(),
      row({ household: family.household ?? '', role: 'cousin' }),
      row({ household: family.household ?? '', role: 'child' }),
    ]);
    const held = 'household: a row of it is invalid (line 4)';
    expect((await outcomes(address)).map(([outcome, errors]) => [outcome, errors])).toEqual([
      ['skipped', held],
      ['opened', ''],
      ['invalid', expect.stringMatching(/^role/)],
      ['skipped', held],
    ]);
  });

  it('are one household wherever they stand, with the facts that one of them tells', async () => {
    const first = row();
    const alone = row();
    const child = row({
      household: first.household ?? '',
      role: 'child',
      relation: 'barn',
      stayKommun: '',
      stayDwelling: '',
    });
    const result = await desk.result(await desk.imports([first, alone, child]));
    const { body } = await desk.get('coordinator', `/api/v1/cases/${result[2]?.caseId}`);
    expect(body.kommun).toBe('0484');
    const home = await desk.get('coordinator', `/api/v1/households/${body.householdId}`);
    expect(home.body.members.map((one: { role: string }) => one.role)).toEqual(['adult', 'child']);
  });

  it('must tell the same of one household', async () => {
    const first = row();
    const other = row({ household: first.household ?? '', stayKommun: '2281' });
    expect(await outcomes(await desk.imports([first, other]))).toEqual([
      ['skipped', 'household: a row of it is invalid (line 3)'],
      ['invalid', 'stay: is told otherwise of the same household (line 2)'],
    ]);
  });

  it('are no more than thirty in a household', async () => {
    const { household = '' } = row();
    const many = Array.from({ length: 31 }, () => row({ household }));
    const found = await outcomes(await desk.imports(many));
    expect(new Set(found.map(String))).toEqual(new Set(['invalid,household: has more than 30 rows']));
  });

  it('are duplicates of an open case with the same number, and say which case', async () => {
    const known = member({ personnummer: NUMBER });
    const opened = await desk.post('coordinator', '/api/v1/households', household({ members: [known] }));
    expect(opened.status).toBe(201);
    const { caseId } = opened.body.cases[0];
    const result = await desk.result(
      await desk.imports([
        row({ dossiernummer: known.dossiernummer }),
        row({ personnummer: '19910514-2393' }),
        row(),
      ]),
    );
    expect(result.map(({ outcome, caseId: held, errors }) => [outcome, held, errors])).toEqual([
      ['duplicate', caseId, 'dossiernummer: is held by an open case'],
      ['duplicate', caseId, 'personnummer: is held by an open case'],
      ['opened', expect.any(String), ''],
    ]);
  });

  it('are duplicates of an earlier row with the same number, and say which line', async () => {
    const dossiernummer = newDossiernummer();
    const first = row({ dossiernummer });
    const again = row({ dossiernummer });
    const sibling = row({ household: again.household ?? '' });
    expect(await outcomes(await desk.imports([first, again, sibling]))).toEqual([
      ['opened', ''],
      ['duplicate', 'dossiernummer: is that of another row (line 2)'],
      ['skipped', 'household: a row of it is duplicate (line 3)'],
    ]);
  });

  it('sent once more under another key are all duplicates', async () => {
    const file = csvOf([row(), row(), row()]);
    const first = await desk.result(await desk.imports(file));
    const again = await desk.result(await desk.imports(file));
    expect(again.map(({ outcome, caseId }) => [outcome, caseId])).toEqual(
      first.map(({ caseId }) => ['duplicate', caseId]),
    );
  });

  it('may be validated only: then nothing is opened', async () => {
    const address = await desk.imports([row(), row({ role: 'cousin' })], { query: '&validateOnly=true' });
    expect(await outcomes(address)).toEqual([
      ['skipped', 'row: is right; the file was only validated'],
      ['invalid', expect.stringMatching(/^role/)],
    ]);
    const { body } = await desk.get('coordinator', address);
    expect(body).toMatchObject({ state: 'ended', validateOnly: true, estimatedEnd: null });
  });

  it('live where their sender works', async () => {
    const token = await desk.signIn.forge({
      sub: 'samordnare-eskilstuna',
      role: 'coordinator',
      area: ['0484'],
      exp: 4_000_000_000,
    });
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'text/csv',
    };
    const home = row();
    const file = csvOf([home, row({ stayKommun: '2281' }), row({ stayKommun: '', stayDwelling: '' })]);
    const sent = await desk.postWith('coordinator', '/api/v1/imports?source=x', file, headers);
    const address = String(sent.headers.location);
    await desk.untilState(address, 'ended');
    const outside = ['invalid', "stayKommun: is outside the sender's area"];
    expect(await outcomes(address)).toEqual([['opened', ''], outside, outside]);
  });

  it('add up, and hold nothing of a person once they have come to their end', async () => {
    const family = row();
    const address = await desk.imports([
      family,
      row({ household: family.household ?? '', role: 'cousin' }),
      row(),
      row({ dossiernummer: newDossiernummer() }),
    ]);
    const { body } = await desk.get('coordinator', address);
    expect(body.counts).toEqual({
      waiting: 0,
      candidate: 0,
      invalid: 1,
      duplicate: 0,
      skipped: 1,
      opened: 2,
    });
    expect(body.rows).toBe(4);
    const kept = await desk.register
      .selectFrom('import_rows')
      .selectAll()
      .where('import_id', '=', body.importId)
      .execute();
    for (const one of kept) expect(one).toMatchObject(CLEARED);
  });
});
