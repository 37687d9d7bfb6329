import { appealRouteOf } from '../law/appeal-routes';
import type { AppealBody } from '../law/appeal-time';
import type { Due, PlannedStep } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { stepDefinition } from '../process/steps/catalogue';
import { opens } from '../process/dates/dues';
import { baseOf } from '../process/planner/recurrence';
import { basisOf } from './citations';
import type { DueWords, StepWords } from './grammar';
import type { Language } from './language';
import { COURT, NEWCOMER, PARTIES, type Reader } from './parties';
import { DUE_ACTS, EXPECTED_BY_RULE, OTHER_ACT, REMEDIES } from './rules';
import { EXPECTED, filingTitle, stepTitle } from './steps';

/** The parts of a planned step that a sentence is made from. */
export type StepParts = Pick<
  PlannedStep,
  'stepId' | 'agency' | 'unit' | 'kind' | 'law' | 'status' | 'dues' | 'allowed'
>;

/** In which language, to whom, and on which day: that decides whether a date has passed. */
export type Audience = { readonly language: Language; readonly reader: Reader; readonly asOf: PlainDate };

/** Outcomes that begin a review or an appeal, whose time runs from service. */
const TRIED_AGAIN: readonly string[] = ['reviewRequested', 'appealFiled'];

/** The words of a step that has been open or paused since a day. */
export function stepWords(step: StepParts, since: PlainDate, { language, reader }: Audience): StepWords {
  const { stepId, agency, unit, allowed } = step;
  const body = appealBodyOf(stepId);
  const name = PARTIES[agency][language];
  return {
    title: stepTitle(stepId, language),
    filing: filingTitle(stepId, language),
    agency: unit === undefined ? name : `${name} (${unit})`,
    newcomer: NEWCOMER[reader][language],
    since,
    court: (body ? PARTIES[body] : COURT)[language],
    remedies: Object.entries(REMEDIES).flatMap(([outcome, may]) =>
      allowed.includes(outcome) ? [may[language]] : [],
    ),
    isUnserved: allowed.includes('decisionServed') && allowed.some((each) => TRIED_AGAIN.includes(each)),
  };
}

/** The words of one date of a step. */
export function dueWords(due: Due, step: StepParts, { language, reader, asOf }: Audience): DueWords {
  const { kind, date, rule, whose } = due;
  return {
    kind,
    date,
    isPast: date < asOf,
    opens: opens(due),
    whose: (whose === 'newcomer' ? NEWCOMER[reader] : PARTIES[whose])[language],
    act: (DUE_ACTS[rule] ?? OTHER_ACT)[language],
    expected: EXPECTED_BY_RULE[rule]?.[language] ?? expectedOf(step, language),
    basis: basisOf(due, language),
  };
}

/** A filing that the newcomer has not made is itself what is expected. */
function expectedOf({ stepId, kind, status }: StepParts, language: Language): string {
  const isToBeFiled = status.kind === 'open' && status.why === 'filingAwaited';
  return isToBeFiled ? filingTitle(stepId, language) : EXPECTED[kind][language];
}

/** A step that another waits behind, with whose it is. */
export function blockerWords(stepId: string, language: Language): string {
  const agency = stepDefinition(stepId)?.agency;
  const title = filingTitle(stepId, language);
  return agency === undefined ? title : `${title} (${PARTIES[agency][language]})`;
}

/** Who hears an appeal of a step's decision, where the law tables name it. */
export function appealBodyOf(stepId: string): AppealBody | undefined {
  const route = appealRouteOf(baseOf(stepId));
  return route.kind === 'appealable' ? route.body : undefined;
}
