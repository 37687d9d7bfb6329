import { sql } from 'kysely';
import { createDatabase } from '../../../register/database';
import { createLogger } from '../../../platform/logger';
import { moveWork } from '../../../register/absences/move-work';
import { holdRow } from '../../support/engine/held-row';
import { ANNA, BO, type Office, openOffice } from './office';

const QUIET = createLogger('test', 'fatal');
/** Noon, Swedish time, of a day in winter. */
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

describe('the work of somebody who is away', () => {
  let office: Office;

  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    await office.close();
  });

  it('goes to the substitute on the first day and comes back after the last one; the ledger names both', async () => {
    const cases = await office.gives(ANNA, 2);
    const absenceId = await office.isAway('2027-02-01', '2027-02-05');
    await moveWork(office.register, noon('2027-01-31'));
    expect(await office.assigneesOf(cases)).toEqual([ANNA, ANNA]);
    await moveWork(office.register, noon('2027-02-01'));
    expect(await office.assigneesOf(cases)).toEqual([BO, BO]);
    await moveWork(office.register, noon('2027-02-05'));
    expect(await office.assigneesOf(cases)).toEqual([BO, BO]);
    await moveWork(office.register, noon('2027-02-06'));
    expect(await office.assigneesOf(cases)).toEqual([ANNA, ANNA]);
    const both = { actor: 'absence', reason: 'absence', absenceId };
    for (const caseId of cases) {
      expect(await office.movesOf(caseId)).toMatchObject([
        { ...both, from: ANNA, to: BO, onBehalfOf: ANNA },
        { ...both, from: BO, to: ANNA },
      ]);
    }
  });

  it('is told to both, at both handovers', async () => {
    const [caseId] = await office.gives(ANNA, 1);
    await office.isAway('2027-02-01', '2027-02-01');
    await moveWork(office.register, noon('2027-02-01'));
    await moveWork(office.register, noon('2027-02-02'));
    const ofTheCase = async (who: string) =>
      (await office.toldTo(who)).filter((entry) => entry.caseId === caseId).map(({ kind }) => kind);
    expect(await ofTheCase(ANNA)).toEqual(['assigned', 'unassigned', 'assigned']);
    expect(await ofTheCase(BO)).toEqual(['assigned', 'unassigned']);
  });

  it('is moved once however often the worker looks, also by two at once', async () => {
    const [caseId = '' as never] = await office.gives(ANNA, 1);
    await office.isAway('2027-02-01', '2027-02-01');
    for (const day of ['2027-02-01', '2027-02-02']) {
      await Promise.all([moveWork(office.register, noon(day)), moveWork(office.register, noon(day))]);
      await moveWork(office.register, noon(day));
    }
    expect(await office.movesOf(caseId)).toHaveLength(2);
  });

  it.each([
    ['to the substitute', '2027-02-01', BO],
    ['back', '2027-02-09', ANNA],
  ])('goes on %s where a worker was killed in the middle, and nothing moves twice', async (_, day, to) => {
    const cases = await office.gives(ANNA, 3);
    await office.isAway('2027-02-01', '2027-02-08');
    if (to === ANNA) await moveWork(office.register, noon('2027-02-01'));
    const before = (await office.movesOf(cases[0] as never)).length;
    const held = await holdRow(office.database.url, cases[1] as never);
    const dying = createDatabase(office.database.url, QUIET);
    const round = moveWork(dying, noon(day)).then(
      () => 'ended',
      () => 'broken',
    );
    await held.untilAwaited();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(office.register);
    expect(await round).toBe('broken');
    await dying.destroy();
    expect(new Set(await office.assigneesOf(cases)).size).toBe(2);
    await held.letGo();
    await moveWork(office.register, noon(day));
    expect(await office.assigneesOf(cases)).toEqual([to, to, to]);
    const moves = await Promise.all(cases.map((caseId) => office.movesOf(caseId)));
    expect(moves.map(({ length }) => length)).toEqual([before + 1, before + 1, before + 1]);
  });

  it('goes on with the others where one step cannot be moved, and says so', async () => {
    const [broken, whole] = await office.gives(ANNA, 2);
    await office.isAway('2027-02-01', '2027-02-05');
    const dues = (of: string) =>
      sql`update case_steps set dues = ${of}::jsonb where case_id = ${broken} and step_id = 'sfi'`.execute(
        office.register,
      );
    await dues('[{"kind":"duty"}]');
    await expect(moveWork(office.register, noon('2027-02-01'))).rejects.toBeInstanceOf(Error);
    expect(await office.assigneesOf([broken as never, whole as never])).toEqual([ANNA, BO]);
    await dues('[]');
    await moveWork(office.register, noon('2027-02-01'));
    expect(await office.assigneesOf([broken as never, whole as never])).toEqual([BO, BO]);
  });

  it.each([
    ['the night to summer time', '2027-03-28', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
    ['the night to winter time', '2027-10-31', '2027-10-30T21:59:59Z', '2027-10-30T22:00:00Z'],
    ['the night after it', '2027-11-01', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
  ])('moves at midnight in Sweden, also in %s', async (_, day, before, midnight) => {
    const cases = await office.gives(ANNA, 1);
    await office.isAway(day, day);
    await moveWork(office.register, new Date(before));
    expect(await office.assigneesOf(cases)).toEqual([ANNA]);
    await moveWork(office.register, new Date(midnight));
    expect(await office.assigneesOf(cases)).toEqual([BO]);
  });

  it('comes back at once when the absence is ended, and another may begin the same day', async () => {
    const cases = await office.gives(ANNA, 1);
    const id = await office.isAway('2027-02-01', '2027-02-08');
    await moveWork(office.register, noon('2027-02-01'));
    await office.comesBack(id);
    await moveWork(office.register, noon('2027-02-01'));
    expect(await office.assigneesOf(cases)).toEqual([ANNA]);
    await office.isAway('2027-02-01', '2027-02-02');
    await moveWork(office.register, noon('2027-02-01'));
    expect(await office.assigneesOf(cases)).toEqual([BO]);
  });

  it('stays with whoever it was given to meanwhile', async () => {
    const [caseId = '' as never] = await office.gives(ANNA, 1);
    await office.hires('cecilia');
    await office.isAway('2027-02-01', '2027-02-01');
    await moveWork(office.register, noon('2027-02-01'));
    await office.assigns(caseId, 'cecilia');
    await office.assigns(caseId, BO);
    await moveWork(office.register, noon('2027-02-02'));
    expect(await office.assigneesOf([caseId])).toEqual([BO]);
  });

  it('goes to the substitute at once when it is given to the one away', async () => {
    const [caseId = '' as never] = await office.gives(BO, 1);
    await office.assigns(caseId, null);
    const absenceId = await office.isAway('2027-02-01', '2027-02-08');
    const given = await office.assigns(caseId, ANNA, noon('2027-02-03'));
    expect(given).toEqual({ to: BO, standIn: { absenceId, onBehalfOf: ANNA } });
    await moveWork(office.register, noon('2027-02-09'));
    expect(await office.assigneesOf([caseId])).toEqual([ANNA]);
  });

  it('stays where it is when the substitute may no longer take it, and that is told once a day', async () => {
    const cases = await office.gives(ANNA, 1);
    await office.isAway('2027-02-01', '2027-02-08');
    await office.hires(BO, '2281');
    await moveWork(office.register, noon('2027-02-01'));
    await moveWork(office.register, noon('2027-02-01'));
    expect(await office.assigneesOf(cases)).toEqual([ANNA]);
    const told = (await office.toldTo(ANNA)).filter(({ kind }) => kind === 'absence');
    expect(told).toMatchObject([{ content: { what: 'notTaken', substitute: BO } }]);
    await office.hires(BO);
    await moveWork(office.register, noon('2027-02-02'));
    expect(await office.assigneesOf(cases)).toEqual([BO]);
  });

  it('is nobody’s to take back when the one away has left the agency', async () => {
    const cases = await office.gives(ANNA, 1);
    await office.isAway('2027-02-01', '2027-02-01');
    await moveWork(office.register, noon('2027-02-01'));
    await office.hires(ANNA, '2281');
    await moveWork(office.register, noon('2027-02-02'));
    expect(await office.assigneesOf(cases)).toEqual([BO]);
    const unsettled = await office.register
      .selectFrom('absences')
      .select('id')
      .where('settled_at', 'is', null)
      .execute();
    expect(unsettled).toEqual([]);
  });

  it('is not promised twice: the register takes one absence of a person at a time', async () => {
    await office.isAway('2027-02-01', '2027-02-08');
    await expect(office.isAway('2027-02-08', '2027-02-09')).rejects.toThrow('absences_one_at_a_time');
  });
});
