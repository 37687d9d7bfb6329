import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../platform/root';
import { openShell } from './support/command';

describe('docs/operations/command-line.md', () => {
  const page = readFileSync(path.join(repositoryRoot(), 'docs', 'operations', 'command-line.md'), 'utf8');
  const shell = openShell('http://127.0.0.1:1');
  afterAll(() => shell.remove());

  /** The commands that a help lists, without the help itself. */
  async function commandsIn(typed: readonly string[]): Promise<readonly string[]> {
    const { out } = await shell.run([...typed, '--help']);
    const [, listed = ''] = /\nCommands:\n([^]*?)(\n\n|$)/.exec(out) ?? [];
    const names = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
    return names.filter((name) => name !== 'help');
  }

  it('shows every command', async () => {
    const top = await commandsIn([]);
    const groups = ['stuck', 'bulk', 'import', 'watch'];
    const below = await Promise.all(
      groups.map(async (group) => (await commandsIn([group])).map((name) => `${group} ${name}`)),
    );
    const whole = [...top.filter((name) => !['bulk', 'watch'].includes(name)), ...below.flat()];
    expect(top.length).toBeGreaterThan(15);
    expect(whole.filter((name) => !page.includes(`npx etablering ${name}`))).toEqual([]);
  });
});
