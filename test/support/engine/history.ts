import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

/**
 * The proto package's own reading and writing: `historyToJSON` of `@temporalio/common` stops with "type must be a Type"
 * where npm has installed protobufjs more than once.
 */
const { History } = temporal.api.history.v1;
const AS_TEXT = { enums: String, longs: String, bytes: String };

/** The history of a case's present run as JSON text. */
export async function historyOf(handle: WorkflowHandle): Promise<string> {
  const history = History.fromObject(await handle.fetchHistory());
  return JSON.stringify(History.toObject(history, AS_TEXT));
}

/** A history from its JSON text. Throws when it is none. */
export function parseHistory(text: string): temporal.api.history.v1.History {
  return History.fromObject(JSON.parse(text));
}

/** The events of a history after the first `from`, by their short names: `TIMER_STARTED`. */
export function eventNames(history: string, from = 0): string[] {
  const { events } = JSON.parse(history) as { events: { eventType: string }[] };
  return events.slice(from).map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
}

/** Every payload in a history, decoded: what anybody reads who reads the history. */
export function payloadsIn(history: string): string[] {
  const data = [...history.matchAll(/"data":"([^"]*)"/g)];
  return data.map(([, base64 = '']) => Buffer.from(base64, 'base64').toString());
}
