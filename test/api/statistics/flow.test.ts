import { addDays } from '../../../domain/law/calendar';
import type { KommunCode } from '../../../domain/model/ids';
import { weekName, weekOf } from '../../../domain/statistics/periods';
import { caseCounts } from '../../../domain/statistics/span-counts';
import { addCounts } from '../../../register/statistics/work-counts';
import { ago, ESKILSTUNA, type Office, openOffice, SUNDSVALL } from './office';

const PATH = '/api/v1/statistics/flow';
const monday = (daysAgo: number) => weekOf(ago(daysAgo));

type Row = Readonly<Record<string, unknown>>;

describe('flow', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await office.counts(
      { step: 'personnummer', count: 20, openedAgo: 28, doneAfter: 14 },
      { step: 'personnummer', count: 6, openedAgo: 28, stoppedAfter: 14, kommun: SUNDSVALL },
      { step: 'sfi', count: 9, openedAgo: 14 },
      { step: 'sfi', count: 2, openedAgo: 14, kommun: SUNDSVALL },
    );
    const opened = { openedOn: ago(28), kommun: ESKILSTUNA as KommunCode };
    const closed = { ...opened, closedOn: ago(7) };
    for (let cases = 0; cases < 8; cases += 1)
      await addCounts(office.register, ago(7), caseCounts(undefined, closed));
  });

  afterAll(() => office.close());

  const ask = async (query = '', identity = 'manager') =>
    (await office.get(identity, `${PATH}?${query}`)).body;
  const weekOfRows = (rows: readonly Row[], daysAgo: number) =>
    rows.find((row) => row.monday === monday(daysAgo));

  it('tells of each week what came in and what went out', async () => {
    const { rows } = await ask();
    expect(weekOfRows(rows, 28)).toEqual({
      week: weekName(monday(28)),
      monday: monday(28),
      stepsOpened: 26,
      stepsEnded: 0,
      stepsStopped: 0,
      casesOpened: 8,
      casesClosed: 0,
      withheld: [],
    });
    expect(weekOfRows(rows, 14)).toMatchObject({ stepsOpened: 11, stepsEnded: 20, stepsStopped: 6 });
    expect(weekOfRows(rows, 7)).toMatchObject({ stepsOpened: 0, casesClosed: 8 });
  });

  it('covers half a year where nobody asks for another time, also weeks in which nothing happened', async () => {
    const { rows, from, to, totals } = await ask();
    expect(rows).toHaveLength(26);
    expect([from, to]).toEqual([addDays(monday(0), -7 * 25), addDays(monday(0), 6)]);
    expect(rows.map(({ monday: first }: Row) => first)).toEqual(
      Array.from({ length: 26 }, (_, week) => addDays(from, 7 * week)),
    );
    expect(totals).toMatchObject([{ stepsOpened: 37, stepsEnded: 20, stepsStopped: 6, casesOpened: 8 }]);
  });

  it('is of the weeks of two days, whole', async () => {
    const { rows } = await ask(`from=${ago(15)}&to=${ago(8)}`);
    expect(rows.map(({ monday: first }: Row) => first)).toEqual([...new Set([monday(15), monday(8)])]);
  });

  it('withholds what is under five in a kommun, and what would give it away', async () => {
    const { rows, totals } = await ask('groupBy=kommun&step=sfi');
    expect(rows).toMatchObject([
      { kommun: ESKILSTUNA, stepsOpened: null, withheld: ['stepsOpened'] },
      { kommun: SUNDSVALL, stepsOpened: null, withheld: ['stepsOpened'] },
    ]);
    const sums = totals.map((row: Row) => [row.monday ?? row.kommun, row.stepsOpened]);
    expect(sums).toContainEqual([monday(14), 11]);
    expect(sums).toContainEqual([SUNDSVALL, null]);
  });

  it('tells of cases only where the question is about neither a step nor an agency', async () => {
    expect(weekOfRows((await ask(`kommun=${ESKILSTUNA}`)).rows, 28)).toMatchObject({ casesOpened: 8 });
    expect((await ask('groupBy=kommun')).totals.at(-1)).toMatchObject({ casesOpened: 8 });
    for (const query of ['agency=skatteverket', 'step=sfi', 'groupBy=step', 'groupBy=agency']) {
      expect(Object.keys((await ask(query)).rows[0])).not.toContain('casesOpened');
    }
    expect(Object.keys((await ask('', 'caseworker-skatteverket')).rows[0])).not.toContain('casesOpened');
  });

  it('is told apart by step, with its agency', async () => {
    const { rows } = await ask('groupBy=step');
    const found = rows.filter((row: Row) => row.monday === monday(14));
    expect(found).toMatchObject([
      { step: 'personnummer', agency: 'skatteverket', stepsEnded: 20, stepsStopped: 6 },
      { step: 'sfi', agency: 'kommun', stepsOpened: 11 },
    ]);
  });

  it.each([
    ['groupBy=month', 'groupBy.0'],
    ['groupBy=step,kommun', 'groupBy'],
    [`from=${ago(3)}&to=${ago(20)}`, 'to'],
    ['from=1990-01-01', 'from'],
    ['from=2026-11', 'from'],
    ['asOf=2026-11-01', 'asOf'],
  ])('refuses the query %s', async (query, name) => {
    const answer = await office.get('manager', `${PATH}?${query}`);
    expect([answer.status, answer.body.invalidParameters?.[0].name]).toEqual([400, name]);
  });

  it.each([
    ['operator', '', 403],
    ['system-kommun', '', 403],
    ['caseworker-kommun', 'step=personnummer', 404],
    ['caseworker-kommun', `kommun=${SUNDSVALL}`, 404],
    ['caseworker-kommun', 'groupBy=step', 200],
  ])('answers %s who asks %s by %i', async (identity, query, status) => {
    expect((await office.get(identity, `${PATH}?${query}`)).status).toBe(status);
  });
});
