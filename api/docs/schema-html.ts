import { escapeHtml as text, inline } from './html';

/** As much of JSON Schema as the documentation shows. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const COMPONENTS = '#/components/schemas/';

/** Every named schema with its fields, each to be linked to. */
export function schemaList(schemas: Readonly<Record<string, Schema>>): string {
  const names = Object.keys(schemas).sort();
  return names.map((name) => named(name, schemas[name] ?? {})).join('\n');
}

function named(name: string, schema: Schema): string {
  const description = schema.description ? `<p>${inline(schema.description)}</p>` : '';
  const body = schema.properties
    ? fields(schema)
    : `<p>${schemaRef({ ...schema, description: undefined })}</p>`;
  return `<article id="schema-${text(name)}"><h3>${text(name)}</h3>${description}${body}</article>`;
}

function fields({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const must = required.includes(name) ? 'required' : '';
    const what = `${schemaRef(schema)} ${schema.description && !schema.$ref ? inline(schema.description) : ''}`;
    return `<tr><td><code>${text(name)}</code></td><td>${must}</td><td>${what}</td></tr>`;
  });
  return `<table><thead><tr><th>Field</th><th></th><th>What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A schema in a few words, linking to the named ones. */
export function schemaRef(schema: Schema): string {
  if (schema.$ref) {
    const name = text(schema.$ref.replace(COMPONENTS, ''));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const variants = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (variants) return variants.map(schemaRef).join(' or ');
  if (schema.const !== undefined) return `<code>${text(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${text(JSON.stringify(value))}</code>`).join(' ');
  if (schema.items) return `list of ${schemaRef(schema.items)}`;
  if (schema.properties) return fields(schema);
  return text([schema.type ?? 'anything', schema.format].flat().filter(Boolean).join(' '));
}
