import type { AgencyId } from '../domain/model/agency';
import { type LawfulFlow, LAWFUL_FLOWS } from '../domain/law/visibility';
import { CATALOGUE } from '../domain/process/steps/catalogue';
import { agencyTitle } from '../domain/texts/parties';
import { handWritten, withStepsPart } from './glossary-part';
import { codes, page, table } from './markdown';
import { type Observed, observedSteps } from './observed';
import { AGENCIES, linkTo, overview } from './overview';
import { GLOSSARY, meaningsIn, PROCESS_PAGES, type Sources } from './sources';
import { stepSection } from './step-section';

const WRITTEN =
  'Written from the catalogue by `npm run docs`; what is edited here is lost. The words are those of the [glossary](../glossary.md).';

/**
 * The pages of `docs/process/` and the glossary with its part on steps, by path from the root. Pure: the same catalogue
 * and sources give the same text, as Prettier leaves it.
 */
export function processPages(sources: Sources): ReadonlyMap<string, string> {
  const meanings = meaningsIn(handWritten(sources.glossary));
  const observed = observedSteps();
  const pages = AGENCIES.map((agency): [string, string] => [
    `${PROCESS_PAGES}/${agency}.md`,
    agencyPage(agency, sources, meanings, observed),
  ]);
  return new Map([
    [`${PROCESS_PAGES}/README.md`, overview(meanings, WRITTEN)],
    ...pages,
    [GLOSSARY, withStepsPart(sources.glossary)],
  ]);
}

function agencyPage(
  agency: AgencyId,
  { descriptions }: Sources,
  meanings: ReadonlyMap<string, string>,
  observed: (stepId: string) => Observed,
): string {
  const steps = CATALOGUE.filter((step) => step.agency === agency);
  return page([
    `# ${agencyTitle(agency)}`,
    '',
    `${WRITTEN} All steps: [the process](README.md).`,
    '',
    ...steps.flatMap((step) =>
      stepSection(step, {
        observed: observed(step.id),
        description: descriptions.get(step.id),
        meanings,
        linkTo,
      }),
    ),
    ...flows(LAWFUL_FLOWS[agency]),
  ]);
}

/** What may be disclosed to an agency about a person, and by which statute. */
function flows(lawful: readonly LawfulFlow[]): readonly string[] {
  const rows = lawful.map(({ from, fields, how, law }) => [from, codes(fields), how, law]);
  return rows.length === 0
    ? []
    : ['## What it may be told', '', ...table(['from', 'fields', 'how', 'statute'], rows)];
}
