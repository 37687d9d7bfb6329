import type { Endpoint } from '../endpoint';

/** Where `npm start` serves the API by default; the page at `/docs` shows its own address instead. */
export const DEFAULT_URL = 'http://127.0.0.1:8080';

/** A line that can be pasted into a shell in the repository. Ids are the shell's variables, set from an earlier answer. */
export function curlOf(endpoint: Endpoint): string {
  const { method, access, idempotencyKey, rawBody, example = {} } = endpoint;
  const { identity = 'coordinator', body, file } = example;
  const isSignedIn = typeof access === 'object';
  const json = `-H "Content-Type: application/json" \\\n  -d '${JSON.stringify(body)}'`;
  const lines = [
    `curl -s ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${addressOf(endpoint)}`,
    isSignedIn && `-H "Authorization: Bearer $(npm run -s token -- ${identity})"`,
    idempotencyKey && `-H "Idempotency-Key: $(node -p 'crypto.randomUUID()')"`,
    rawBody && '-H "webhook-id: …" -H "webhook-timestamp: …" -H "webhook-signature: v1,…"',
    body !== undefined && json,
    file && `-H "Content-Type: ${file[1]}" \\\n  --data-binary @${file[0]}`,
  ];
  return lines.filter(Boolean).join(' \\\n  ');
}

function addressOf({ path, example }: Endpoint): string {
  const named = Object.entries(example?.params ?? {}) as [string, string][];
  const filled = named.reduce((so, [name, value]) => so.replace(`{${name}}`, value), path as string);
  const query = example?.query ? `?${example.query}` : '';
  return `"${DEFAULT_URL}${filled.replaceAll(/\{(\w+)\}/g, '$$$1')}${query}"`;
}
