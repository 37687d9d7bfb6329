import {
  ApplicationFailure,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { TemporalUnreachable } from '../../../engine/connection';
import { engineFailure } from '../../../engine/failures';
import { MESSAGE_REFUSED, type RefusalDetail } from '../../../workflows/messages';

const refused = (detail: RefusalDetail) =>
  updateFailed(ApplicationFailure.nonRetryable(detail.code, MESSAGE_REFUSED, detail));
const updateFailed = (cause: Error) => new WorkflowUpdateFailedError('Workflow Update failed', cause);
const ofGrpc = (code: number) =>
  new ServiceError('call failed', { cause: Object.assign(new Error(), { code, details: '', metadata: {} }) });

const BLOCKED = { code: 'blocked', stepId: 'kommunmote' } as const;

describe('a failed call to the engine', () => {
  it.each<[string, Error, object]>([
    ['that the case refuses the message', refused(BLOCKED), { kind: 'refused', refusal: BLOCKED }],
    ['that the case has not planned yet', refused({ code: 'notReady' }), { kind: 'again' }],
    [
      'that the run ended with the Update in flight',
      updateFailed(ApplicationFailure.create({ type: 'AcceptedUpdateCompletedWorkflow' })),
      { kind: 'again' },
    ],
    [
      'nothing certain, by another failure of an Update',
      updateFailed(ApplicationFailure.create({ type: 'Other' })),
      { kind: 'unknown' },
    ],
    [
      'that no workflow runs',
      new WorkflowNotFoundError('not found', 'case', undefined),
      { kind: 'noWorkflow' },
    ],
    [
      'that the case has not answered in time',
      new WorkflowUpdateRPCTimeoutOrCancelledError('late'),
      { kind: 'unknown' },
    ],
    ['that the engine has not answered in time', ofGrpc(4), { kind: 'unknown' }],
    ['that the engine has too much to do', ofGrpc(8), { kind: 'busy' }],
    ['that the engine is not there', ofGrpc(14), { kind: 'away' }],
    ['that it never connected', new TemporalUnreachable('no answer'), { kind: 'away' }],
  ])('says %s', (_, fault, meaning) => {
    expect(engineFailure(fault)).toMatchObject(meaning);
  });

  it.each<[string, Error]>([
    ['an error of the register', new Error('terminating connection')],
    ['a call that the engine cannot take', ofGrpc(3)],
    ['a defect', new TypeError('a defect')],
  ])('says nothing of the engine when it is %s', (_, fault) => {
    expect(engineFailure(fault)).toBeUndefined();
  });
});
