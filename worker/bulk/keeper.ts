import type { Client } from '@temporalio/client';
import type { Logger } from '../../platform/logger';
import { bulkActionsUnderWay } from '../../register/bulk/actions';
import type { Register } from '../../register/database';
import type { Turns } from '../../register/turns';
import { startBulkAction } from '../../workflows/bulk/bulk-client';
import { startInTurn } from '../in-turn';

/** What looking after actions on many cases is made of; `everyMs` is the pause between two looks. */
export type KeeperParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly client: Client;
  readonly everyMs: number;
  readonly logger: Logger;
};

/**
 * Starts the workflow of every action that the register says is started and that none runs for: the engine was away when
 * it was started, or has lost it since. What has been done stays done.
 */
export function startBulkKeeper({ register, turns, client, everyMs, logger }: KeeperParts): {
  stop: () => Promise<void>;
} {
  return startInTurn({
    turns,
    name: 'bulk-keeper',
    patience: everyMs,
    async round() {
      for (const bulkId of await bulkActionsUnderWay(register)) await startBulkAction(client, bulkId);
      return everyMs;
    },
    onFault(fault) {
      logger.warn(
        { fault: fault instanceof Error ? fault.name : typeof fault },
        'actions on many cases cannot be looked after',
      );
    },
  });
}
