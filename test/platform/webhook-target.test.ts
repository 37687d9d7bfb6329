import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import {
  agentFor,
  isPrivateAddress,
  isPublicAddress,
  targetFault,
  type WebhookTargets,
} from '../../platform/outgoing/webhook-target';

describe('where a webhook may go', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '239.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '64:ff9b:1::a00:1',
    '::10.0.0.1',
    'fec0::1',
    '100::1',
    '5f00::1',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '2620:4f:8000::1',
    '3fff::1',
    'localhost',
  ])('%s is no address of the internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['193.10.0.1', '8.8.8.8', '2a00:801::1'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['http://receiver.example.se/in', 'must be https'],
    ['https://127.0.0.1/in', 'must be an address of the internet'],
    ['https://2130706433/in', 'must be an address of the internet'],
    ['https://[::ffff:7f00:1]/in', 'must be an address of the internet'],
    ['https://localhost/in', 'must be an address of the internet'],
    ['https://register.internal/in', 'must be an address of the internet'],
    ['https://me:hidden@receiver.example.se/in', 'may hold no user, password or fragment'],
  ])('%s is refused by an installation that allows the internet only', (url, fault) => {
    expect(targetFault(url, 'public')).toBe(fault);
  });

  it('an installation may allow its own network, and npm start http too', () => {
    expect(targetFault('https://receiver.example.se/in', 'public')).toBeUndefined();
    expect(targetFault('https://10.0.0.1/in', 'private')).toBeUndefined();
    expect(targetFault('http://10.0.0.1/in', 'private')).toBe('must be https');
    expect(targetFault('http://127.0.0.1:9000/in', 'any')).toBeUndefined();
  });

  describe('is checked at the connection itself', () => {
    const receiver = createServer((_, response) => response.writeHead(204).end());
    beforeAll(async () => {
      receiver.listen(0, '127.0.0.1');
      await once(receiver, 'listening');
    });
    afterAll(() => receiver.close());

    /** What comes of a request: the answer's status, or that the agent did not connect. */
    async function sent(host: string, targets: WebhookTargets, lookup?: LookupFunction): Promise<unknown> {
      const url = `http://${host}:${(receiver.address() as AddressInfo).port}/in`;
      return new Promise((resolve) => {
        const under = request(url, { agent: agentFor(url, targets), ...(lookup && { lookup }) }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        under.on('error', (error) => resolve(isPrivateAddress(error) ? 'privateAddress' : error.message));
        under.end();
      });
    }
    /** A name server that says so. */
    const says =
      (...addresses: readonly string[]): LookupFunction =>
      (_, { all }, answer) => {
        const found = addresses.map((address) => ({ address, family: 4 }));
        if (all) answer(null, found);
        else answer(null, addresses[0] ?? '', 4);
      };

    it('a name that leads to this machine is not connected to', async () => {
      expect(await sent('localhost', 'public')).toBe('privateAddress');
      expect(await sent('localhost', 'private')).toBe(204);
    });

    it.each(['127.0.0.1', '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])(
      'neither is %s',
      async (address) => {
        expect(await sent(address, 'public')).toBe('privateAddress');
      },
    );

    it('a name that leads to an address of the internet and to one that is not is connected to by neither', async () => {
      const lookup = says('193.10.0.1', '10.0.0.1');
      expect(await sent('receiver.example.se', 'public', lookup)).toBe('privateAddress');
      expect(await sent('receiver.example.se', 'private', says('127.0.0.1'))).toBe(204);
    });
  });
});
