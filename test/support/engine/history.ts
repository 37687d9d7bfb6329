import type { WorkflowHandle } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { createCaseCodec } from '../../../engine/codec';

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

/** Every payload in a history, decoded and decompressed: everything that can be read from it. */
export async function payloadsIn(history: string): Promise<string[]> {
  const found: Payload[] = [];
  JSON.parse(history, (_name, value: unknown) => {
    if (isPayload(value))
      found.push({ metadata: bytesOf(value.metadata ?? {}), ...bytesOf({ data: value.data }) });
    return value;
  });
  const payloads = await createCaseCodec(async () => '').decode(found);
  return payloads.map(({ data }) => Buffer.from(data ?? []).toString());
}

type PayloadAsText = { readonly data: string; readonly metadata?: Readonly<Record<string, string>> };

function isPayload(value: unknown): value is PayloadAsText {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'string';
}

function bytesOf(texts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
}
