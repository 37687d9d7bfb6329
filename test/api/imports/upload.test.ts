import express from 'express';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { z } from 'zod';
import { defineEndpoint } from '../../../api/endpoint';
import type { Upload } from '../../../api/imports/upload';
import { mount } from '../../../api/mount';
import { answerProblems, Problem } from '../../../api/problem';
import type { Services } from '../../../api/services';
import { bodyHash } from '../../../register/message-id';

const logger = pino({ level: 'silent' });
const MEGABYTE = 1024 * 1024;

const reading = defineEndpoint({
  method: 'post',
  path: '/letters',
  tag: 'Test',
  summary: 'Reads a text of a megabyte at most, until it comes to an exclamation mark',
  access: 'public',
  auditEvent: 'none',
  body: z.custom<Upload>(),
  upload: { types: { 'text/plain': z.string() }, megabytes: 1 },
  status: 200,
  result: z.object({ length: z.number(), hash: z.string() }),
  async handle({ body }) {
    let length = 0;
    for await (const piece of body.text()) {
      length += piece.length;
      if (piece.includes('!')) throw new Problem('invalid-request', 'Do not shout.');
    }
    return { body: { length, hash: body.hash() } };
  },
});

describe('a body that is read as it comes', () => {
  let server: http.Server;

  beforeAll(async () => {
    const app = express();
    mount(app, [reading], { logger } as unknown as Services);
    app.use(answerProblems(logger));
    server = http.createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => server.close());

  /** Sends pieces without saying how long they are; goes on sending until the answer is there. */
  async function sends(pieces: readonly Buffer[], headers: http.OutgoingHttpHeaders = {}) {
    const { port } = server.address() as AddressInfo;
    const request = http.request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/letters',
      headers: { 'content-type': 'text/plain', ...headers },
    });
    const answer = new Promise<http.IncomingMessage>((resolve, reject) => {
      request.on('response', resolve);
      request.on('error', reject);
    });
    for (const piece of pieces) request.write(piece);
    request.end();
    const response = await answer;
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode, body: JSON.parse(text) as Record<string, unknown> };
  }

  it('comes whole, with the hash of its bytes, also where a letter is cut in two', async () => {
    const whole = Buffer.from('Åsa och Øystein');
    const { status, body } = await sends([whole.subarray(0, 1), whole.subarray(1)]);
    expect([status, body]).toEqual([200, { length: 15, hash: bodyHash(whole) }]);
  });

  it('is refused as soon as it is longer than it may be, though nobody said how long', async () => {
    const pieces = Array.from({ length: 40 }, () => Buffer.alloc(MEGABYTE / 16, 'a'));
    const { status, body } = await sends(pieces);
    expect([status, body.detail]).toEqual([413, 'The file may hold at most 1 MB.']);
  });

  it('is answered when its reader has had enough, over the same line', async () => {
    const pieces = ['a', '!', ...Array.from({ length: 10 }, () => 'b')];
    const { status, body } = await sends(pieces.map((piece) => Buffer.from(piece)));
    expect([status, body.detail]).toEqual([400, 'Do not shout.']);
  });

  it.each([
    ['of another type', { 'content-type': 'text/html' }],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('is refused when it is %s', async (_, headers) => {
    expect((await sends([Buffer.from('x')], headers)).status).toBe(415);
  });

  it('is refused when it is no text', async () => {
    const { status, body } = await sends([Buffer.from([0xff, 0xfe, 0x00])]);
    expect([status, body.detail]).toEqual([400, 'The file is not text in UTF-8.']);
  });
});
