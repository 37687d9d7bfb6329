import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../local/servers/ports';
import { startTemporal } from '../../local/servers/temporal';

/** Takes connections at once, and refuses the first three calls on them as Temporal's frontend does while it starts. */
const SLOW_TO_SERVE = `#!${process.execPath}
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
let calls = 0;
const server = require('node:http2').createServer();
server.on('stream', (stream) => {
  const status = ++calls > 3 ? '0' : '14';
  require('node:fs').writeFileSync(process.argv[1] + '.calls', String(calls));
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status }));
  stream.end(status === '0' ? Buffer.alloc(5) : undefined);
});
server.listen(port, '127.0.0.1');
`;

describe('a Temporal server that starts', () => {
  it('is ready when it answers a call, not when it takes a connection', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'etablering-temporal-'));
    const cli = path.join(dataDir, 'cli');
    writeFileSync(cli, SLOW_TO_SERVE, { mode: 0o700 });
    const [port = 0] = await freePorts(1);
    writeFileSync(`${cli}.calls`, '0');
    const server = await startTemporal({ cli, dataDir, port, namespace: 'default', detached: false });
    const calls = readFileSync(`${cli}.calls`, 'utf8');
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    expect(calls).toBe('4');
  });
});
