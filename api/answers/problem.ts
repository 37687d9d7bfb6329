import { z } from 'zod';
import { MessageId, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { PROBLEMS } from '../problem';
import { StatusAnswer } from './status';

/** A stable path under /problems/, with what it means. */
const ProblemTypeAnswer = z.string().meta({
  id: 'ProblemType',
  override: {
    oneOf: Object.entries(PROBLEMS).map(([type, { title }]) => ({ const: `/problems/${type}`, title })),
  },
});

/** Every error, as RFC 9457 has it. */
export const ProblemAnswer = z
  .object({
    type: ProblemTypeAnswer,
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('For people; may change'),
    instance: z.string().describe('The path of the request'),
    invalidParameters: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
    stepId: StepId.optional(),
    currentStatus: StatusAnswer.optional(),
    rule: z.string().optional().describe('The rule that says no'),
    law: z.string().optional().describe('Its statute'),
    assignee: z.string().optional().describe('The colleague whose step it is'),
    days: z.object({ from: PlainDate, to: PlainDate }).optional().describe('The days in the way'),
    proposalId: MessageId.optional().describe('The proposal that stands'),
  })
  .meta({
    id: 'Problem',
    example: {
      type: '/problems/not-found',
      title: PROBLEMS['not-found'].title,
      status: 404,
      detail: 'There is no such case.',
      instance: '/api/v1/cases/0f9b6a0e-1c1f-4c53-9d43-0f3a4a6e1f60',
    },
  });
