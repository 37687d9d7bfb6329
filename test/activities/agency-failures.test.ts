import type { ApplicationFailure } from '@temporalio/common';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSkatteverketClient } from '../../activities/clients/skatteverket-client';
import { failureOf } from '../../activities/failures';
import { filingOf, skatteverketStage, stopStages } from '../agencies/stage';

afterEach(stopStages);

/** The error that a hand-over fails with. */
async function failureIn(handOver: Promise<unknown>): Promise<ApplicationFailure & Error> {
  return handOver.then(
    () => {
      throw new Error('the agency took it');
    },
    (failure: ApplicationFailure & Error) => failure,
  );
}

/** A stranger at the agency's address who gives everybody the same answer. */
async function stranger(status: number, body: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('an agency that is down', () => {
  it('is tried again by the retry policy', async () => {
    const { client, control } = await skatteverketStage();
    await control('behaviour', { down: true });
    const failure = await failureIn(client.handOver(filingOf('personnummer')));
    expect(failure).toMatchObject({
      type: 'AgencyUnanswered',
      nonRetryable: false,
      message: 'skatteverket cannot be reached',
    });
  });

  it('is down for some cases only, when told so', async () => {
    const { client, control } = await skatteverketStage();
    const [out, fine] = [filingOf('personnummer'), filingOf('personnummer')];
    await control('behaviour', { down: true, caseIds: [out.key.caseId] });
    await expect(client.handOver(out)).rejects.toThrow('cannot be reached');
    await expect(client.handOver(fine)).resolves.toMatchObject({ on: '2027-01-13' });
    await control('behaviour', { down: false });
    await expect(client.handOver(out)).resolves.toMatchObject({ on: '2027-01-13' });
  });

  it('is tried again when it says, at most six hours later', async () => {
    const { client, control } = await skatteverketStage();
    await control('behaviour', { down: { retryAfterSeconds: 120 } });
    const failure = await failureIn(client.handOver(filingOf('personnummer')));
    expect(failure).toMatchObject({ type: 'AgencyBusy', nonRetryable: false, nextRetryDelay: 120_000 });
    const busy = { agency: 'kommun', status: 429 } as const;
    expect(failureOf({ ...busy, retryAfter: '900000' })).toMatchObject({ nextRetryDelay: 21_600_000 });
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const { nextRetryDelay } = failureOf({ ...busy, retryAfter: inAMinute }) as ApplicationFailure;
    expect(Number(nextRetryDelay)).toBeGreaterThan(55_000);
    expect(failureOf(busy)).toMatchObject({ type: 'AgencyFailed', nonRetryable: false });
    expect(failureOf(busy)).not.toHaveProperty('nextRetryDelay', expect.any(Number));
  });
});

describe('an agency that is slow', () => {
  it('is tried again, and gives the same receipt for what it had taken', async () => {
    const { address, client, control } = await skatteverketStage();
    const hasty = createSkatteverketClient({ ...address, answerWithinMs: 50 });
    const filing = filingOf('personnummer');
    await control('behaviour', { slowMs: 500 });
    expect((await failureIn(hasty.handOver(filing))).message).toBe('skatteverket did not answer in time');
    await control('behaviour', { slowMs: 0 });
    const { reference } = await client.handOver(filing);
    const { items } = await control(`dossiers?caseId=${filing.key.caseId}`);
    const [matter, ...more] = Object.values((items as { matters: object }[])[0]?.matters ?? {});
    expect(matter).toMatchObject({ receipt: { arendenummer: reference } });
    expect(more).toEqual([]);
  });
});

describe('an agency that refuses', () => {
  it.each([
    [true, 'UTANFOR_MALGRUPP'],
    ['FEL_MYNDIGHET', 'FEL_MYNDIGHET'],
  ])('for good (%s) is not asked again, and its code is passed on', async (refuse, code) => {
    const { client, control } = await skatteverketStage();
    const filing = filingOf('personnummer');
    await control('behaviour', { refuse, steps: ['personnummer'] });
    const failure = await failureIn(client.handOver(filing));
    expect(failure).toMatchObject({ type: 'AgencyRefused', nonRetryable: true, message: code });
    expect(failure.details).toEqual([{ agency: 'skatteverket', code }]);
    await control('behaviour', { refuse: false });
    await expect(client.handOver(filing)).resolves.toMatchObject({ on: '2027-01-13' });
  });

  it('the key is asked again until an operator has mended it', async () => {
    const { address } = await skatteverketStage();
    const keyless = createSkatteverketClient({ ...address, apiKey: 'old' });
    const failure = await failureIn(keyless.handOver(filingOf('personnummer')));
    expect(failure).toMatchObject({ type: 'AgencyKeyRefused', nonRetryable: false });
    expect(failure.message).toContain('AGENCY_API_KEY');
  });

  it.each([400, 404, 409, 410, 422])('with %d and its own code does so for good', (status) => {
    const failure = failureOf({ agency: 'kommun', status, code: 'NEJ' });
    expect(failure).toMatchObject({ type: 'AgencyRefused', nonRetryable: true, message: 'NEJ' });
  });

  it.each([403, 408, 413, 500, 502, 504])('with %d is asked again', (status) => {
    const failure = failureOf({ agency: 'kommun', status });
    expect((failure as Partial<ApplicationFailure>).nonRetryable ?? false).toBe(false);
    expect(failure.message).toContain(`HTTP_${status}`);
  });

  it('with a text where a code should be passes on the status alone', () => {
    for (const code of ['Amal Haddad finns inte', 'P199610202385', '']) {
      expect(failureOf({ agency: 'kommun', status: 422, code }).message).toBe('HTTP_422');
    }
  });
});

describe('a stranger at the address of an agency', () => {
  it.each([
    [404, '<h1>Not found</h1>', 'skatteverket failed: HTTP_404'],
    [
      200,
      '{"arendenummer":7,"namn":"Amal"}',
      'skatteverket answered in another form than agreed: arendenummer, mottagen',
    ],
    [200, '<html>', 'skatteverket answered in another form than agreed: '],
    [302, '', 'skatteverket cannot be reached'],
  ])('who answers %d %s refuses nobody for good', async (status, body, message) => {
    const { url, close } = await stranger(status, body);
    const client = createSkatteverketClient({ url, apiKey: 'key' });
    const failure = await failureIn(client.handOver(filingOf('personnummer')));
    close();
    expect(failure).toMatchObject({ nonRetryable: false, message });
  });
});

describe('a failure', () => {
  it('holds no word about the person', async () => {
    const { client, control } = await skatteverketStage();
    const filing = filingOf('personnummer');
    await control('behaviour', { refuse: true });
    const failure = await failureIn(client.handOver(filing));
    const text = JSON.stringify([failure.message, failure.details, String(failure.stack)]);
    for (const word of ['Amal', 'Haddad', String(filing.person.dossiernummer), '19961020']) {
      expect(text).not.toContain(word);
    }
  });
});
