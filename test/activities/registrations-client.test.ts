import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRegistrationsClient } from '../../activities/clients/skatteverket-registrations';
import { skatteverketStage, handedOver, stopStages } from '../agencies/stage';

afterEach(stopStages);

const FAR = '2029-01-01T00:00:00Z';
const open = new AbortController().signal;

describe('asking who has been registered', () => {
  it('tells of those who have, and of nobody else', async () => {
    const { address, client, control, advance } = await skatteverketStage();
    const ask = createRegistrationsClient(address);
    const [yes, no, later] = [
      await handedOver(client, 'personnummer'),
      await handedOver(client, 'personnummer'),
      await handedOver(client, 'personnummer'),
    ];
    await control('behaviour', { avslag: true, caseIds: [no.caseId] });
    await advance(FAR, [yes.caseId, no.caseId]);
    const references = [yes, no, later].map(({ caseId }) => `${caseId}/personnummer/1`);
    const told = await ask([...references, 'not one of theirs'], open);
    expect(told).toEqual([
      {
        reference: references[0],
        personnummer: '199610202385',
        kommun: '0484',
        from: '2027-01-13',
        decidedOn: expect.stringMatching(/^2027-/),
        servedOn: expect.stringMatching(/^2027-/),
      },
    ]);
    expect(await ask(references, open)).toEqual(told);
  });

  it('tells of a registration whose webhook was lost, and of none that was taken back', async () => {
    const { address, client, control, advance } = await skatteverketStage();
    const ask = createRegistrationsClient(address);
    await control('behaviour', { loseWebhook: true });
    const key = await handedOver(client, 'personnummer');
    const reference = `${key.caseId}/personnummer/1`;
    expect(await ask([reference], open)).toEqual([]);
    await advance(FAR, [key.caseId]);
    expect(await ask([reference], open)).toMatchObject([{ reference }]);
    await client.retract(key);
    expect(await ask([reference], open)).toEqual([]);
  });

  it('fails as a whole while the agency is away, and leaves out a case that it is away for', async () => {
    const { address, client, control, advance } = await skatteverketStage();
    const ask = createRegistrationsClient(address);
    const key = await handedOver(client, 'personnummer');
    await advance(FAR, [key.caseId]);
    const references = [`${key.caseId}/personnummer/1`];
    await control('behaviour', { down: true, caseIds: [key.caseId] });
    expect(await ask(references, open)).toEqual([]);
    await control('behaviour', { down: true });
    await expect(ask(references, open)).rejects.toThrow('skatteverket cannot be reached');
    await control('behaviour', { down: false });
    expect(await ask(references, open)).toHaveLength(1);
  });
});

describe('an answer that is not in the form agreed', () => {
  let server: Server;
  let row: object;
  const registered = {
    avsandarreferens: 'b',
    personnummer: '199610202385',
    kommunkod: '0484',
    folkbokfordFran: '2027-01-13',
    beslutsdatum: '2027-02-10',
    delgivenDatum: '2027-02-12',
  };

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.end(JSON.stringify({ aviseringar: [row, registered] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it.each([
    ['a number with a wrong check digit', { ...registered, personnummer: '199610202386' }],
    ['a samordningsnummer', { ...registered, personnummer: '197010632391' }],
    ['a kommun that there is not', { ...registered, kommunkod: '9999' }],
    ['a day that there is not', { ...registered, beslutsdatum: '2027-02-30' }],
    ['no day of service', { ...registered, delgivenDatum: undefined }],
  ])('with %s is told apart, and the others are read', async (_, unreadable) => {
    row = { ...unreadable, avsandarreferens: 'a' };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const told = await createRegistrationsClient({ url, apiKey: 'key' })(['a', 'b'], open);
    expect(told).toMatchObject([
      { reference: 'a', unreadable: { avsandarreferens: 'a' } },
      { reference: 'b', personnummer: '199610202385' },
    ]);
  });
});
