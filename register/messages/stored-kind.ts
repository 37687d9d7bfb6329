import type { MessageKind } from '../../domain/model/message';
import type { ImportKind } from '../imports/tables';

/** Kind of a message: to a case, at its beginning, or in the register only. */
export type StoredKind =
  | MessageKind
  | 'intake'
  | 'start'
  | 'assignment'
  | 'note'
  | 'followUp'
  | 'savedView'
  | 'inboxReading'
  | 'subscription'
  | 'bulkAction'
  | ImportKind
  | 'absence'
  | 'absenceEnd'
  | 'proposal'
  | 'proposalApproval'
  | 'proposalRejection';
