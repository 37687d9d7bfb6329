import { countDay } from '../../../register/statistics/daily-counts';
import { ago, ESKILSTUNA, type Office, openOffice, SUNDSVALL } from './office';
import { teamWork } from './team-work';

const PATH = '/api/v1/statistics/caseload';

describe('caseload', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await teamWork(office.register)(
      { step: 'personnummer', agency: 'skatteverket', cases: 12, officer: 'anna', overdueAgo: -3 },
      { step: 'sfi', agency: 'kommun', cases: 12, inCasesBefore: true, overdueAgo: 1, openedAgo: 4 },
      { step: 'idKort', agency: 'skatteverket', cases: 7, inCasesBefore: true, officer: 'anna' },
      {
        step: 'personnummer',
        agency: 'skatteverket',
        cases: 8,
        kommun: SUNDSVALL,
        officer: 'bo',
        overdueAgo: 2,
      },
      { step: 'personnummer', agency: 'skatteverket', cases: 6, kommun: null, officer: '=cmd' },
      { step: 'personnummer', agency: 'skatteverket', cases: 3, kommun: '0180', officer: 'cecilia' },
      { step: 'personnummer', agency: 'skatteverket', cases: 9, kommun: '1280' },
    );
    await countDay(office.register, ago(2), ago(1));
  });

  afterAll(() => office.close());

  const ask = async (query = '', identity = 'manager') =>
    (await office.get(identity, `${PATH}?${query}`)).body;

  it('tells of each team its open steps, their cases, and what is overdue', async () => {
    const { rows, countedAt } = await ask(`kommun=${ESKILSTUNA}`);
    expect(countedAt).toBeNull();
    expect(rows).toEqual([
      {
        agency: 'skatteverket',
        kommun: ESKILSTUNA,
        openSteps: 19,
        openCases: 12,
        overdueSteps: 0,
        withheld: [],
      },
      { agency: 'kommun', kommun: ESKILSTUNA, openSteps: 12, openCases: 12, overdueSteps: 12, withheld: [] },
    ]);
  });

  it('sums up steps over agencies, and counts a case there once', async () => {
    const { totals } = await ask(`kommun=${ESKILSTUNA}`);
    expect(totals).toContainEqual({
      kommun: ESKILSTUNA,
      openSteps: 31,
      openCases: 12,
      overdueSteps: 12,
      withheld: [],
    });
    expect(totals).toContainEqual({
      agency: 'skatteverket',
      openSteps: 19,
      openCases: 12,
      overdueSteps: 0,
      withheld: [],
    });
  });

  it('withholds a small team and the smallest beside it, which would tell', async () => {
    const { rows, totals } = await ask('agency=skatteverket');
    const steps = rows.map((row: { kommun: string; openSteps: number }) => [row.kommun, row.openSteps]);
    expect(Object.fromEntries(steps)).toEqual({
      null: null,
      '0180': null,
      [ESKILSTUNA]: 19,
      '1280': 9,
      [SUNDSVALL]: 8,
    });
    expect(totals).toMatchObject([{ agency: 'skatteverket', openSteps: 45, openCases: 38, overdueSteps: 8 }]);
  });

  it('sees on a coming day what will be overdue if nothing happens', async () => {
    const { rows } = await ask(`agency=skatteverket&kommun=${ESKILSTUNA}&asOf=${ago(-3)}`);
    expect(rows).toMatchObject([{ openSteps: 19, overdueSteps: 12 }]);
  });

  it('tells an earlier day from the counts of its night, and 404 where there are none', async () => {
    const { rows, totals, countedAt } = await ask(`kommun=${ESKILSTUNA}&asOf=${ago(2)}`);
    expect(rows).toMatchObject([
      { agency: 'skatteverket', openSteps: 19, openCases: 12, overdueSteps: 0 },
      { agency: 'kommun', openSteps: 12, openCases: 12, overdueSteps: 0 },
    ]);
    expect(totals).toContainEqual(
      expect.objectContaining({ kommun: ESKILSTUNA, openSteps: 31, openCases: 12 }),
    );
    expect(new Date(countedAt).getTime()).toBeGreaterThan(Date.now() - 600_000);
    const uncounted = await office.get('manager', `${PATH}?asOf=${ago(1)}`);
    expect([uncounted.status, uncounted.body.detail]).toEqual([404, 'That day has not been counted.']);
  });

  it('tells managers and coordinators what each officer has', async () => {
    const { rows, totals } = await ask('groupBy=officer', 'coordinator');
    expect(rows).toEqual([
      { officer: '=cmd', agency: 'skatteverket', openSteps: 6, openCases: 6, overdueSteps: 0, withheld: [] },
      {
        officer: 'anna',
        agency: 'skatteverket',
        openSteps: 19,
        openCases: 12,
        overdueSteps: 0,
        withheld: [],
      },
      { officer: 'bo', agency: 'skatteverket', openSteps: 8, openCases: 8, overdueSteps: 8, withheld: [] },
      {
        officer: 'cecilia',
        agency: 'skatteverket',
        openSteps: null,
        openCases: null,
        overdueSteps: 0,
        withheld: ['openSteps', 'openCases'],
      },
    ]);
    expect(totals).toEqual([]);
  });

  it('tells a caseworker of their agency’s teams, and not of colleagues', async () => {
    const { rows, totals } = await ask('', 'caseworker-kommun');
    expect(rows).toMatchObject([{ agency: 'kommun', kommun: ESKILSTUNA, openSteps: 12 }]);
    expect(totals).toMatchObject([{ agency: 'kommun', openSteps: 12 }]);
    expect((await office.get('caseworker-kommun', `${PATH}?groupBy=officer`)).status).toBe(403);
  });

  it('of a manager of some kommuner ends at their border, where nobody protected is counted', async () => {
    const local = { role: 'manager', area: [ESKILSTUNA, SUNDSVALL] };
    const { body } = await office.getAs(local, `${PATH}?agency=skatteverket`);
    expect(body.totals).toMatchObject([{ openSteps: 27 }]);
    expect((await office.getAs(local, `${PATH}?kommun=0180`)).status).toBe(404);
    const officers = await office.getAs(local, `${PATH}?groupBy=officer`);
    expect(officers.body.rows.map(({ officer }: { officer: string }) => officer)).toEqual(['anna', 'bo']);
  });

  it.each([
    ['groupBy=colour', 'groupBy'],
    [`groupBy=officer&asOf=${ago(2)}`, 'asOf'],
    ['asOf=2026-02-30', 'asOf'],
    ['step=sfi', 'step'],
    ['kommun=9999', 'kommun'],
  ])('refuses the query %s', async (query, name) => {
    const answer = await office.get('manager', `${PATH}?${query}`);
    expect([answer.status, answer.body.invalidParameters?.[0].name]).toEqual([400, name]);
  });

  it.each([
    ['operator', '', 403],
    ['system-kommun', '', 403],
    ['caseworker-kommun', 'agency=skatteverket', 404],
    ['caseworker-kommun', `kommun=${SUNDSVALL}`, 404],
    ['caseworker-skatteverket', `kommun=${SUNDSVALL}`, 200],
  ])('answers %s who asks %s by %i', async (identity, query, status) => {
    expect((await office.get(identity, `${PATH}?${query}`)).status).toBe(status);
  });
});
