import { sql } from 'kysely';
import { countDay } from '../../../register/statistics/daily-counts';
import { ago, ESKILSTUNA, type Office, openOffice, SUNDSVALL } from './office';
import { teamWork } from './team-work';

const PATH = '/api/v1/stuck/summary';

describe('stuck cases of a day that is past', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await teamWork(office.register)(
      { step: 'personnummer', agency: 'skatteverket', cases: 7 },
      { step: 'sfi', agency: 'kommun', cases: 3, kommun: SUNDSVALL },
    );
    await sql`insert into stuck_spans (case_id, from_date, since, root_step, root_agency, kommun, kinds, behind,
        behind_count, reasons)
      select case_id, ${ago(9)}, case when step_id = 'sfi' then ${ago(20)}::date else ${ago(12)}::date end, step_id,
        agency, kommun, '{overdue}', '{idKort,bankkonto}', 2, '[]' from step_spans`.execute(office.register);
    await countDay(office.register, ago(1), ago(0));
    await countDay(office.register, ago(3), ago(0));
  });

  afterAll(() => office.close());

  const ask = async (query: string, identity = 'manager') =>
    (await office.get(identity, `${PATH}?asOf=${ago(1)}&${query}`)).body;

  it('are told as the night counted them, with the oldest and the steps behind', async () => {
    expect(await ask('by=step,agency')).toEqual({
      asOf: ago(1),
      items: [
        {
          step: 'personnummer',
          agency: 'skatteverket',
          cases: 7,
          oldestSince: ago(12),
          oldestDays: 11,
          stepsBehind: 14,
        },
        { step: 'sfi', agency: 'kommun', cases: 3, oldestSince: ago(20), oldestDays: 19, stepsBehind: 6 },
      ],
      technical: [],
    });
  });

  it('are the same after everything has been solved', async () => {
    await sql`delete from stuck_spans`.execute(office.register);
    expect((await ask('by=kommun')).items).toMatchObject([
      { kommun: ESKILSTUNA, cases: 7 },
      { kommun: SUNDSVALL, cases: 3 },
    ]);
    const today = await office.get('manager', `${PATH}?by=kommun`);
    expect(today.body.items).toEqual([]);
  });

  it('are of the reader’s own agency and area', async () => {
    expect((await ask('by=agency', 'caseworker-skatteverket')).items).toMatchObject([{ cases: 7 }]);
    expect((await ask('by=agency', 'caseworker-kommun')).items).toEqual([]);
    expect((await ask('by=agency', 'caseworker-kommun-sundsvall')).items).toMatchObject([{ cases: 3 }]);
    expect((await ask(`kommun=${SUNDSVALL}`, 'caseworker-kommun')).items).toEqual([]);
    expect((await ask(`by=step&step=sfi&agency=kommun`)).items).toMatchObject([{ step: 'sfi', cases: 3 }]);
  });

  it('are not there of a day that no night counted, nor of a night that was made good later', async () => {
    for (const day of [ago(2), ago(3)]) {
      const answer = await office.get('manager', `${PATH}?asOf=${day}`);
      expect([answer.status, answer.body.detail]).toEqual([404, 'That day has not been counted.']);
    }
  });

  it.each([
    ['by=step,reason', 'by'],
    ['reason=overdue', 'reason'],
  ])('are not told by reason: %s', async (query, name) => {
    const answer = await office.get('manager', `${PATH}?asOf=${ago(1)}&${query}`);
    expect([answer.status, answer.body.invalidParameters[0].name]).toEqual([400, name]);
  });
});
