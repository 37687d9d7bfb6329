import { z } from 'zod';
import { SystemAgency } from '../../domain/model/agency';
import { StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import type { Change } from '../../domain/process/planner/reopening';
import type { Consequences } from '../../register/reopening/consequences';
import { StatusAnswer, statusAnswer } from './status';

const ChangeAnswer = z
  .object({
    stepId: StepId,
    from: StatusAnswer,
    to: StatusAnswer.optional().describe('Left out where the step is no longer there'),
  })
  .meta({ id: 'StepChange' });

/** What a reopening would bring with it. */
export const ReopeningAnswer = z
  .object({
    step: ChangeAnswer.extend({
      filing: z.number().int().describe('The filing under which it would be open'),
    }).meta({ id: 'ReopenedStep' }),
    changed: z.array(ChangeAnswer).describe('Every other step whose status would change'),
    review: z.array(StepId).describe('Steps that stay done, and that somebody should look at'),
    retracted: z
      .array(z.object({ stepId: StepId, agency: SystemAgency, filing: z.number().int() }))
      .describe('Hand-overs that would be taken back from their agencies'),
    takenBack: z
      .object({
        answers: z.array(z.object({ filing: z.number().int(), outcome: z.string(), on: PlainDate })),
        facts: z.array(z.object({ kind: z.string(), validFrom: PlainDate })),
        identifiers: z.array(z.enum(['personnummer', 'samordningsnummer'])),
      })
      .describe('What would hold no longer: what was answered to the step, and what came from it'),
  })
  .meta({ id: 'ReopeningPreview' });

/** The consequences as the API answers them. */
export function reopeningAnswer(consequences: Consequences): z.input<typeof ReopeningAnswer> {
  const { step, changed, review, retracted, takenBack } = consequences;
  return {
    step: { ...changeAnswer(step), filing: step.filing },
    changed: changed.map(changeAnswer),
    review: [...review],
    retracted: [...retracted],
    takenBack: {
      answers: [...takenBack.answers],
      facts: [...takenBack.facts],
      identifiers: [...takenBack.identifiers],
    },
  };
}

function changeAnswer({ stepId, from, to }: Change): z.input<typeof ChangeAnswer> {
  return { stepId, from: statusAnswer(from), ...(to ? { to: statusAnswer(to) } : {}) };
}
