import { sql } from 'kysely';
import { ago, ESKILSTUNA, type Office, openOffice, SUNDSVALL } from './office';

const PATH = '/api/v1/statistics/lead-times';

type Row = { readonly [name: string]: unknown; readonly withheld: readonly string[] };

describe('lead times', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await office.counts(
      // Ten decisions after 10, ten after 30 days; eight wait since 60 days, and six were withdrawn after 5.
      { step: 'personnummer', count: 10, openedAgo: 80, doneAfter: 10 },
      { step: 'personnummer', count: 10, openedAgo: 80, doneAfter: 30 },
      { step: 'personnummer', count: 8, openedAgo: 60 },
      { step: 'personnummer', count: 6, openedAgo: 80, stoppedAfter: 5 },
      { step: 'personnummer', count: 7, openedAgo: 80, doneAfter: 10, kommun: SUNDSVALL },
      { step: 'personnummer', count: 6, openedAgo: 80, doneAfter: 10, kommun: null },
      { step: 'sfi', count: 3, openedAgo: 40, doneAfter: 20, kommun: SUNDSVALL },
      { step: 'sfi', count: 12, openedAgo: 40, doneAfter: 20 },
      { step: 'sfi', count: 9, openedAgo: 40, doneAfter: 8, kommun: '0180' },
    );
  });

  afterAll(() => office.close());

  const ask = async (query: string, identity = 'manager') =>
    (await office.get(identity, `${PATH}?${query}`)).body;
  const rowOf = (rows: readonly Row[], names: object) =>
    rows.find((row) => Object.entries(names).every(([name, value]) => row[name] === value));

  it('tell of a step how many are open, done and stopped, and how long half and nine tenths took', async () => {
    const { rows } = await ask(`step=personnummer&kommun=${ESKILSTUNA}`);
    expect(rows).toEqual([
      {
        step: 'personnummer',
        agency: 'skatteverket',
        open: 8,
        done: 20,
        stopped: 6,
        leadTime: { median: 10, p90: 30 },
        // 34 at risk; after 5 days 28; day 10: 18/28; day 30: 8/28. Half have ended by day 30; nine tenths never yet.
        corrected: { median: 30, p90: null },
        withheld: [],
      },
    ]);
  });

  it('are by step in the order of the process, and summed up', async () => {
    const { rows, totals, groupBy } = await ask('');
    expect(groupBy).toEqual(['step']);
    expect(rows.map(({ step }: Row) => step)).toEqual(['personnummer', 'sfi']);
    expect(totals).toMatchObject([{ open: 8, done: 57, stopped: 6 }]);
  });

  it('are by agency, and by month of opening', async () => {
    const { rows } = await ask('groupBy=agency,month');
    const month = ago(80).slice(0, 7);
    expect(rowOf(rows, { agency: 'skatteverket', month })).toMatchObject({ done: 33 });
    const kommun = await ask('groupBy=agency&agency=kommun');
    expect(kommun.rows).toMatchObject([{ agency: 'kommun', done: 24 }]);
  });

  it('withhold what is under five, and what would give it away', async () => {
    const { rows, totals } = await ask('step=sfi&groupBy=kommun');
    expect(rowOf(rows, { kommun: SUNDSVALL })).toMatchObject({
      done: null,
      leadTime: null,
      corrected: null,
      withheld: ['done', 'leadTime', 'corrected'],
    });
    expect(rowOf(rows, { kommun: '0180' })).toMatchObject({ done: null, open: 0 });
    expect(rowOf(rows, { kommun: ESKILSTUNA })).toMatchObject({ done: 12, withheld: [] });
    expect(totals).toMatchObject([{ done: 24 }]);
  });

  it('count protected persons in the whole country and in no kommun', async () => {
    const { rows, totals } = await ask('step=personnummer&groupBy=kommun');
    expect(rows.map((row: Row) => [row.kommun, row.done])).toEqual([
      [null, 6],
      [ESKILSTUNA, 20],
      [SUNDSVALL, 7],
    ]);
    expect(totals).toMatchObject([{ done: 33 }]);
    const local = { role: 'manager', area: [ESKILSTUNA, SUNDSVALL] };
    const answer = await office.getAs(local, `${PATH}?step=personnummer`);
    expect(answer.body.rows).toMatchObject([{ done: 27 }]);
  });

  it('are of those opened between two months', async () => {
    const [early, late] = [ago(80).slice(0, 7), ago(40).slice(0, 7)];
    expect((await ask(`to=${early}`)).rows.map(({ step }: Row) => step)).toEqual(['personnummer']);
    expect((await ask(`from=${late}&agency=kommun`)).totals).toMatchObject([{ done: 24 }]);
    expect((await ask('from=2190-01')).rows).toEqual([]);
  });

  it('as of a coming day see the open ones grow older, and nothing else', async () => {
    await office.counts({ step: 'idKort', count: 5, openedAgo: 10, doneAfter: 4 });
    await office.counts({ step: 'idKort', count: 5, openedAgo: 2 });
    const now = await ask('step=idKort');
    const later = await ask(`step=idKort&asOf=${ago(-30)}`);
    // Today the open ones have been seen for two days only; in a month their silence counts.
    expect(now.rows).toMatchObject([{ open: 5, done: 5, corrected: { median: 4, p90: 4 } }]);
    expect(later.rows).toMatchObject([{ open: 5, done: 5, corrected: { median: 4, p90: null } }]);
  });

  it('as of a past day are what was known then', async () => {
    await office.counts({ step: 'bankkonto', count: 6, openedAgo: 20 });
    await office.register
      .insertInto('work_counts')
      .values([
        {
          measure: 'open',
          step: 'bankkonto' as never,
          kommun: '00',
          period: ago(20),
          days: null,
          recorded_on: ago(5),
          change: -6,
        },
        {
          measure: 'done',
          step: 'bankkonto' as never,
          kommun: '00',
          period: ago(20),
          days: 15,
          recorded_on: ago(5),
          change: 6,
        },
      ])
      .execute();
    expect((await ask('step=bankkonto')).rows).toMatchObject([{ open: 0, done: 6 }]);
    expect((await ask(`step=bankkonto&asOf=${ago(6)}`)).rows).toMatchObject([{ open: 6, done: 0 }]);
    expect((await ask(`step=bankkonto&asOf=${ago(21)}`)).rows).toEqual([]);
    expect((await office.get('manager', `${PATH}?asOf=${ago(36)}`)).status).toBe(404);
  });

  it.each([
    ['colour=blue', 'colour'],
    ['groupBy=colour', 'groupBy.0'],
    ['groupBy=step,step', 'groupBy'],
    ['groupBy=step,kommun,month', 'groupBy'],
    ['groupBy=', 'groupBy.0'],
    ['from=2026-13', 'from'],
    ['from=2026-11-01', 'from'],
    ['from=2026-11&to=2026-10', 'to'],
    ['asOf=yesterday', 'asOf'],
    ['kommun=1', 'kommun'],
    ['agency=polisen', 'agency'],
    ['step=Sfi!', 'step'],
    ['step=sfi&step=idKort', 'step'],
  ])('refuse the query %s', async (query, name) => {
    const answer = await office.get('manager', `${PATH}?${query}`);
    expect([answer.status, answer.body.invalidParameters?.[0].name]).toEqual([400, name]);
  });

  it.each([
    ['coordinator', '', 200],
    ['caseworker-skatteverket', '', 200],
    ['operator', '', 403],
    ['system-skatteverket', '', 403],
    ['caseworker-skatteverket', 'agency=kommun', 404],
    ['caseworker-skatteverket', 'step=sfi', 404],
    ['caseworker-kommun', `kommun=${SUNDSVALL}`, 404],
    ['manager', 'step=nonsense', 404],
    ['manager', 'step=handlingsplan:2027-08', 404],
    ['manager', 'step=sfi&agency=skatteverket', 404],
  ])('answer %s who asks %s by %i', async (identity, query, status) => {
    expect((await office.get(identity, `${PATH}?${query}`)).status).toBe(status);
  });

  it('tell a caseworker of their own agency and area alone', async () => {
    expect((await ask('', 'caseworker-skatteverket')).rows.map(({ step }: Row) => step)).toEqual([
      'personnummer',
      'idKort',
    ]);
    expect((await ask('', 'caseworker-kommun')).totals).toMatchObject([{ done: 12 }]);
  });

  it('leave nothing in the ledger: nobody is in them', async () => {
    await ask('');
    const { rows } = await sql`select 1 from ledger`.execute(office.register);
    expect(rows).toEqual([]);
  });
});
