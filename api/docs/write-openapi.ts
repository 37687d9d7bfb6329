import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../platform/root';
import { ENDPOINTS } from '../endpoints';
import { openApiDocument } from './openapi';

/** No longer than a line that can be read, where JSON can be broken. */
const LONGEST_LINE = 140;

/** JSON with a line for everything that fits on one, so that the file is small and its changes can be read. */
function written(value: unknown, margin = ''): string {
  const line = JSON.stringify(value);
  if (value === null || typeof value !== 'object' || line.length <= LONGEST_LINE) return line;
  const inner = `${margin} `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((each) => written(each, inner))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${written(each, inner)}`);
  const whole = parts.map((part) => `\n${inner}${part}`).join(',');
  return isList ? `[${whole}\n${margin}]` : `{${whole}\n${margin}}`;
}

/** `npm run openapi`: writes `openapi.json`, which is committed and checked against the code. */
const file = path.join(repositoryRoot(), 'openapi.json');
const document: unknown = JSON.parse(JSON.stringify(openApiDocument(ENDPOINTS)));
writeFileSync(file, `${written(document)}\n`);
process.stdout.write(`${file}\n`);
