import { CATALOGUE } from '../domain/process/steps/catalogue';
import { agencyTitle } from '../domain/texts/parties';
import { code, table } from './markdown';
import { effectWords, ownOutcomes, SHARED_OUTCOMES, whoseWords } from './words';

const BEGIN = '<!-- steps:begin -->';
const END = '<!-- steps:end -->';

/** The glossary with its part between the markers written anew. Throws when it has no markers. */
export function withStepsPart(glossary: string): string {
  const [before, after] = around(glossary);
  const part = [...stepsTable(), ...outcomesTable()].join('\n').trimEnd();
  return `${before}${BEGIN}\n\n${part}\n\n${END}${after}`;
}

/** What is written by hand: everything but the part between the markers. */
export function handWritten(glossary: string): string {
  return around(glossary).join('');
}

function around(glossary: string): readonly [before: string, after: string] {
  const [before, rest] = glossary.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the glossary has no ${BEGIN} … ${END}`);
  return [before, after];
}

function stepsTable(): readonly string[] {
  const rows = CATALOGUE.map(({ id, agency, law }) => [code(id), agencyTitle(agency), law]);
  return table(['step', 'agency', 'statute'], rows);
}

/** Each outcome once; one that is not the same everywhere has a row for each way, with its steps. */
function outcomesTable(): readonly string[] {
  const ways = new Map<string, { readonly row: readonly string[]; readonly of: string[] }>();
  const all = [
    ...Object.entries(SHARED_OUTCOMES),
    ...CATALOGUE.map((step) => [code(step.id), ownOutcomes(step)] as const),
  ];
  for (const [whose, outcomes] of all) {
    for (const [name, outcome] of Object.entries(outcomes)) {
      const row = [code(name), effectWords(outcome), whoseWords(outcome)];
      const way = ways.get(row.join()) ?? { row, of: [] };
      way.of.push(whose);
      ways.set(row.join(), way);
    }
  }
  const inOrder = [...ways].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ['outcome', 'effect', 'whose', 'said of'],
    inOrder.map(([, { row, of }]) => [...row, of.join(', ')]),
  );
}
