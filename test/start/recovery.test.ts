import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandOf, send } from '../../local/servers/processes';
import { eventually, newPlace, SERVERS_ONLY, startSystem, stillRunning } from './started-system';
import type { Place, StartedSystem } from './started-system';

const PARTS = ['oidc', 'mail', 'agencies', 'worker', 'api'];

describe('a system whose parent process was killed', () => {
  let place: Place;
  let system: StartedSystem;

  beforeAll(async () => {
    place = await newPlace();
  });

  afterAll(async () => {
    system.signalGroup('SIGTERM');
    await system.ended;
    place.remove();
  });

  it('ends its parts by itself, and the next start ends the servers that were left and goes on', async () => {
    system = startSystem(place.variables);
    const killed = await system.ready;
    send(killed.pid, 'SIGKILL');
    await eventually(() => PARTS.every((part) => commandOf(killed.pids[part] ?? 0) === undefined), 15);
    expect(commandOf(killed.pids.postgres ?? 0)).toBeDefined();
    expect(commandOf(killed.pids.temporal ?? 0)).toBeDefined();

    system = startSystem(place.variables);
    const recovered = await system.ready;
    expect(commandOf(killed.pids.postgres ?? 0)).toBeUndefined();
    expect(commandOf(killed.pids.temporal ?? 0)).toBeUndefined();
    expect(recovered.pids.postgres).not.toBe(killed.pids.postgres);
  });

  it('does not take another program for its old server when that has got the same number', async () => {
    const { dataDir } = place;
    system.signalGroup('SIGTERM');
    await system.ended;
    const stale = [process.pid, path.join(dataDir, 'postgres'), 0, 1, '', '127.0.0.1', '', 'ready'].join(
      '\n',
    );
    writeFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), stale);
    writeFileSync(path.join(dataDir, 'temporal.pid'), String(process.pid));
    writeFileSync(path.join(dataDir, 'start.pid'), String(process.pid));

    system = startSystem(place.variables);
    await expect(system.ready).resolves.toBeDefined();
  });

  it('stops whole, naming the part, when one of its parts ends by itself', async () => {
    const facts = await system.ready;
    send(facts.pids.agencies ?? 0, 'SIGKILL');
    const { code, output } = await system.ended;
    expect(code).toBe(1);
    expect(output).toMatch(/agencies ended by itself\. Its last lines/);
    expect(stillRunning(facts, place.dataDir)).toEqual([]);
  });
});

describe('a system started by root', () => {
  it('runs also where there are no user namespaces and nobody may enter the folder', async () => {
    const place = await newPlace();
    const programs = mkdtempSync(path.join(os.tmpdir(), 'etablering-path-'));
    writeFileSync(path.join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const withoutNamespaces = { PATH: `${programs}${path.delimiter}${process.env.PATH}` };
    const system = startSystem({ ...place.variables, ...withoutNamespaces }, SERVERS_ONLY);
    const facts = await system.ready;
    system.signalGroup('SIGTERM');
    await system.ended;
    rmSync(programs, { recursive: true });
    place.remove();
    expect(stillRunning(facts, place.dataDir)).toEqual([]);
  });
});
