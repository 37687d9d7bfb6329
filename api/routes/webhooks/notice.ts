import type { AgencyId } from '../../../domain/model/agency';
import { CaseId, StepId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import type { StepDefinition } from '../../../domain/process/steps/step-definition';
import type { AnswerItem, ReportBody } from '../../../register/message-body';
import { answerItem, completionOf } from '../../messages/completion-schema';
import type { Translate, Translated } from './translation';

type ReportItem = ReportBody['items'][number];

const REFERENCE = /^([0-9a-f-]{36})\/([A-Za-z]+(?::\d{4}-\d{2})?)\/([1-9]\d{0,5})$/;

/** Returns the case that a reference names; undefined when it is not one of ours. */
export function referredCase(reference: string): CaseId | undefined {
  return CaseId.safeParse(REFERENCE.exec(reference)?.[1]).data;
}

/**
 * Returns the notice as the register stores it. One that cannot be read, or has an outcome that the step does not
 * take, becomes an item without an outcome: it is stored as well, and a caseworker reads it.
 */
export function reportItem(agency: AgencyId, translated: ReturnType<Translate>, notice: unknown): ReportItem {
  const [, , stepName = '', filing] = REFERENCE.exec(translated?.reference ?? '') ?? [];
  const step = stepDefinition(stepName);
  if (!translated || step?.agency !== agency) return { fields: {}, unreadable: notice };
  const place = { stepId: StepId.parse(stepName), filing: Number(filing) };
  const answer = 'outcome' in translated ? readAnswer(place.stepId, step, translated) : undefined;
  return { ...(answer ?? { fields: {}, unreadable: notice }), ...place };
}

function readAnswer(
  stepId: StepId,
  step: StepDefinition,
  { outcome, on, servedOn, fields }: Translated,
): AnswerItem | undefined {
  const read = completionOf(step).safeParse({ outcome, on, ...(servedOn && { servedOn }), ...fields });
  return read.data && answerItem(stepId, step, read.data);
}
