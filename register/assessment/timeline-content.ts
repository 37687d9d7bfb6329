import type { MessageKind } from '../../domain/model/message';
import { FactsBody, ReplanBody, ReportBody, RestartBody, RestBody } from '../message-body';

/** What the timeline shows of a message: steps, outcomes, days and reasons. Fields stay with the answer. Throws `ZodError`. */
export function contentOf(kind: MessageKind, body: unknown): Record<string, unknown> {
  switch (kind) {
    case 'completion':
    case 'report':
      return answersIn(ReportBody.parse(body));
    case 'reopening':
    case 'resubmission':
    case 'reminder':
      return RestartBody.parse(body);
    case 'pause':
    case 'resumption':
    case 'extension':
      return RestBody.parse(body);
    case 'facts':
    case 'withdrawal':
      return {
        facts: FactsBody.parse(body).facts.map(({ fact, appliesTo, validFrom, source }) => ({
          kind: fact.kind,
          ...(fact.kind === 'withdrawal' ? { reason: fact.reason } : {}),
          appliesTo,
          validFrom,
          source,
        })),
      };
    case 'replan': {
      const { cause: _cause, ...why } = ReplanBody.parse(body);
      return why;
    }
  }
}

function answersIn({ items, ...why }: ReportBody): Record<string, unknown> {
  const answers = items.map(({ stepId, filing, outcome, on, servedOn, note }) => ({
    stepId,
    filing,
    outcome,
    on,
    servedOn,
    note,
  }));
  return { items: answers, ...why };
}
