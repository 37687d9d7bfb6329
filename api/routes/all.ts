import type { Endpoint } from '../endpoint';
import { completeStepsEndpoint } from './cases/completions';
import { tellFactEndpoint } from './cases/facts';
import { listCasesEndpoint } from './cases/list';
import { openCaseEndpoint } from './cases/open';
import { readCaseEndpoint } from './cases/read';
import { timelineEndpoint } from './cases/timeline';
import { withdrawCaseEndpoint } from './cases/withdrawal';
import { whyEndpoint } from './cases/why';
import { openHouseholdEndpoint } from './households/open';
import { readHouseholdEndpoint } from './households/read';
import { diagnosisEndpoint } from './operations/diagnosis';
import { docsEndpoint, landingEndpoint, openApiEndpoint } from './operations/docs';
import { liveEndpoint, readyEndpoint } from './operations/health';
import { signInMetadataEndpoint } from './operations/sign-in-metadata';
import { metricsEndpoint } from './operations/metrics';
import { completeStepEndpoint } from './steps/completion';
import { reopenStepEndpoint } from './steps/reopening';
import { resubmitStepEndpoint } from './steps/resubmission';
import { receiveWebhookEndpoint } from './webhooks/receive';

/** Every endpoint, in the order of the documentation. */
export const ENDPOINTS: readonly Endpoint[] = [
  openHouseholdEndpoint,
  readHouseholdEndpoint,
  openCaseEndpoint,
  listCasesEndpoint,
  readCaseEndpoint,
  whyEndpoint,
  timelineEndpoint,
  tellFactEndpoint,
  completeStepEndpoint,
  completeStepsEndpoint,
  reopenStepEndpoint,
  resubmitStepEndpoint,
  withdrawCaseEndpoint,
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
