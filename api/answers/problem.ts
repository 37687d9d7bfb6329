import { z } from 'zod';
import { StepId } from '../../domain/model/ids';
import { StatusAnswer } from './status';

/** Every error, as RFC 9457 has it. */
export const ProblemAnswer = z
  .object({
    type: z.string().describe('A stable path under /problems/').meta({ example: '/problems/blocked' }),
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
  })
  .meta({ id: 'Problem' });
