import type { MessageKind } from '../../domain/model/message';
import type { ImportKind } from '../imports/tables';

/** What a message does: to a case, at its beginning, or in the register alone. */
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
