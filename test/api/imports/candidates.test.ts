import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { KommunCode } from '../../../domain/model/ids';
import { ALIKE, type Named, NOT_ALIKE } from '../../rules/likeness/pairs';
import { type ImportDesk, openImportDesk } from './support/import-desk';
import { csvOf, row } from './support/rows';

/** A day that no other pair has, and that no digit mistyped makes another's. */
function dayOf(pair: number): string {
  const day = 10 + (pair % 18);
  const month = 1 + (Math.floor(pair / 18) % 9);
  return `19${60 + pair}-0${month}-${day}`;
}

function named([givenName, familyName]: Named, bornOn: string) {
  return row({ givenName, familyName, bornOn });
}

describe('a row that may be somebody who is there', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await openImportDesk();
    desk.startsWorker();
  });

  afterAll(() => desk.close());

  const candidates = async (address: string, identity = 'coordinator') =>
    (await desk.get(identity, `${address}/candidates`)).body;
  const decides = (address: string, line: number, body: object, key = randomUUID()) =>
    desk.post('coordinator', `${address}/candidates/${line}`, body, key);

  /** Opens a case for somebody, and imports somebody alike; gives the import's address and the case. */
  async function twoAlike(more: Parameters<typeof row>[0] = {}, others: ReturnType<typeof row>[] = []) {
    const one = row();
    const [opened] = await desk.result(await desk.imports([one]));
    const { givenName = '', familyName = '', bornOn = '' } = one;
    const address = await desk.imports([row({ givenName, familyName, bornOn, ...more }), ...others]);
    return { address, caseId: opened?.caseId ?? '', one };
  }

  it('is found by name and birth date, however the name is written', async () => {
    const pairs = [...ALIKE, ...NOT_ALIKE];
    await desk.imports(pairs.map(([, one], pair) => named(one, dayOf(pair))));
    const address = await desk.imports(pairs.map(([, , other], pair) => named(other, dayOf(pair))));
    const found = (await desk.result(address)).map(({ outcome }, pair) => [pairs[pair]?.[0], outcome]);
    expect(found).toEqual([
      ...ALIKE.map(([what]) => [what, 'candidate']),
      ...NOT_ALIKE.map(([what]) => [what, 'opened']),
    ]);
  });

  it.each([
    ['day and month swapped', '1981-03-07', '1981-07-03', 'dayAndMonthSwapped'],
    ['one digit of another', '1982-03-17', '1982-03-19', 'oneDigitDiffers'],
  ])('is found with %s', async (_, one, other, birthDates) => {
    const { address } = await twoAlikeBorn(one, other);
    const { items } = await candidates(address);
    expect(items[0].alike).toMatchObject([{ birthDates, person: { bornOn: one } }]);
  });

  async function twoAlikeBorn(one: string, other: string) {
    const first = row({ bornOn: one });
    await desk.imports([first]);
    const { givenName = '', familyName = '' } = first;
    return { address: await desk.imports([row({ givenName, familyName, bornOn: other })]) };
  }

  it.each([
    [
      'had been folded by older rules',
      sql`update person_names set folding = 0, whole = '', parts = '{}', keys = '{}'`,
    ],
    ['had not been folded at all', sql`delete from person_names`],
  ])('is found also among persons whose names %s', async (_, undo) => {
    const one = row();
    await desk.imports([one]);
    await undo.execute(desk.register);
    const { givenName = '', familyName = '', bornOn = '' } = one;
    const address = await desk.imports([row({ givenName, familyName, bornOn })]);
    expect((await candidates(address)).items).toHaveLength(1);
  });

  it('waits with its household until a person has said that it is somebody new', async () => {
    const sibling = row({ household: 'Syskon' });
    const { address, caseId } = await twoAlike({ household: 'Syskon' }, [sibling]);
    const waiting = await desk.get('coordinator', address);
    expect(waiting.body).toMatchObject({ state: 'awaitingDecisions', counts: { candidate: 1, waiting: 1 } });
    const { items } = await candidates(address);
    expect(items).toMatchObject([{ line: 2, household: 'Syskon', alike: [{ birthDates: 'same', caseId }] }]);
    const decided = await decides(address, 2, { decision: 'new' });
    expect([decided.status, decided.body]).toEqual([200, { line: 2, outcome: 'waiting' }]);
    await desk.untilState(address, 'ended');
    const result = await desk.result(address);
    expect(result.map(({ outcome }) => outcome)).toEqual(['opened', 'opened']);
  });

  it('is a duplicate when a person says so; nothing is added to the case, whose timeline tells it', async () => {
    const sibling = row({ household: 'Syskon' });
    const { address, caseId } = await twoAlike({ household: 'Syskon' }, [sibling]);
    const facts = () => desk.register.selectFrom('facts').select('id').execute();
    const before = await facts();
    const key = randomUUID();
    const decided = await decides(address, 2, { decision: 'same', caseId }, key);
    expect(decided.body).toEqual({ line: 2, outcome: 'duplicate' });
    expect((await decides(address, 2, { decision: 'same', caseId }, key)).body).toEqual(decided.body);
    await desk.untilState(address, 'ended');
    const result = await desk.result(address);
    expect(result.map(({ outcome, caseId: held, errors }) => [outcome, held, errors])).toEqual([
      ['duplicate', caseId, 'row: is the same person, as somebody decided'],
      ['skipped', '', 'household: a row of it is duplicate (line 2)'],
    ]);
    expect(await facts()).toEqual(before);
    const timeline = await desk.get('coordinator', `/api/v1/cases/${caseId}/timeline`);
    const told = timeline.body.items.filter((entry: { kind: string }) => entry.kind === 'importDecision');
    expect(told).toMatchObject([{ actor: 'coordinator', content: { line: 2, decision: 'same' } }]);
  });

  it('is found among the other rows of the file too, but not within its own household', async () => {
    const one = row();
    const { givenName = '', familyName = '', bornOn = '', household = '' } = one;
    const address = await desk.imports([
      one,
      row({ givenName, familyName, bornOn, household }),
      row({ givenName, familyName, bornOn }),
    ]);
    const { items } = await candidates(address);
    expect(items.map(({ line }: { line: number }) => line)).toEqual([4]);
    expect(items[0].alike.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    expect((await decides(address, 4, { decision: 'same' })).status).toBe(400);
    expect((await decides(address, 4, { decision: 'same', line: 2 })).status).toBe(200);
    const result = await desk.result(address);
    expect(result[2]).toMatchObject({
      outcome: 'duplicate',
      errors: 'row: is the same person, as somebody decided (line 2)',
    });
  });

  it('is decided about once, and only by a case or row that it is like', async () => {
    const { address } = await twoAlike();
    const [stranger] = await desk.result(await desk.imports([row()]));
    const wrong = await decides(address, 2, { decision: 'same', caseId: stranger?.caseId });
    expect([wrong.status, wrong.body.type]).toEqual([400, '/problems/invalid-request']);
    expect((await decides(address, 2, { decision: 'new' })).status).toBe(200);
    const again = await decides(address, 2, { decision: 'same' });
    expect([again.status, again.body.type]).toEqual([409, '/problems/no-word-awaited']);
    expect((await decides(address, 99, { decision: 'new' })).status).toBe(409);
  });

  it('is only said to be like somebody where the caller may not know the case', async () => {
    const { address, caseId } = await twoAlike({ household: 'Grannar' });
    await desk.register
      .updateTable('cases')
      .set({ kommun: '2281' as KommunCode })
      .where('id', '=', caseId as never)
      .execute();
    const claims = { role: 'coordinator', area: ['0484'], exp: 4_000_000_000 };
    const token = await desk.signIn.forge({ ...claims, sub: 'samordnare-eskilstuna' });
    const headers = { authorization: `Bearer ${token}` };
    expect((await desk.getWith('coordinator', address, headers)).status).toBe(404);
    const [line] = (await candidates(address)).items;
    expect(line.alike).toMatchObject([{ caseId }]);
    await desk.register
      .updateTable('imports')
      .set({ area: '["0484"]' })
      .where('id', '=', address.split('/').at(-1) ?? '')
      .execute();
    const { body } = await desk.getWith('coordinator', `${address}/candidates`, headers);
    expect(body.items[0].alike).toEqual([{ birthDates: 'same', line: null, caseId: null, person: null }]);
  });

  it('is counted when the file is only validated, and nobody is asked about it', async () => {
    const one = row();
    await desk.imports([one]);
    const { givenName = '', familyName = '', bornOn = '' } = one;
    const file = csvOf([row({ givenName, familyName, bornOn })]);
    const address = await desk.imports(file, { query: '&validateOnly=true' });
    const { body } = await desk.get('coordinator', address);
    expect(body).toMatchObject({ state: 'ended', counts: { candidate: 1, skipped: 0 } });
    expect((await candidates(address)).items).toEqual([]);
  });
});
