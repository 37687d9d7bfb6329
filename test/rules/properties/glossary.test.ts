import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../../domain/process/steps/catalogue';
import { handWritten } from '../../../process-docs/glossary-part';
import { repositoryRoot } from '../../../platform/root';
import { filesIn } from '../../support/sources';

const root = repositoryRoot();
/** The part that is written from the catalogue names everything and explains nothing. */
const glossary = handWritten(readFileSync(join(root, 'docs/glossary.md'), 'utf8'));
const source = ['law', 'process']
  .flatMap((room) => filesIn(`domain/${room}`))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

function codesAfter(name: string): string[] {
  const found = source.matchAll(new RegExp(`\\b${name}: '([A-Za-z]+)'`, 'g'));
  return [...new Set([...found].map(([, code = '']) => code))];
}

describe('the glossary explains, by hand,', () => {
  it.each(CATALOGUE.map(({ id }) => id))('the step %s', (id) => {
    expect(glossary).toContain(`\`${id}\``);
  });

  it.each([...new Set(CATALOGUE.flatMap(({ outcomes }) => Object.keys(outcomes)))])(
    'the outcome %s',
    (outcome) => {
      expect(glossary).toContain(`\`${outcome}\``);
    },
  );

  it.each([...codesAfter('why'), ...codesAfter('rule')])('the code %s', (code) => {
    expect(glossary).toContain(`\`${code}\``);
  });
});
