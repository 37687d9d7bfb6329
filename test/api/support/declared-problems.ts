import express, { type Express, type Request } from 'express';
import { problemsOf } from '../../../api/declared-problems';
import { ENDPOINTS } from '../../../api/endpoints';

const undeclared = new Set<string>();

/** Every problem that any request of a test file was answered with is one that its endpoint declares. */
afterAll(() => {
  if (undeclared.size > 0)
    throw new Error(`problems that no endpoint declares:\n${[...undeclared].join('\n')}`);
});

const TEMPLATES = ENDPOINTS.map((endpoint) => ({
  endpoint,
  address: new RegExp(`^${endpoint.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The application, whose problems are compared with what its endpoints declare. */
export function heldToDeclarations(app: Express): Express {
  const watched = express();
  watched.use((req, res, next) => {
    const end = res.end.bind(res) as (...given: unknown[]) => typeof res;
    res.end = (...given: unknown[]) => {
      const isProblem = String(res.getHeader('content-type')).startsWith('application/problem+json');
      if (isProblem) compare(req, String(given[0]));
      return end(...given);
    };
    next();
  });
  return watched.use(app);
}

function compare(req: Request, body: string): void {
  const { type } = JSON.parse(body) as { readonly type: string };
  const found = TEMPLATES.find(
    ({ endpoint, address }) => endpoint.method === req.method.toLowerCase() && address.test(req.path),
  );
  // Another method, or an address where there is nothing: no endpoint answered.
  if (!found || problemsOf(found.endpoint).some((declared) => type === `/problems/${declared}`)) return;
  undeclared.add(`${req.method} ${found.endpoint.path} answered ${type}`);
}
