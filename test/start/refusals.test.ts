import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { everyProcess } from '../../local/servers/processes';
import { freePorts } from '../../local/servers/ports';
import { newPlace, startSystem } from './started-system';
import type { Place, Variables } from './started-system';

describe('a start that cannot succeed', () => {
  let place: Place;

  beforeEach(async () => {
    place = await newPlace();
  });

  afterEach(() => place.remove());

  async function refusal(variables: Variables): Promise<string> {
    const { code, output } = await startSystem({ ...place.variables, ...variables }).ended;
    const left = everyProcess().filter(({ command }) => command.includes(place.dataDir));
    expect(left).toEqual([]);
    expect(code).toBe(1);
    expect(existsSync(path.join(place.dataDir, 'start.pid'))).toBe(false);
    return output;
  }

  it('names every variable that breaks its rule, and does not repeat its value', async () => {
    const output = await refusal({
      API_PORT: 'http',
      PUBLIC_URL: 'etablering.se',
      WEBHOOK_SECRETS: 'hemlighet',
    });
    expect(output.split('\n')).toEqual([
      'API_PORT must be a port number, 1 to 65535',
      'PUBLIC_URL must be an http or https address, for instance http://127.0.0.1:8080',
      expect.stringMatching(/^WEBHOOK_SECRETS must be JSON/),
      '',
    ]);
    expect(output).not.toContain('hemlighet');
  });

  it('names the port that is taken and its setting', async () => {
    const taken: Server = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const output = await refusal({ TEMPORAL_UI_PORT: String(port) });
    taken.close();
    expect(output).toBe(`port ${port} (TEMPORAL_UI_PORT) is taken\n`);
  });

  it('names the folder that cannot be written', async () => {
    const file = path.join(path.dirname(place.dataDir), 'a-file');
    writeFileSync(file, '');
    const output = await refusal({ DATA_DIR: path.join(file, 'data') });
    expect(output).toMatch(/^.*a-file\/data \(DATA_DIR\) cannot be written: .*\n$/);
  });

  it('names the database that does not answer, without its password', async () => {
    const [port] = await freePorts(1);
    const output = await refusal({
      DATABASE_URL: `postgres://etablering:hemligt@127.0.0.1:${port}/etablering`,
    });
    expect(output).toMatch(
      new RegExp(`no database answers at 127.0.0.1:${port}/etablering \\(DATABASE_URL\\)`),
    );
    expect(output).not.toContain('hemligt');
  });

  it('names the Temporal server that does not answer, and stops what had started', async () => {
    const [port] = await freePorts(1);
    const output = await refusal({ TEMPORAL_ADDRESS: `127.0.0.1:${port}` });
    expect(output).toMatch(
      new RegExp(`Temporal does not answer at 127.0.0.1:${port} \\(TEMPORAL_ADDRESS or temporal.toml\\)`),
    );
  });
});
