import type { WalkedCase, WalkedStep } from './system';

const AGENCY_NAMES: Readonly<Record<string, string>> = {
  migrationsverket: 'Migrationsverket',
  arbetsformedlingen: 'Arbetsförmedlingen',
  skatteverket: 'Skatteverket',
  kommun: 'kommunen',
  forsakringskassan: 'Försäkringskassan',
  pensionsmyndigheten: 'Pensionsmyndigheten',
  uhr: 'UHR',
  region: 'regionen',
  bank: 'banken',
  overformyndare: 'överförmyndaren',
  tingsratt: 'tingsrätten',
};

/** What a walk has seen of one person: every due date with its law, in the order in which it first showed. */
export type Seen = { readonly role: string; readonly dues: Map<string, string> };

/** Notes the due dates that the open steps of a case show now. */
export function noteDues(seen: Seen, walked: WalkedCase | undefined): void {
  for (const { stepId, status, dues } of walked?.steps ?? []) {
    if (status.kind !== 'open') continue;
    for (const { date, kind, law, whose, movedBy } of dues) {
      const moved = movedBy ? `; moved: ${movedBy}` : '';
      seen.dues.set(
        `${stepId} ${date} ${kind}`,
        `${date}  ${pad(stepId, 34)} ${pad(kind, 12)} ${nameOf(whose)}: ${law}${moved}`,
      );
    }
  }
}

/** The path of one person in case dates, as lines: what was done, what came after, and each due date with its law. */
export function pathOf(seen: Seen, walked: WalkedCase | undefined): string[] {
  if (!walked) return [];
  const milestones = walked.milestones.map(
    ({ kind, on, result }) => `${on}  ${pad('', 34)} * ${kind}${result ? ` (${result})` : ''}`,
  );
  const without = walked.steps
    .filter(({ status }) => status.kind === 'notApplicable')
    .map(({ stepId, status }) => `${stepId} (${status.why})`);
  return [
    seen.role,
    // Steps come in the order of the catalogue; the milestones of a day after them.
    ...byDay([...walked.steps.flatMap(doneLine), ...milestones]).map((line) => `  ${line}`),
    ...(without.length > 0 ? [`  does not apply: ${without.join(', ')}`] : []),
    '  dates and their law:',
    ...byDay([...seen.dues.values()]).map((line) => `    ${line}`),
  ];
}

const DAY_LENGTH = 10;

/** Lines that begin with a day in order of days; those of one day stay as they are. */
function byDay(lines: readonly string[]): string[] {
  const dayOf = (line: string) => line.slice(0, DAY_LENGTH);
  return lines.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

/** How an agency is called in text for people. */
export function nameOf(agency: string): string {
  return AGENCY_NAMES[agency] ?? agency;
}

function doneLine({ stepId, agency, status, law }: WalkedStep): string[] {
  if (status.kind !== 'done') return [];
  return [
    `${status.on}  ${pad(nameOf(agency), 18)} ${pad(stepId, 34)} ${pad(status.outcome ?? '', 12)} ${law}`,
  ];
}

function pad(text: string, width: number): string {
  return text.padEnd(width);
}
