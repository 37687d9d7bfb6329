import type { AgencyId } from '../domain/model/agency';
import { CATALOGUE } from '../domain/process/steps/catalogue';
import { agencyTitle } from '../domain/texts/parties';
import { code, page, table } from './markdown';
import { effectWords, fieldWords, SHARED_OUTCOMES, whoseWords } from './words';

/** The agencies that have steps, in the order in which the path meets them. */
export const AGENCIES: readonly AgencyId[] = [...new Set(CATALOGUE.map(({ agency }) => agency))];

/** The first page: the picture of the path, the list of steps, and what holds for every decision. */
export function overview(meanings: ReadonlyMap<string, string>, written: string): string {
  return page([
    '# The process',
    '',
    written,
    '',
    'Every step of the path in the order of its prerequisites. An arrow carries the outcomes that satisfy it; a step that does',
    'not concern the person satisfies it too, a refusal never does. Steps without an arrow wait for facts or days alone. Whether',
    'a step concerns the person may follow from other steps besides: its page tells the reasons.',
    '',
    '```mermaid',
    ...picture(),
    '```',
    '',
    ...table(
      ['step', 'agency', 'kind', 'statute'],
      CATALOGUE.map(({ id, agency, kind, law }) => [linkTo(id), agencyTitle(agency), kind, law]),
    ),
    '## What else is said of decisions',
    '',
    ...Object.entries(SHARED_OUTCOMES).flatMap(([name, outcomes]) => [
      `Of ${name}:`,
      '',
      ...table(
        ['outcome', 'meaning', 'effect', 'whose', 'fields'],
        Object.entries(outcomes).map(([outcome, says]) => [
          code(outcome),
          meanings.get(outcome) ?? '',
          effectWords(says),
          whoseWords(says),
          fieldWords(says),
        ]),
      ),
    ]),
    '## Dates that steps have alike',
    '',
    'The usual time to an answer is the expectation `<step>Expected`. A request for completion names its day: the duty',
    '`answerCompletion` (FL 20 §). A refusal that is known to be served has the last day of the right to `review` or to',
    '`appeal`, which a step tells under _appeal_.',
  ]);
}

/** A link to the section of a step. */
export function linkTo(stepId: string): string {
  const agency = CATALOGUE.find(({ id }) => id === stepId)?.agency;
  return agency ? `[${stepId}](${agency}.md#${stepId.toLowerCase()})` : code(stepId);
}

function picture(): readonly string[] {
  const rooms = AGENCIES.flatMap((agency) => [
    `  subgraph ${agency}_steps["${agencyTitle(agency)}"]`,
    ...CATALOGUE.filter((step) => step.agency === agency).map(({ id }) => `    ${node(id)}["${id}"]`),
    '  end',
  ]);
  const arrows = CATALOGUE.flatMap(({ id, after }) =>
    after.map(({ step, outcomes }) => `  ${node(step)} -->|${outcomes.join(' or ')}| ${node(id)}`),
  );
  return ['flowchart LR', ...rooms, ...arrows];
}

/** Words such as `end` mean something else to Mermaid, so every id gets a prefix. */
function node(stepId: string): string {
  return `step_${stepId}`;
}
