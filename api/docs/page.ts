import { PROBLEMS } from '../problem';
import { DEFAULT_URL } from './curl';
import { escapeHtml as text, inline } from './html';
import { type Schema, schemaList, schemaRef } from './schema-html';
import { STYLE } from './style';

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
};
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly 'x-access': string | readonly string[];
  readonly 'x-audit-event': string;
  readonly 'x-codeSamples': readonly { readonly source: string }[];
};

/** As much of an OpenAPI document as the page shows. */
type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

type Row = { readonly method: string; readonly path: string; readonly operation: Operation };

/** The API's documentation as one page of HTML that needs nothing else: no script, no other address. */
export function docsPage(openApi: Record<string, unknown>, publicUrl: string): string {
  const { info, paths, components } = openApi as unknown as Document;
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Row => ({ method, path, operation })),
  );
  const tags = [...new Set(rows.flatMap(({ operation }) => operation.tags ?? []))];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)}: the HTTP API</title><style>${STYLE}</style></head>
<body>
<nav aria-label="Operations">${tags.map((tag) => contents(tag, rows)).join('')}<p><a href="#problems">Problems</a></p><p><a href="#schemas">Schemas</a></p></nav>
<main><h1>${text(info.title)}: the HTTP API</h1>
<p>${inline(info.description)}</p>
<p>The same for machines: <a href="/openapi.json">openapi.json</a>. Examples are for a shell in the repository.</p>
${firstCase(publicUrl)}
${tags.map((tag) => section(tag, rows, publicUrl)).join('\n')}
<h2 id="problems">Problems</h2>${problems()}
<h2 id="schemas">Schemas</h2>${schemaList(components.schemas)}
</main></body></html>`;
}

/** Every type of problem, in the order of its status. */
function problems(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([type, { status, title }]) =>
      `<tr><td><code>/problems/${type}</code></td><td>${status}</td><td>${text(title)}</td></tr>`,
  );
  const head = '<tr><th>Type</th><th>Status</th><th>Meaning</th></tr>';
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function contents(tag: string, rows: readonly Row[]): string {
  const links = rows
    .filter(({ operation }) => operation.tags?.includes(tag))
    .map(({ operation }) => `<li><a href="#${operation.operationId}">${text(operation.summary)}</a></li>`);
  return `<h2>${text(tag)}</h2><ul>${links.join('')}</ul>`;
}

/** The other examples name a case as `$caseId`. */
function firstCase(publicUrl: string): string {
  const read = `node -p 'JSON.parse(require("fs").readFileSync(0)).items[0].caseId'`;
  const list = `curl -s "${publicUrl}/api/v1/cases?limit=1" -H "Authorization: Bearer $(npm run -s token -- coordinator)"`;
  return `<p>Choose a case for the examples first:</p><pre>${text(`caseId=$(${list} | ${read})`)}</pre>`;
}

function section(tag: string, rows: readonly Row[], publicUrl: string): string {
  const own = rows.filter(({ operation }) => operation.tags?.includes(tag));
  return `<h2>${text(tag)}</h2>${own.map((row) => article(row, publicUrl)).join('')}`;
}

function article({ method, path, operation }: Row, publicUrl: string): string {
  const access = operation['x-access'];
  const who = typeof access === 'string' ? access : access.join(', ');
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const samples = operation['x-codeSamples'].map(({ source }) => source.replaceAll(DEFAULT_URL, publicUrl));
  return `<article id="${operation.operationId}">
<h3>${text(operation.summary)}</h3>
<p><code class="route">${method.toUpperCase()} ${text(path)}</code></p>
${operation.description ? `<p>${inline(operation.description)}</p>` : ''}
<p class="rules">Who: ${text(who)}. Ledger: ${text(operation['x-audit-event'])}.</p>
${parameters(operation.parameters ?? [])}
${body ? `<p>Body: ${schemaRef(body)}</p>` : ''}
<table><thead><tr><th>Answer</th><th>Meaning</th><th>Body</th></tr></thead><tbody>${answers(operation)}</tbody></table>
${samples.map((source) => `<pre>${text(source)}</pre>`).join('')}
</article>`;
}

function parameters(list: readonly Parameter[]): string {
  if (list.length === 0) return '';
  const rows = list.map(({ name, in: where, required, description = '', schema }) => {
    const what = `${schema ? schemaRef(schema) : ''} ${inline(description)}`;
    return `<tr><td><code>${text(name)}</code></td><td>${where}${required ? ', required' : ''}</td><td>${what}</td></tr>`;
  });
  const head = '<tr><th>Parameter</th><th>Where</th><th>What</th></tr>';
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function answers({ responses }: Operation): string {
  const rows = Object.entries(responses).map(([status, { description, content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return `<tr><td>${status}</td><td>${inline(description)}</td><td>${schema ? schemaRef(schema) : ''}</td></tr>`;
  });
  return rows.join('');
}
