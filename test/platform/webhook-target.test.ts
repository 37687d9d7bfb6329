import { isPublicAddress, lookupFor, targetFault } from '../../platform/outgoing/webhook-target';

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

  it('a name that leads to this machine is not connected to', async () => {
    const lookedUp = async (targets: 'public' | 'private') =>
      new Promise((resolve) => {
        lookupFor(targets)('localhost', { family: 4 }, (error, address) => resolve(error?.code ?? address));
      });
    expect(await lookedUp('public')).toBe('privateAddress');
    expect(await lookedUp('private')).toBe('127.0.0.1');
  });
});
