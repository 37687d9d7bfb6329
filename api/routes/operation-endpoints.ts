import type { Endpoint } from '../endpoint';
import { diagnosisEndpoint } from './operations/diagnosis';
import { docsEndpoint, landingEndpoint, openApiEndpoint } from './operations/docs';
import { liveEndpoint, readyEndpoint } from './operations/health';
import { metricsEndpoint } from './operations/metrics';
import { signInMetadataEndpoint } from './operations/sign-in-metadata';
import { receiveWebhookEndpoint } from './webhooks/receive';

/** Endpoints for agencies’ systems, for those who run the service, and the documentation. */
export const OPERATION_ENDPOINTS: readonly Endpoint[] = [
  receiveWebhookEndpoint,
  diagnosisEndpoint,
  liveEndpoint,
  readyEndpoint,
  metricsEndpoint,
  signInMetadataEndpoint,
  openApiEndpoint,
  docsEndpoint,
  landingEndpoint,
];
