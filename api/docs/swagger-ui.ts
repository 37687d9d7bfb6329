import { Router } from 'express';
import path from 'node:path';
import { DEFAULT_URL } from './curl';

/** The documentation page: Swagger UI over `/openapi.json`. Its scripts and styles are files, so that no policy must allow others. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Etablering: the HTTP API</title><link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>
`;

/** Starts Swagger UI with the document as it reads at the page's own address; a sample is shown as a command. */
const START = `const samples = () => ({
  wrapComponents: {
    OperationExtRow: (Original, { React }) => (row) => {
      if (row.xKey !== 'x-codeSamples') return React.createElement(Original, row);
      const command = React.createElement('pre', null, row.xVal.toJS()[0].source);
      return React.createElement('tr', null, React.createElement('td', { colSpan: 2 }, command));
    },
  },
});
const answer = fetch('/openapi.json').then((response) => response.text());
answer.then((text) => SwaggerUIBundle({
  spec: JSON.parse(text.replaceAll('${DEFAULT_URL}', location.origin)),
  dom_id: '#docs',
  plugins: [samples],
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  showExtensions: true,
  validatorUrl: null,
}));
`;

const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'];

/** Serves what the documentation page loads, Swagger UI's own files from its package. They are looked for at the first request. */
export function docsFiles(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/docs/start.js', (_req, res) => {
    res.type('js').send(START);
  });
  router.get(
    FILES.map((file) => `/docs/${file}`),
    (req, res) => {
      const root = path.dirname(require.resolve('swagger-ui-dist/package.json'));
      res.sendFile(path.basename(req.path), { root, maxAge: '1d' });
    },
  );
  return router;
}
