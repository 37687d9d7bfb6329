import { languageOf } from '../../../api/answers/language';
import { addDays } from '../../../domain/law/calendar';
import { writtenDay } from '../../../domain/texts/language';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, staying, today } from '../support/household';

describe('what a case waits for', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let address: string;
  let caseId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const opened = await desk.post('coordinator', '/api/v1/households', household({ facts: staying() }));
    caseId = opened.body.cases[0].caseId;
    address = `/api/v1/cases/${caseId}/why`;
  });

  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  it('is answered in one call: a sentence for each open step, and for each step that has not begun', async () => {
    const { status, body, headers } = await desk.get('coordinator', address);
    const case_ = (await desk.get('coordinator', `/api/v1/cases/${caseId}`)).body;
    const stepsThatAre = (kind: string) =>
      case_.steps
        .filter((step: { status: { kind: string } }) => step.status.kind === kind)
        .map(({ stepId }: { stepId: string }) => stepId);
    const told = (items: { stepId: string }[]) => items.map(({ stepId }) => stepId);
    expect([status, headers['content-language']]).toEqual([200, 'sv']);
    expect(body).toMatchObject({ caseId, language: 'sv', asOf: today });
    expect(told(body.waiting)).toEqual(stepsThatAre('open'));
    expect(told(body.blocked)).toEqual(stepsThatAre('blocked'));
    expect(body.waiting[0]).toEqual({
      stepId: 'delgivning',
      sentence:
        `Sedan den ${writtenDay(today, 'sv')} är det Migrationsverket som ska ordna delgivning av ` +
        `uppehållstillståndet; mötet väntas senast den ${writtenDay(addDays(today, 10), 'sv')} ` +
        '(förväntan, 0-10 dagar efter beslutet, ej verifierad).',
      rule: 'delgivningExpected',
      law: 'förväntan: 0-10 dagar efter beslutet (ej verifierad)',
      since: today,
      until: addDays(today, 10),
      who: 'migrationsverket',
    });
    const registration = body.blocked.find(({ stepId }: { stepId: string }) => stepId === 'personnummer');
    expect(registration).toEqual({
      stepId: 'personnummer',
      sentence:
        'Ärendet om folkbokföring kan börja efter anmälan om flyttning till Sverige (Skatteverket) ' +
        '(FOL (1991:481) 3-4, 18, 34 §§).',
      by: ['flyttningsanmalan'],
      facts: [],
      law: 'FOL 3-4, 18, 34 §§',
    });
  });

  it('is answered in the language asked for, else in the one that the reader prefers', async () => {
    const asked = await desk.getWith('coordinator', `${address}?language=en`, { 'accept-language': 'sv' });
    expect(asked.body.waiting[0].sentence).toMatch(
      /^Since \d+ \w+ \d{4} it has been for Migrationsverket to/,
    );
    const preferred = await desk.getWith('coordinator', address, { 'accept-language': 'en-GB' });
    expect([preferred.body.language, preferred.headers.vary]).toEqual(['en', 'Accept-Language']);
    expect((await desk.get('coordinator', `${address}?language=fi`)).status).toBe(400);
  });

  it('is not sent again to a reader who has it', async () => {
    const first = await desk.get('coordinator', address);
    const same = { 'if-none-match': first.headers.etag ?? '' };
    expect((await desk.getWith('coordinator', address, same)).status).toBe(304);
    expect((await desk.getWith('coordinator', `${address}?language=en`, same)).status).toBe(200);
  });

  it('is for those who may know of the case, and their reading is noted', async () => {
    expect((await desk.get('caseworker-kommun-sundsvall', address)).status).toBe(404);
    expect((await desk.get('operator', address)).status).toBe(403);
    const { body } = await desk.get('coordinator', `/api/v1/cases/${caseId}/timeline`);
    const routes = body.items.map(({ content }: { content: { route?: string } }) => content.route);
    expect(routes).toContain('/api/v1/cases/{caseId}/why');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, undefined, 'sv'],
    ['en', 'sv', 'en'],
    [undefined, 'en', 'en'],
    [undefined, 'en-US, sv;q=0.5', 'en'],
    [undefined, 'en;q=0.4, sv-SE;q=0.8', 'sv'],
    [undefined, 'fi, so;q=0.9', 'sv'],
    [undefined, 'fi, *;q=0.1', 'sv'],
    [undefined, 'sv;q=0, en;q=0.1', 'en'],
    [undefined, 'en;q=high', 'sv'],
  ] as const)('asked for %s by a reader of %s is %s', (asked, accepted, answered) => {
    expect(languageOf(asked, accepted)).toBe(answered);
  });
});
