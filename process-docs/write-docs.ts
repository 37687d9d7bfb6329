import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../platform/root';
import { processPages } from './process-pages';
import { settingsPages } from './settings-pages';
import { PROCESS_PAGES, readSources } from './sources';

/** `npm run docs`: writes the pages that follow from the catalogue and the settings; removes those of agencies without steps. */
function main(): void {
  const root = repositoryRoot();
  const folder = path.join(root, PROCESS_PAGES);
  const pages = processPages(readSources(root));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!pages.has(`${PROCESS_PAGES}/${name}`)) rmSync(path.join(folder, name));
  }
  for (const [name, text] of [...pages, ...settingsPages()]) writeFileSync(path.join(root, name), text);
}

main();
