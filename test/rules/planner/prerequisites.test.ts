import type { StepId } from '../../../domain/model/ids';
import type { PlannedStep, StepStatus } from '../../../domain/model/plan';
import { standingOf } from '../../../domain/process/planner/prerequisites';
import { day } from '../support';

const prerequisite = { step: 'personnummer' as StepId, outcomes: ['registered'] };

function standing(status?: StepStatus) {
  return standingOf(prerequisite, status && ({ stepId: 'personnummer', status } as PlannedStep));
}

describe('a step that another waits for', () => {
  it('is met when done with an outcome that satisfies', () => {
    expect(standing({ kind: 'done', outcome: 'registered', on: day('2027-02-01') })).toEqual({ kind: 'met' });
  });

  it('is met when it does not apply to the person', () => {
    expect(standing({ kind: 'notApplicable', why: 'alreadyRegistered' })).toEqual({ kind: 'met' });
  });

  it('closes the way when refused, whatever the refusal is called', () => {
    const refused = (outcome: string) =>
      standing({ kind: 'done', outcome, on: day('2027-02-01'), refusal: true });
    expect(refused('avslag')).toEqual({ kind: 'closed', because: 'personnummer' });
    expect(refused('registered')).toEqual({ kind: 'closed', because: 'personnummer' });
  });

  it('closes the way when it ended in another manner', () => {
    expect(standing({ kind: 'done', outcome: 'other', on: day('2027-02-01') })).toEqual({
      kind: 'closed',
      because: 'personnummer',
    });
  });

  it('closes the way when it was itself closed by a refusal further back, and names that one', () => {
    const because = 'flyttningsanmalan' as StepId;
    expect(standing({ kind: 'notApplicable', why: 'prerequisiteRefused', because })).toEqual({
      kind: 'closed',
      because,
    });
  });

  it.each<[string, StepStatus | undefined]>([
    ['open', { kind: 'open', waitingFor: 'agency', why: 'answerAwaited', since: day('2027-01-11') }],
    ['blocked', { kind: 'blocked', by: [], facts: ['permit'] }],
    ['paused', { kind: 'paused', why: 'illness', since: day('2027-01-11') }],
    ['cancelled', { kind: 'cancelled', why: 'withdrawn', on: day('2027-01-11') }],
    ['not in the plan', undefined],
  ])('is awaited while %s', (_, status) => {
    expect(standing(status)).toEqual({ kind: 'awaited' });
  });
});
