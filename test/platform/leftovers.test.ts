import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RunningFacts, writeRunning } from '../../local/running';
import { commandOf } from '../../local/servers/processes';
import { endLeftovers } from '../../local/system/folder';
import { PARTS } from '../../local/system/parts';
import { PART_NAMES } from '../../platform/config/setting';
import { compiled } from '../../platform/root';

describe('the next start after one that was killed', () => {
  let dataDir: string;
  let started: ChildProcess[];
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'leftovers-'));
    started = [];
  });
  afterEach(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  /** A process that does nothing, with a command line that ends so. */
  async function runs(...args: readonly string[]): Promise<number> {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 60_000)', ...args]);
    started.push(child);
    await once(child, 'spawn');
    return child.pid ?? 0;
  }

  function wasRunning(pids: RunningFacts['pids']): void {
    writeRunning(dataDir, { pids } as RunningFacts);
  }

  it.each(PART_NAMES)('ends %s where it still runs', async (part) => {
    const pid = await runs(compiled(PARTS[part].main));
    wasRunning({ [part]: pid });
    await endLeftovers(dataDir);
    expect(commandOf(pid)).toBeUndefined();
  });

  it('leaves a process alone that has got the number of a part', async () => {
    const pid = await runs('another-program.js');
    wasRunning({ mail: pid });
    await endLeftovers(dataDir);
    expect(commandOf(pid)).toContain('another-program.js');
  });
});
