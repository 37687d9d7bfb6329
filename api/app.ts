import express, { type Express } from 'express';
import helmet from 'helmet';
import { rememberColleagues } from './auth/known-colleagues';
import { docsFiles } from './docs/swagger-ui';
import { createMetrics, timeRequests } from './health/metrics';
import { mount } from './mount';
import { openApiDocument } from './docs/openapi';
import { answerProblems, notFound } from './problem';
import { logRequests } from './health/request-log';
import { ENDPOINTS } from './endpoints';
import type { ApiParts } from './services';

/** What a page of the API may load: its own files, and the images that Swagger UI's styles hold. */
const POLICY = {
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  // Whether there is TLS before the API is the installation's business; without it this would break every link.
  upgradeInsecureRequests: null,
};

let document: Record<string, unknown> | undefined;
const openApi = () => (document ??= openApiDocument(ENDPOINTS));

/** The whole API as an Express application, not listening yet. Throws when an endpoint declares too little. */
export function createApp(parts: ApiParts): Express {
  const metrics = createMetrics(parts.register);
  const remember = rememberColleagues(parts.register);
  const services = { ...parts, metrics, remember, openApi };
  const app = express();
  // An address is part of a message's id, so one resource has one address.
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.set('etag', false);
  app.use(helmet({ contentSecurityPolicy: { directives: POLICY } }));
  app.use(timeRequests(metrics));
  app.use(logRequests(parts.logger));
  app.use(docsFiles());
  mount(app, ENDPOINTS, services);
  app.use(() => {
    throw notFound('resource');
  });
  app.use(answerProblems(parts.logger));
  return app;
}
