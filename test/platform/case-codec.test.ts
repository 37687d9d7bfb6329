import { defaultPayloadConverter, type Payload, type SerializationContext } from '@temporalio/common';
import { createCaseCodec } from '../../engine/codec';

const workflowId = 'case-0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const namespace = 'default';
const CASE: SerializationContext = { type: 'workflow', namespace, workflowId };
const LOCAL: SerializationContext = { type: 'activity', namespace, workflowId, isLocal: true };

const codec = createCaseCodec(async () => 'key-1');
const long = { open: Array.from({ length: 100 }, () => ({ stepId: 'delgivning', allowed: ['served'] })) };

function payloadOf(value: unknown): Payload {
  return defaultPayloadConverter.toPayload(value);
}

async function encoded(value: unknown, context: SerializationContext): Promise<Payload> {
  const [payload] = await codec.encode([payloadOf(value)], context);
  return payload ?? {};
}

function metadataOf({ metadata }: Payload): Record<string, string> {
  const texts = Object.entries(metadata ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  return Object.fromEntries(texts) as Record<string, string>;
}

async function decoded(payload: Payload): Promise<unknown> {
  const [plain] = await codec.decode([payload]);
  return defaultPayloadConverter.fromPayload(plain ?? {});
}

describe('the codec of cases', () => {
  it('compresses what a local activity returns, and reads it by its metadata', async () => {
    const payload = await encoded(long, LOCAL);
    expect(metadataOf(payload)).toMatchObject({ encoding: 'binary/deflate', 'case-key-id': 'key-1' });
    expect(payload.data?.length).toBeLessThan((payloadOf(long).data?.length ?? 0) / 10);
    expect(await decoded(payload)).toEqual(long);
  });

  it.each([
    ['whatever else people read in Temporal’s own UI', long, CASE],
    ['what is short anyway', { kind: 'planFailed' }, LOCAL],
  ])('leaves %s as it is', async (_, value, context) => {
    const payload = await encoded(value, context);
    expect(metadataOf(payload)).toEqual({ encoding: 'json/plain', 'case-key-id': 'key-1' });
    expect(payload.data).toEqual(payloadOf(value).data);
    expect(await decoded(payload)).toEqual(value);
  });

  it('reads what was written before there was any compression', async () => {
    expect(await decoded(payloadOf(long))).toEqual(long);
  });
});
