import type { AgencyId } from '../../../domain/model/agency';
import { CaseId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/catalogue';
import type { StepDefinition } from '../../../domain/process/step-definition';
import type { AnswerItem, ReportBody } from '../../../register/message-body';
import { answerItem, completionOf } from '../../messages/completion-schema';

/** An agency's notice in our words: the reference that we gave, and what the catalogue calls what it says. */
export type Translated = {
  readonly reference: string;
  readonly outcome: string;
  readonly on: string;
  readonly servedOn?: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Reads an agency's notice; `reference` alone when the notice says something that nobody here knows. */
export type Translate = (notice: unknown) => Translated | { readonly reference: string } | undefined;

type ReportItem = ReportBody['items'][number];

const REFERENCE = /^([0-9a-f-]{36})\/([A-Za-z]+)\/([1-9]\d{0,5})$/;

/** The case that our reference names. `undefined` when it is not a reference of ours. */
export function referredCase(reference: string): CaseId | undefined {
  return CaseId.safeParse(REFERENCE.exec(reference)?.[1]).data;
}

/**
 * The notice as the register keeps it. What cannot be read, or says what the step never takes, becomes an item without
 * an outcome: it is stored all the same, and a caseworker looks at it.
 */
export function reportItem(agency: AgencyId, translated: ReturnType<Translate>, notice: unknown): ReportItem {
  const [, , stepName = '', filing] = REFERENCE.exec(translated?.reference ?? '') ?? [];
  const step = stepDefinition(stepName);
  if (!translated || step?.agency !== agency) return { fields: {}, unreadable: notice };
  const place = { stepId: step.id, filing: Number(filing) };
  const answer = 'outcome' in translated ? readAnswer(step, translated) : undefined;
  return { ...(answer ?? { fields: {}, unreadable: notice }), ...place };
}

function readAnswer(
  step: StepDefinition,
  { outcome, on, servedOn, fields }: Translated,
): AnswerItem | undefined {
  const read = completionOf(step).safeParse({ outcome, on, ...(servedOn && { servedOn }), ...fields });
  return read.data && answerItem(step, read.data);
}
