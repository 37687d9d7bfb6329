import type { Client } from '@temporalio/client';
import type { Logger } from '../../platform/logger';
import { bulkActionsUnderWay } from '../../register/bulk/actions';
import { forgetPreviews } from '../../register/bulk/change';
import type { Register } from '../../register/database';
import type { Turns } from '../../register/turns';
import { startBulkAction } from '../../engine/bulk-client';
import { startInTurn } from '../in-turn';

/** What looking after actions on many cases is made of; `everyMs` is the pause between two looks. */
export type KeeperParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly client: Client;
  readonly everyMs: number;
  readonly logger: Logger;
};

const BETWEEN_SWEEPS = 3_600_000;
/** Previews that nobody started are kept for as long as a repeated request is answered, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;

/**
 * Starts the workflow of every action that the register says is started and that none runs for: the engine was away when
 * it was started, or has lost it since. What has been done stays done. Once an hour removes old previews.
 */
export function startBulkKeeper({ register, turns, client, everyMs, logger }: KeeperParts): {
  stop: () => Promise<void>;
} {
  let sweptAt = 0;
  return startInTurn({
    turns,
    name: 'bulk-keeper',
    patience: everyMs,
    async round(signal) {
      const bulkIds = await bulkActionsUnderWay(register);
      // A signal of its own for each round: the client never takes its listeners off again.
      await client.withAbortSignal(AbortSignal.any([signal]), async () => {
        for (const bulkId of bulkIds) await startBulkAction(client, bulkId);
      });
      if (Date.now() - sweptAt > BETWEEN_SWEEPS) {
        await forgetPreviews(register, new Date(Date.now() - KEPT));
        sweptAt = Date.now();
      }
      return everyMs;
    },
    logger,
    trouble: 'actions on many cases cannot be looked after',
  });
}
