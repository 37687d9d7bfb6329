import path from 'node:path';
import { stockholmDayAt } from '../domain/law/stockholm-day';
import type { Logger } from '../platform/logger';
import { repositoryRoot } from '../platform/root';
import { apiClient, type ApiClient } from './api-client';
import type { Running } from './running';
import { readHousehold, renumbered } from './walk/household';
import { recordStations } from './walk/meeting-day';

/** Opened when the register is empty: the family's meetings are played, the other household is left for the reader. */
const PLAYED = 'eskilstuna-family.json';
const LEFT = 'sundsvall-newcomer.json';

/**
 * Opens the example households when the register has no case yet, and plays the first one's meeting day today; the
 * simulators' answers follow at the demonstration's speed. An error is logged: the system also runs without examples.
 */
export async function startDemo(running: Running, logger: Logger): Promise<void> {
  const api = apiClient(running);
  try {
    const { items } = await api.get<{ items: unknown[] }>('coordinator', '/cases?limit=1');
    if (items.length > 0) return;
    await open(api, LEFT);
    const played = await open(api, PLAYED);
    await recordStations(api, played, stockholmDayAt(Date.now()), 'demo');
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    logger.warn({ reason }, 'the example households are not complete');
  }
}

async function open(api: ApiClient, name: string): Promise<{ caseId: string }[]> {
  // Numbers of its own, so that the same file can still be opened by hand.
  const file = path.join(repositoryRoot(), 'examples', name);
  const household = renumbered(readHousehold(file), name, 'demo');
  const { cases } = await api.post<{ cases: { caseId: string }[] }>(
    'system-migrationsverket',
    '/households',
    household,
    `demo-${name}`,
  );
  return cases;
}
