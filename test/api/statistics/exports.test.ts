import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import request from 'supertest';
import { ago, ESKILSTUNA, type Office, openOffice, SUNDSVALL } from './office';
import { teamWork } from './team-work';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BYTE_ORDER_MARK = '\uFEFF';

/** How files name steps and agencies. */
const TITLES: Readonly<Record<string, string>> = {
  personnummer: 'Folkbokföring',
  sfi: 'Svenska för invandrare (sfi)',
  skatteverket: 'Skatteverket',
  kommun: 'Kommunen',
};

type Row = Readonly<Record<string, unknown>>;

describe('statistics as files', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await office.counts(
      { step: 'personnummer', count: 10, openedAgo: 80, doneAfter: 10, kommun: '0180' },
      { step: 'personnummer', count: 8, openedAgo: 60 },
      { step: 'sfi', count: 3, openedAgo: 40, doneAfter: 20, kommun: SUNDSVALL },
      { step: 'sfi', count: 12, openedAgo: 40, doneAfter: 20 },
    );
    await teamWork(office.register)(
      { step: 'personnummer', agency: 'skatteverket', cases: 6, officer: '=HYPERLINK("http://x";"y")' },
      { step: 'personnummer', agency: 'skatteverket', cases: 5, officer: '+46 70' },
      { step: 'personnummer', agency: 'skatteverket', cases: 5, officer: 'åsa; "ös"' },
      { step: 'personnummer', agency: 'skatteverket', cases: 5, officer: '\n=1+1' },
    );
  });

  afterAll(() => office.close());

  const get = (path: string, accept: string) =>
    office.getWith('manager', `/api/v1/statistics/${path}`, { accept });

  /** The bytes of an Excel file: supertest would read them as text. */
  async function file(path: string) {
    const authorization = `Bearer ${await office.signIn.tokenOf('manager')}`;
    return request(office.app)
      .get(`/api/v1/statistics/${path}`)
      .set({ authorization, accept: XLSX })
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
  }

  async function csv(path: string): Promise<string[][]> {
    const { text } = await get(path, CSV);
    return parse(text, { delimiter: ';', bom: true });
  }

  async function xlsx(path: string, sheet = 0): Promise<unknown[][]> {
    const { body } = await file(path);
    const workbook = new Workbook();
    await workbook.xlsx.load(body);
    const rows: unknown[][] = [];
    workbook.worksheets[sheet]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return rows;
  }

  /** A row of the answer as a file shows it. */
  const cells = (row: Row, names: readonly string[]): (string | number | null)[] =>
    names.map((name) => {
      const [figure = '', part] = name.split('.');
      if ((row.withheld as string[]).includes(figure)) return '..';
      const value = (part ? (row[figure] as Row | null)?.[part] : row[figure]) as string | number | null;
      return value === undefined ? 'Samtliga' : (TITLES[String(value)] ?? value);
    });

  const LEAD_TIMES =
    'step agency kommun open done stopped leadTime.median leadTime.p90 corrected.median corrected.p90'.split(
      ' ',
    );
  const TABLES: [string, readonly string[]][] = [
    ['lead-times?groupBy=step,kommun', LEAD_TIMES],
    ['caseload', ['agency', 'kommun', 'openSteps', 'openCases', 'overdueSteps']],
    ['caseload?groupBy=officer', ['officer', 'agency', 'openSteps', 'openCases', 'overdueSteps']],
    ['flow', ['week', 'monday', 'stepsOpened', 'stepsEnded', 'stepsStopped', 'casesOpened', 'casesClosed']],
    ['flow?groupBy=kommun', ['week', 'monday', 'kommun', 'stepsOpened', 'stepsEnded', 'stepsStopped']],
  ];

  /** As both formats hold it; what a file leaves empty is null. */
  async function answered(path: string, names: readonly string[]): Promise<(string | number | null)[][]> {
    const { body } = await get(path, 'application/json');
    return [...body.rows, ...body.totals].map((row: Row) =>
      cells(row, names).map((value, place) =>
        names[place] === 'monday' && value === 'Samtliga' ? null : value,
      ),
    );
  }

  it.each(TABLES)('hold as CSV what %s answers', async (path, names) => {
    const [heading = [], ...rows] = await csv(path);
    expect(heading.length).toBeGreaterThanOrEqual(names.length);
    const expected = await answered(path, names);
    const shown = rows.map((row) =>
      row.slice(0, names.length).map((cell) => cell.replace(/^'(?=\n?[=+@-])/, '')),
    );
    expect(shown).toEqual(expected.map((row) => row.map((value) => (value === null ? '' : String(value)))));
  });

  it.each(TABLES)('hold as Excel what %s answers, numbers as numbers', async (path, names) => {
    const [, ...rows] = await xlsx(path);
    const expected = await answered(path, names);
    const shown = rows.map((row) => names.map((_, place) => row[place] ?? null));
    expect(shown).toEqual(expected);
  });

  it('open in a Swedish Excel: byte order mark, semicolons, CR LF, Swedish headings', async () => {
    const { text, headers } = await get('lead-times?groupBy=step', CSV);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="ledtider-${ago(0)}.csv"`);
    expect(headers.vary).toContain('Accept');
    const [heading] = text.split('\r\n');
    expect(heading).toBe(
      `${BYTE_ORDER_MARK}Steg;Myndighet;Pågående;Avslutade;Avbrutna;Median, av avslutade;P90, av avslutade;Median, med pågående;P90, med pågående`,
    );
  });

  it('run nothing that somebody’s name says: text that looks like a formula is kept as text', async () => {
    const names = (await csv('caseload?groupBy=officer')).slice(1).map(([name]) => name);
    expect(names).toEqual([`'\n=1+1`, `'+46 70`, `'=HYPERLINK("http://x";"y")`, 'åsa; "ös"']);
    const cell = (await xlsx('caseload?groupBy=officer'))[3]?.[0];
    expect(cell).toBe('=HYPERLINK("http://x";"y")');
    expect(typeof cell).toBe('string');
  });

  it('keep the 0 of a kommun’s code in Excel, and say in a sheet of their own what they are', async () => {
    const rows = await xlsx('lead-times?groupBy=kommun&step=personnummer');
    expect(rows[1]?.[0]).toBe('0180');
    const about = await xlsx('lead-times?groupBy=kommun&step=personnummer', 1);
    expect(about).toContainEqual(['Per', ago(0)]);
    expect(about.map(([term]) => term)).toContain('..');
  });

  it('never hold what the answer withholds', async () => {
    const rows = await csv('lead-times?groupBy=kommun&step=sfi');
    expect(rows.find(([kommun]) => kommun === SUNDSVALL)).toEqual([
      SUNDSVALL,
      '0',
      '..',
      '0',
      '..',
      '..',
      '..',
      '..',
    ]);
    expect(rows.find(([kommun]) => kommun === ESKILSTUNA)?.[2]).toBe('..');
  });

  it.each(['*/*', 'text/html', 'application/pdf', `${CSV};q=0.5, application/json`])(
    'are not sent to who accepts %s: that is JSON',
    async (accept) => {
      expect((await get('flow', accept)).type).toBe('application/json');
    },
  );

  it('are not sent instead of a problem', async () => {
    const answer = await get('flow?groupBy=colour', CSV);
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  });
});
