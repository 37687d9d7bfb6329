import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';

/** The address of an action. */
export const BulkParams = z.strictObject({ bulkActionId: MessageId });
