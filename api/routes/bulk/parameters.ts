import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { changeHeaders } from '../../parameters';

/** The address of an action. */
export const BulkParams = z.strictObject({ bulkActionId: MessageId });

/** The version that an action is started or stopped on top of. */
export const BulkHeaders = changeHeaders('action');
