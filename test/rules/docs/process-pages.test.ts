import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../../platform/root';
import { CATALOGUE } from '../../../domain/process/steps/catalogue';
import { processPages } from '../../../process-docs/process-pages';
import { PROCESS_PAGES, readSources } from '../../../process-docs/sources';
import { filesIn } from '../../support/sources';

const root = repositoryRoot();
const sources = readSources(root);

describe('the pages that follow from the catalogue', () => {
  let pages: ReadonlyMap<string, string>;

  beforeAll(() => {
    pages = processPages(sources);
  });

  it('stand as `npm run docs` writes them', () => {
    const stale = [...pages].filter(([name, text]) => readOrNothing(name) !== text).map(([name]) => name);
    expect(stale).toEqual([]);
  });

  it('are all there is in their folder', () => {
    const names = readdirSync(path.join(root, PROCESS_PAGES)).map((name) => `${PROCESS_PAGES}/${name}`);
    expect(names.filter((name) => !pages.has(name))).toEqual([]);
  });

  it('say of every step what it is and on which statute it rests, on the page of its agency', () => {
    for (const { id, agency, law } of CATALOGUE) {
      const section = sectionOf(pages.get(`${PROCESS_PAGES}/${agency}.md`), id);
      expect(section).toContain(`- statute: ${law}\n`);
      expect(section).toContain(sources.descriptions.get(id) ?? `a comment above ${id} in domain/process`);
    }
  });

  it('show every rule that gives a date: an example person meets each of them', () => {
    const files = ['law', 'process'].flatMap((room) => filesIn(`domain/${room}`));
    const code = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
    const rules = [...code.matchAll(/\brule: '(\w+)'/g)].map(([, rule = '']) => rule);
    const text = [...pages].flatMap(([name, page]) => (name.startsWith(PROCESS_PAGES) ? page : [])).join();
    expect(rules.filter((rule) => !text.includes(`\`${rule}\``))).toEqual([]);
  });

  it('link to sections that are there', () => {
    for (const [name, text] of pages) {
      for (const [, page, anchor = ''] of text.matchAll(/\]\((\w+\.md)#([\w-]+)\)/g)) {
        const headings = [...(pages.get(`${path.dirname(name)}/${page}`) ?? '').matchAll(/^#+ (.*)$/gm)];
        const anchors = headings.map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'));
        expect(anchors).toContain(anchor);
      }
    }
  });

  it('draw every step once, and an arrow for every prerequisite', () => {
    const overview = pages.get(`${PROCESS_PAGES}/README.md`) ?? '';
    const [, picture = ''] = /```mermaid\n([^]*?)```/.exec(overview) ?? [];
    const nodes = [...picture.matchAll(/^ {4}(\w+)\["(\w+)"\]$/gm)];
    const arrows = [...picture.matchAll(/^ {2}(\w+) -->\|[\w ]+\| (\w+)$/gm)];
    expect(nodes).toHaveLength(CATALOGUE.length);
    expect(nodes.map(([, , label]) => label)).toEqual(expect.arrayContaining(CATALOGUE.map(({ id }) => id)));
    expect(arrows).toHaveLength(CATALOGUE.flatMap(({ after }) => after).length);
    const known = nodes.map(([, node]) => node);
    expect(arrows.flatMap(([, from, to]) => [from, to]).filter((node) => !known.includes(node))).toEqual([]);
  });
});

function sectionOf(page: string | undefined, heading: string): string {
  return page?.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

function readOrNothing(name: string): string {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch {
    return '';
  }
}
