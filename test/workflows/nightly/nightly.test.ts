import type { WorkflowHandle } from '@temporalio/client';
import { sql } from 'kysely';
import { addDays } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { PlainDate } from '../../../domain/model/plain-date';
import { keepSchedules } from '../../../engine/schedules';
import { NIGHTLY } from '../../../workflows/messages';
import { intake } from '../../support/intake';
import { fetchHistory, replay } from '../../support/recorded-histories';
import { openStage, type Stage } from '../../support/stage';
import { until } from '../../support/until';

const today = stockholmDayAt(Date.now());
const ago = (days: number) => addDays(today, -days);

describe('the night', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    await keepSchedules(stage.client);
    const caseIds = await intake(
      stage.register,
      Array.from({ length: 7 }, () => []),
    );
    for (const [number, caseId] of caseIds.entries()) {
      // Six wait since ten days, the last one for three; two of them were answered yesterday.
      const openedOn = ago(number === 6 ? 3 : 10);
      const endedOn = number < 2 ? ago(1) : null;
      const kommun = number === 5 ? null : '0484';
      await sql`insert into case_spans values (${caseId}, ${openedOn}, null, ${kommun})`.execute(
        stage.register,
      );
      await sql`insert into step_spans values (${caseId}, 'personnummer', 'skatteverket', ${openedOn}, ${endedOn},
        ${endedOn && 'registered'}, ${kommun}, ${ago(2)})`.execute(stage.register);
    }
  });

  afterAll(() => stage.close());

  const schedule = () => stage.client.schedule.getHandle(NIGHTLY);
  const countedDays = async () => {
    const rows = await stage.register.selectFrom('counted_days').selectAll().orderBy('day').execute();
    return rows.map(({ day }) => day);
  };

  /** Runs the night now; gives its run. */
  async function nightBegins(): Promise<WorkflowHandle> {
    const known = new Set((await runs()).map(({ workflowId }) => workflowId));
    // Runs are named after the second in which they begin.
    const second = () => new Date().toISOString().slice(0, 19);
    await until('it is another second', async () => ![...known].some((name) => name.includes(second())));
    await schedule().trigger();
    const isNew = async () => (await runs()).find(({ workflowId }) => !known.has(workflowId));
    await until('the night has begun', async () => (await isNew()) !== undefined);
    return stage.client.workflow.getHandle((await isNew())?.workflowId ?? '');
  }

  async function runs() {
    const { recentActions } = (await schedule().describe()).info;
    return recentActions.map(({ action }) => action.workflow);
  }

  /** Runs the night to its end, and until the schedule knows of it: it would leave out one that comes meanwhile. */
  async function nightComes(): Promise<void> {
    await (await nightBegins()).result();
    await isOver();
  }

  async function isOver(): Promise<void> {
    await until('the night is over', async () => {
      const { runningActions } = (await schedule().describe()).info;
      return runningActions.length === 0;
    });
  }

  /** What was counted of a day: measure, kommun, agency, step and number, the whole country's where kommun is null. */
  async function countsOf(day: PlainDate): Promise<unknown[]> {
    const rows = await stage.register
      .selectFrom('daily_counts')
      .select(['measure', 'kommun', 'agency', 'step', 'value'])
      .where('day', '=', day)
      .orderBy('measure')
      .orderBy('agency')
      .orderBy('kommun')
      .execute();
    return rows.map((row) => Object.values(row).join(' '));
  }

  it('comes at two in Sweden, and is there once however many workers start', async () => {
    await keepSchedules(stage.client);
    await Promise.all([keepSchedules(stage.client), keepSchedules(stage.client)]);
    const { spec, info } = await schedule().describe();
    expect(spec.timezone).toBe('Europe/Stockholm');
    const times = info.nextActionTimes.map((at) =>
      at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }),
    );
    expect(new Set(times)).toEqual(new Set(['02:00']));
    const all = [];
    for await (const one of stage.client.schedule.list()) all.push(one.scheduleId);
    expect(all).toEqual([NIGHTLY]);
  });

  it('stays paused when an operator has paused it and a worker starts', async () => {
    await schedule().pause('service window');
    await keepSchedules(stage.client);
    expect((await schedule().describe()).state).toMatchObject({ paused: true, note: 'service window' });
    await schedule().unpause();
  });

  it('counts the day before when none has been counted yet', async () => {
    await nightComes();
    expect(await countedDays()).toEqual([ago(1)]);
    // Two ended that day: they no longer wait when it is over.
    expect(await countsOf(ago(1))).toEqual([
      'openCases 0484 skatteverket  4',
      'openCases  skatteverket  1',
      'openCases 0484   6',
      'openCases    1',
      'openSteps 0484 skatteverket personnummer 4',
      'openSteps  skatteverket personnummer 1',
      'overdueSteps 0484 skatteverket personnummer 4',
      'overdueSteps  skatteverket personnummer 1',
    ]);
  });

  it('that comes twice changes nothing', async () => {
    const before = await countsOf(ago(1));
    await sql`delete from step_spans where opened_on = ${ago(3)}`.execute(stage.register);
    await nightComes();
    expect([await countedDays(), await countsOf(ago(1))]).toEqual([[ago(1)], before]);
  });

  it('makes good the nights that were missed, each day as it stood', async () => {
    await sql`truncate daily_counts, counted_days`.execute(stage.register);
    await stage.register
      .insertInto('counted_days')
      .values({ day: ago(5), with_stuck: true })
      .execute();
    await nightComes();
    expect(await countedDays()).toEqual([ago(5), ago(4), ago(3), ago(2), ago(1)]);
    expect(await countsOf(ago(4))).toEqual([
      'openCases 0484 skatteverket  5',
      'openCases  skatteverket  1',
      'openCases 0484   5',
      'openCases    1',
      'openSteps 0484 skatteverket personnummer 5',
      'openSteps  skatteverket personnummer 1',
    ]);
    expect(await countsOf(ago(2))).toContain('overdueSteps 0484 skatteverket personnummer 5');
  });

  it('counts who was stuck when the day ended, by root and in the kommun that the case is counted in', async () => {
    // All are stuck since nine days; one of the first two was assessed this night and is written of from today on.
    await sql`delete from stuck_spans`.execute(stage.register);
    await sql`insert into stuck_spans (case_id, from_date, to_date, since, root_step, root_agency, kommun, kinds, behind,
        behind_count, reasons)
      select case_id, case when number = 1 then ${today}::date else ${ago(4)}::date end,
        case when number = 2 then ${ago(1)}::date end, ${ago(9)}, 'personnummer', 'skatteverket', '0484', '{silent}',
        '{sfi,idKort}', 2, '[]'
      from (select case_id, row_number() over (order by kommun nulls last, case_id) as number from case_spans) n`.execute(
      stage.register,
    );
    await sql`insert into stuck_spans (case_id, from_date, since, kinds, behind, behind_count, reasons)
      select case_id, ${addDays(today, 3)}, ${addDays(today, 3)}, '{overdue}', '{}', 0, '[]' from stuck_spans
      where to_date is not null`.execute(stage.register);
    // One was opened today, when something had already been late for long: yesterday it was not here.
    const [fresh = ''] = await intake(stage.register, [[]]);
    await sql`insert into case_spans values (${fresh}, ${today}, null, '0484')`.execute(stage.register);
    await sql`insert into stuck_spans (case_id, from_date, since, root_step, root_agency, kinds, behind,
        behind_count, reasons)
      values (${fresh}, ${today}, ${ago(9)}, 'personnummer', 'skatteverket', '{silent}', '{}', 0, '[]')`.execute(
      stage.register,
    );
    await sql`truncate daily_counts, counted_days`.execute(stage.register);
    await stage.register
      .insertInto('counted_days')
      .values({ day: ago(3), with_stuck: true })
      .execute();
    await nightComes();
    const stuck = async (day: PlainDate) =>
      (await countsOf(day)).filter((line) => String(line).startsWith('stuck'));
    expect(await stuck(ago(1))).toEqual([
      'stuckCases 0484 skatteverket personnummer 5',
      'stuckCases  skatteverket personnummer 1',
      'stuckOldestDays 0484 skatteverket personnummer 8',
      'stuckOldestDays  skatteverket personnummer 8',
      'stuckStepsBehind 0484 skatteverket personnummer 10',
      'stuckStepsBehind  skatteverket personnummer 2',
    ]);
    // Of a night that was missed it is no longer known.
    expect(await stuck(ago(2))).toEqual([]);
    const days = await stage.register.selectFrom('counted_days').selectAll().orderBy('day').execute();
    expect(days.map((counted) => counted.with_stuck)).toEqual([true, false, true]);
  });

  it('goes on where it broke off when the register comes back', async () => {
    await sql`truncate daily_counts, counted_days`.execute(stage.register);
    await sql`alter table counted_days rename to away`.execute(stage.register);
    const night = await nightBegins();
    await until('a day could not be looked for', async () => {
      const { raw } = await night.describe();
      return (raw.pendingActivities ?? []).some(({ attempt }) => (attempt ?? 0) > 1);
    });
    await sql`alter table away rename to counted_days`.execute(stage.register);
    await night.result();
    expect(await countedDays()).toEqual([ago(1)]);
    await isOver();
  });

  it('replays as it was', async () => {
    const night = (await runs()).at(-1);
    const history = await fetchHistory(stage.client.workflow.getHandle(night?.workflowId ?? ''), 'night');
    await expect(replay(history)).resolves.toBeUndefined();
  });
});
