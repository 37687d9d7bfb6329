// Writes cli/generated/api-types.ts from the committed openapi.json: what each operation answers and may be asked, by the
// operation's name, and every schema that these are made of. With --check it writes nothing and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FILE = path.join(ROOT, 'cli', 'generated', 'api-types.ts');
const require = createRequire(path.join(ROOT, 'package.json'));
const { compile } = require('json-schema-to-typescript');
const prettier = require('prettier');

const BANNER = '// Written by `npm run openapi` from openapi.json; what is edited here is lost.';
const COMPONENTS = '#/components/schemas/';

const document = JSON.parse(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8'));
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** The JSON of an operation's success answer; a schema with a name is referred to by it. */
function answerOf({ operationId, responses }) {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return good.flatMap(([status, { content }]) => {
    const schema = content?.['application/json']?.schema;
    return schema
      ? [[schema.$ref?.slice(COMPONENTS.length) ?? `${capital(operationId)}${status}`, schema]]
      : [];
  });
}

/** The query that an operation takes. */
function queryOf({ operationId, parameters = [] }) {
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  if (asked.length === 0) return [];
  const properties = Object.fromEntries(asked.map(({ name, schema }) => [name, schema]));
  const required = asked.filter((parameter) => parameter.required).map(({ name }) => name);
  return [
    [`${capital(operationId)}Query`, { type: 'object', properties, required, additionalProperties: false }],
  ];
}

/** The names of all schemas that a schema is made of. */
function reachedFrom(schema, reached = new Set()) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (reached.has(name)) continue;
    reached.add(name);
    reachedFrom(document.components.schemas[name], reached);
  }
  return reached;
}

const answers = operations.flatMap(answerOf);
const queries = operations.flatMap(queryOf);
const named = [...reachedFrom([answers, queries, { $ref: `${COMPONENTS}Problem` }])];
const definitions = {
  ...Object.fromEntries([...answers, ...queries]),
  ...Object.fromEntries(named.map((name) => [name, document.components.schemas[name]])),
};
const schema = JSON.parse(JSON.stringify({ definitions }).replaceAll(COMPONENTS, '#/definitions/'));

const written = await compile({ type: 'object', additionalProperties: false, ...schema }, 'Api', {
  bannerComment: BANNER,
  additionalProperties: false,
  unreachableDefinitions: true,
  unknownAny: true,
  format: false,
});
// The compiler notes at each type where it found it, and makes an empty one of the schema that holds them all.
const plain = written
  .replaceAll(/( \* \n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')
  .replaceAll(/\/\*\*\n \*\/\n/g, '')
  .replace(/export interface Api \{\s*\}\n/, '');
const types = await prettier.format(plain, { ...(await prettier.resolveConfig(FILE)), parser: 'typescript' });

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, types);
  process.stdout.write(`${FILE}\n`);
} else if (readFileSync(FILE, 'utf8') !== types) {
  process.stderr.write(
    `${path.relative(ROOT, FILE)} is not what openapi.json says: run \`npm run openapi\`\n`,
  );
  process.exitCode = 1;
}
