import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '../../platform/root';

describe("the command line's types of the API", () => {
  it('are those of openapi.json; `npm run openapi` writes both', () => {
    const script = path.join(repositoryRoot(), 'scripts', 'api-types.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
