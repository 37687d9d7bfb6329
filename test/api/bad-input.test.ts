import { randomUUID } from 'node:crypto';
import { addDays } from '../../domain/law/calendar';
import type { StagedCase } from '../support/staged-case';
import { today } from './support/household';
import { at, eventsAtRest, openRoom, type Room } from './support/room';

type Sent = { readonly path: string; readonly by: string; readonly body: unknown };

/** Every kind of bad input gets the answer that the API promises, and the case's history does not grow by an event. */
describe('bad input never harms a case', () => {
  let room: Room;
  /** Delgivning is done; the others are open or blocked. */
  let staged: StagedCase;
  let over: StagedCase;

  beforeAll(async () => {
    room = await openRoom();
    staged = await room.opens();
    await complete('delgivning', 'caseworker-migrationsverket', {
      outcome: 'served',
      on: today,
      howServed: 'möte',
    });
    await staged.untilHandOver('flyttningsanmalan', 'filed');
    over = await room.opens();
    await room.post('coordinator', at(over, '/withdrawal'), { reason: 'flyttat', on: today });
    await over.untilClosed();
  });

  afterAll(async () => {
    await room.close();
  });

  const complete = (step: string, by: string, body: unknown) =>
    room.post(by, at(staged, `/steps/${step}/completion`), body);
  const skatteverket = (step: string, body: unknown): Sent => ({
    path: `/steps/${step}/completion`,
    by: 'caseworker-skatteverket',
    body,
  });
  const registered = (personnummer: string) => ({
    outcome: 'registered',
    decidedOn: today,
    personnummer,
    from: today,
    kommun: '0484',
  });
  const tomorrow = addDays(today, 1);
  const filed = { outcome: 'filed', on: today };

  it.each<[string, Sent, number, object]>([
    [
      'an outcome that the step never has',
      skatteverket('flyttningsanmalan', { outcome: 'granted', on: today }),
      400,
      { type: '/problems/invalid-request', invalidParameters: [{ name: 'outcome' }] },
    ],
    [
      'a personnummer with a wrong check digit',
      skatteverket('personnummer', registered('199001012384')),
      400,
      { invalidParameters: [{ name: 'personnummer' }] },
    ],
    [
      'a samordningsnummer for a personnummer',
      skatteverket('personnummer', registered('197010632391')),
      400,
      { invalidParameters: [{ name: 'personnummer' }] },
    ],
    [
      'a field of another outcome',
      skatteverket('flyttningsanmalan', { ...filed, grounds: 'x' }),
      400,
      { invalidParameters: [{ name: 'grounds' }] },
    ],
    [
      'no day',
      skatteverket('flyttningsanmalan', { outcome: 'filed' }),
      400,
      { invalidParameters: [{ name: 'on' }] },
    ],
    [
      'a day that does not exist',
      skatteverket('flyttningsanmalan', { outcome: 'filed', on: '2026-02-30' }),
      400,
      { invalidParameters: [{ name: 'on' }] },
    ],
    [
      'a step that is not in the catalogue',
      skatteverket('bankid', filed),
      404,
      { type: '/problems/not-found' },
    ],
    [
      'a completion before its prerequisites',
      skatteverket('personnummer', registered('199001012385')),
      409,
      { type: '/problems/blocked', currentStatus: { kind: 'blocked', by: ['flyttningsanmalan'] } },
    ],
    [
      'a completion of a step that is done',
      {
        path: '/steps/delgivning/completion',
        by: 'caseworker-migrationsverket',
        body: { outcome: 'served', on: today, howServed: 'igen' },
      },
      409,
      { type: '/problems/not-open', currentStatus: { kind: 'done', outcome: 'served' } },
    ],
    [
      "a day after the case's own time",
      skatteverket('flyttningsanmalan', { outcome: 'filed', on: tomorrow }),
      422,
      { type: '/problems/after-case-time', rule: 'notAfterCaseTime', law: 'FOL 26-28 §§' },
    ],
    [
      'a fact from a day to come',
      {
        path: '/facts',
        by: 'coordinator',
        body: {
          fact: { kind: 'lma', registered: true },
          appliesTo: 'person',
          validFrom: tomorrow,
          source: 'samtal',
        },
      },
      422,
      { type: '/problems/after-case-time' },
    ],
    [
      'a reopening of a step that is not done',
      { path: '/steps/flyttningsanmalan/reopening', by: 'caseworker-skatteverket', body: { reason: 'fel' } },
      409,
      { type: '/problems/not-reopenable', currentStatus: { kind: 'open' } },
    ],
    [
      'a known outcome that is not allowed now',
      {
        path: '/steps/sfi/completion',
        by: 'caseworker-kommun',
        body: { outcome: 'appealFiled', on: today },
      },
      422,
      { type: '/problems/not-allowed-now', rule: 'sfi.appealFiled' },
    ],
    [
      'a fact of the household that is a person’s',
      {
        path: '/facts',
        by: 'coordinator',
        body: {
          fact: { kind: 'language', lacksSwedish: true },
          appliesTo: 'household',
          validFrom: today,
          source: 'x',
        },
      },
      400,
      { invalidParameters: [{ name: 'appliesTo' }] },
    ],
  ])('%s', async (_, { path, by, body }, status, problem) => {
    const before = await eventsAtRest(staged);
    const answer = await room.post(by, at(staged, path), body);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body).toMatchObject({ ...problem, status, instance: at(staged, path) });
    expect(await eventsAtRest(staged)).toBe(before);
  });

  it('answers a refused message again in the same words, from its row', async () => {
    const key = randomUUID();
    const path = at(staged, '/steps/personnummer/completion');
    const send = () => room.post('caseworker-skatteverket', path, registered('199001012385'), key);
    const first = await send();
    const again = await send();
    expect([again.status, again.type, again.body]).toEqual([409, 'application/problem+json', first.body]);
  });

  it('refuses the same key with another body', async () => {
    const key = randomUUID();
    const path = at(staged, '/steps/personnummer/completion');
    await room.post('caseworker-skatteverket', path, registered('199001012385'), key);
    const other = await room.post(
      'caseworker-skatteverket',
      path,
      { ...registered('199001012385'), note: 'x' },
      key,
    );
    expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
  });

  it('takes the same key from two callers as two requests', async () => {
    const key = randomUUID();
    const told = (source: string) => ({
      fact: { kind: 'lma', registered: true },
      appliesTo: 'person',
      validFrom: today,
      source,
    });
    const one = await room.post('coordinator', at(staged, '/facts'), told('a'), key);
    const other = await room.post('caseworker-skatteverket', at(staged, '/facts'), told('b'), key);
    expect([one.status, other.status]).toEqual([200, 200]);
  });

  it('asks for a key where something is completed', async () => {
    const path = at(staged, '/steps/flyttningsanmalan/completion');
    const answer = await room.postWith('caseworker-skatteverket', path, filed, {});
    expect([answer.status, answer.body.type]).toEqual([428, '/problems/idempotency-key-required']);
  });

  it('says 410 to a message for a closed case', async () => {
    const path = at(over, '/steps/flyttningsanmalan/completion');
    const before = await over.events();
    const answer = await room.post('caseworker-skatteverket', path, filed);
    expect([answer.status, answer.body.type]).toEqual([410, '/problems/case-closed']);
    expect(await over.events()).toBe(before);
  });

  it('stops reading a body of 20 MB', async () => {
    const path = at(staged, '/facts');
    const answer = await room.post('coordinator', path, { note: 'x'.repeat(20 * 1024 * 1024) });
    expect([answer.status, answer.body.type]).toEqual([413, '/problems/too-large']);
  });

  it('names what is wrong with a body that is not JSON, or no body at all', async () => {
    const path = at(staged, '/facts');
    const headers = { 'idempotency-key': randomUUID() };
    const plain = await room.postWith('coordinator', path, 'fact=stay', {
      ...headers,
      'content-type': 'text/plain',
    });
    expect([plain.status, plain.body.type]).toEqual([415, '/problems/unsupported-media-type']);
    const broken = await room.postWith('coordinator', path, '{"fact":', {
      ...headers,
      'content-type': 'application/json',
    });
    expect([broken.status, broken.body.type]).toEqual([400, '/problems/invalid-request']);
    const empty = await room.postWith('coordinator', path, undefined, headers);
    expect([empty.status, empty.body.invalidParameters[0].name]).toEqual([400, 'body']);
  });

  it('tells no values, stacks or statements in an error', async () => {
    const path = at(staged, '/steps/personnummer/completion');
    const answer = await room.post('caseworker-skatteverket', path, registered('199001012384'));
    expect(answer.text).not.toMatch(/199001012384|select |insert |at .*\.ts/i);
  });
});
