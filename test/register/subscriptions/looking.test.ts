import { sql } from 'kysely';
import { pino } from 'pino';
import type { AgencyId } from '../../../domain/model/agency';
import type { KommunCode, StepId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import { createDatabase, type Register } from '../../../register/database';
import { lookAt } from '../../../register/subscriptions/look';
import { listSubscriptions } from '../../../register/subscriptions/store';
import type { Condition } from '../../../register/subscriptions/subscription';
import { countSubscriptions } from '../../../worker/background/subscriptions';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';
import { done, knows, MANAGER, subscribes, waiting } from './looks';

const QUIET = pino({ level: 'silent' });
const NOW = new Date('2027-02-01T08:00:00Z');
const ESKILSTUNA = '0484' as KommunCode;
const PERSONNUMMER: Condition = {
  kind: 'waiting',
  moreThan: 3,
  kommun: ESKILSTUNA,
  step: 'personnummer' as StepId,
  longerThanDays: 30,
};

describe('a look at a subscription', () => {
  let database: TestDatabase;
  let register: Register;

  beforeEach(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    await intake(register, [[]]);
    await knows(register);
  });
  afterEach(async () => {
    await register.destroy();
    await database.drop();
  });

  const look = async (id: string, now = NOW) => lookAt(register, id, now);
  const casesOf = async (owner = MANAGER) =>
    (await listSubscriptions(register, owner)).map(({ cases }) => cases);
  const told = async () =>
    register.selectFrom('deliveries').select(['event_key', 'position', 'event']).orderBy('id').execute();

  it('tells nothing of exactly as many cases, tells of one more once, and once again when it is over', async () => {
    const id = await subscribes(register, PERSONNUMMER);
    const first = await waiting(register, 3);
    expect(await look(id)).toBeUndefined();
    await waiting(register, 1);
    expect(await look(id)).toMatchObject({ state: 'over', sequence: 1, cases: 4 });
    expect(await look(id)).toBeUndefined();
    await waiting(register, 1);
    expect(await look(id)).toBeUndefined();
    await done(register, first.slice(0, 2));
    expect(await look(id)).toMatchObject({ state: 'under', sequence: 2, cases: 3 });
    expect(await look(id)).toBeUndefined();
    expect((await told()).map(({ event }) => [event.state, event.cases])).toEqual([
      ['over', 4],
      ['under', 3],
    ]);
  });

  it('tells once also when several workers look at the same time', async () => {
    const id = await subscribes(register, PERSONNUMMER);
    await waiting(register, 4);
    const events = await Promise.all(Array.from({ length: 8 }, async () => look(id)));
    expect(events.filter((event) => event !== undefined)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it('counts a step from the day after its thirtieth', async () => {
    const id = await subscribes(register, { ...PERSONNUMMER, moreThan: 0 });
    await waiting(register, 1, { since: '2027-01-02' as PlainDate });
    expect(await look(id)).toBeUndefined();
    // In Sweden it is the third of February by then.
    expect(await look(id, new Date('2027-02-01T22:59:59Z'))).toBeUndefined();
    expect(await look(id, new Date('2027-02-01T23:00:00Z'))).toMatchObject({ cases: 1 });
  });

  it('counts protected persons in the whole country, and in no kommun or area', async () => {
    await waiting(register, 2, { queue: 'protected' });
    await waiting(register, 1);
    await register
      .updateTable('cases')
      .set({ protection: null })
      .where('kommun', '=', ESKILSTUNA)
      .where(sql<boolean>`protection ->> 'queue' = 'ordinary'`)
      .execute();
    const { kommun: _kommun, ...national } = PERSONNUMMER;
    await knows(register, { subject: 'local', area: [ESKILSTUNA] });
    const ids = [
      await subscribes(register, PERSONNUMMER),
      await subscribes(register, national),
      await subscribes(register, national, { owner: 'local' }),
    ];
    for (const id of ids) await look(id);
    expect(await casesOf()).toEqual([0, 3]);
    expect(await casesOf('local')).toEqual([0]);
  });

  it('counts only what its owner may know of now, and rests while that is not what it is about', async () => {
    await waiting(register, 4);
    await waiting(register, 2, { kommun: '2281' });
    const { kommun: _kommun, ...national } = PERSONNUMMER;
    const all = await subscribes(register, national);
    const one = await subscribes(register, PERSONNUMMER);
    await look(all);
    await look(one);
    expect(await casesOf()).toEqual([6, 4]);
    await knows(register, { area: ['2281' as KommunCode] });
    expect(await look(all)).toMatchObject({ state: 'under', cases: 2 });
    expect(await look(one)).toBeUndefined();
    expect(await casesOf()).toEqual([2, 4]);
  });

  it('counts for a caseworker the steps of the own agency', async () => {
    await waiting(register, 4);
    await knows(register, { subject: 'at-skatteverket', role: 'caseworker', agency: 'skatteverket' });
    await knows(register, { subject: 'at-kommun', role: 'caseworker', agency: 'kommun' });
    const every: Condition = { kind: 'waiting', moreThan: 3 };
    const own = await subscribes(register, every, { owner: 'at-skatteverket' });
    const others = await subscribes(register, every, { owner: 'at-kommun' });
    expect(await look(own)).toMatchObject({ state: 'over' });
    await look(others);
    expect(await casesOf('at-kommun')).not.toEqual([4]);
    const foreign = await subscribes(register, PERSONNUMMER, { owner: 'at-kommun' });
    expect(await look(foreign)).toBeUndefined();
  });

  it('counts stuck cases of the day by root and reason, and cases with technical trouble', async () => {
    const [first = '', second = '', third = ''] = await waiting(register, 3);
    await sql`insert into stuck_spans values
      (${first}, '2027-01-01', null, '2027-01-01', 'personnummer', 'skatteverket', '0484', '{silent}', '{}', 0, '[]'),
      (${second}, '2027-02-02', null, '2027-02-02', 'personnummer', 'skatteverket', '0484', '{silent}', '{}', 0, '[]'),
      (${third}, '2027-01-01', null, '2027-01-01', 'personnummer', 'skatteverket', '0484', '{gap}', '{}', 0, '[]')`.execute(
      register,
    );
    await sql`update cases set technical = '{"kind":"planFailed"}', technical_since = now() where id = ${first}`.execute(
      register,
    );
    const conditions: Condition[] = [
      { kind: 'stuck', moreThan: 0, agency: 'skatteverket' as AgencyId, kommun: ESKILSTUNA },
      { kind: 'stuck', moreThan: 0, step: 'personnummer' as StepId, reason: 'silent' },
      { kind: 'technical', moreThan: 0, kommun: ESKILSTUNA },
    ];
    for (const condition of conditions) await look(await subscribes(register, condition));
    expect(await casesOf()).toEqual([2, 1, 1]);
  });

  it('that cannot count one does not hold up the others', async () => {
    await waiting(register, 4);
    await subscribes(register, PERSONNUMMER);
    const broken = await subscribes(register, PERSONNUMMER);
    await subscribes(register, PERSONNUMMER);
    await sql`update subscriptions set condition = '{"kind":"unknown"}' where id = ${broken}`.execute(
      register,
    );
    await countSubscriptions({ register, logger: QUIET }, new AbortController().signal, () => NOW);
    expect(await casesOf()).toEqual([4, null, 4]);
  });
});
