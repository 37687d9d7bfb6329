import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { StartFailed } from './server';

/** How long the engine keeps the history of a closed case; closed cases themselves stay in the register. */
const RETENTION_SECONDS = 30 * 24 * 3600;

/** The server's own numbers of the types that are used. */
const INDEXED_VALUE_TYPE = { KEYWORD: 2, DATETIME: 6, KEYWORD_LIST: 7 } as const;

const ADDED_WITHIN = 10_000;

/**
 * Changes the namespace to what the cases need: histories of closed cases kept at least 30 days, and the search
 * attributes there with their types. Safe to repeat. Throws `StartFailed` where an attribute has another type.
 */
export async function reconcileNamespace(connection: Connection, namespace: string): Promise<void> {
  await keepHistories(connection, namespace);
  const missing = await missingAttributes(connection, namespace);
  if (Object.keys(missing).length === 0) return;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
  // They can be used a moment after the answer.
  const deadline = Date.now() + ADDED_WITHIN;
  while (Object.keys(await missingAttributes(connection, namespace)).length > 0) {
    if (Date.now() > deadline)
      throw new StartFailed(`the search attributes of namespace ${namespace} do not appear`);
    await sleep(20);
  }
}

async function keepHistories(connection: Connection, namespace: string): Promise<void> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  const kept = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
  if (kept >= RETENTION_SECONDS) return;
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: { seconds: RETENTION_SECONDS as never } },
  });
}

async function missingAttributes(connection: Connection, namespace: string): Promise<Record<string, number>> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing: Record<string, number> = {};
  for (const { name, type } of SEARCH_ATTRIBUTES) {
    const wanted = INDEXED_VALUE_TYPE[type];
    const found = customAttributes[name];
    if (found === undefined) missing[name] = wanted;
    else if (found !== wanted) {
      throw new StartFailed(`search attribute ${name} of namespace ${namespace} is not of type ${type}`);
    }
  }
  return missing;
}
